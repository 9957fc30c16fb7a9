"""Cases load as FORMAT.md says, and every fault is told with its file and line."""

from datetime import date
from pathlib import Path

import pytest

from evals.cases.faults import BrokenCaseError
from evals.cases.loading import load, load_all
from tests.unit.evals.small import CALL, DEAL, GOLD, small_sample, write_case

GOLDEN = Path(__file__).parents[4] / "evals" / "datasets" / "golden"


def faults(folder: Path) -> list[str]:
    """What is wrong with a case: file name, line and message."""
    with pytest.raises(BrokenCaseError) as caught:
        load(folder)
    return [f"{one.path.name}:{one.line}: {one.message}" for one in caught.value.faults]


def line_of(text: str, words: str) -> int:
    """The line of a text on which some words stand."""
    return next(n for n, line in enumerate(text.splitlines(), start=1) if words in line)


def test_the_golden_cases_are_whole() -> None:
    cases = load_all([GOLDEN])
    assert len(cases) == 8
    assert sum(len(case.samples) for case in cases) == 44
    assert sum(len(case.questions) for case in cases) == 72


def test_a_sample_is_what_a_reader_sees(tmp_path: Path) -> None:
    sample = small_sample(tmp_path / "small")
    assert sample.key == "small/01"
    assert sample.context.source.day == date(2026, 3, 3)
    assert sample.context.plan.deal.id == "acme-wms"
    assert sample.context.engaged == {}
    assert {"send-soc2", "lena-ortiz"} <= sample.context.taken


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: security-review, set", "id: no-such, set", "There is no milestone `no-such`"),
        ("owner: dan-cole, due: 2026-03-06", "owner: nobody", "there is no person `nobody`"),
        ("due: 2026-03-06", "due: 2026-02-30", "due cannot be"),
        ("{status: done}", "{status: finished}", "it must be one of open, done, cancelled"),
        ("{status: done}", "{colour: red}", "action has no field `colour`"),
        ("op: update, entity: action", "op: delete, entity: action", "Input should be 'add' or"),
        ("It did, thank you.", "It did not.", "No turn of 01-call.txt holds the words"),
        ("speaker: dan-cole", "speaker: dan", "There is no person `dan`"),
        ("speaker: dan-cole", "speaker: tom-vance", "not the words of tom-vance but of dan-cole"),
        ("I'd probably start in June", "I'd start in May", "No turn of 01-call.txt holds"),
        ("why: hypothetical", "why: because", "Input should be 'hypothetical'"),
        ("why: hypothetical", "why: quoted_history", "The quoted history of 01-call.txt does not"),
        ("milestones: [signature]", "milestones: [signed]", "There is no milestone `signed`"),
        ("stakeholders: [lena-ortiz]", "stakeholders: [lena]", "There is no person `lena`"),
        ("sign anything without the DPA", "sign it", "No turn of 01-call.txt holds"),
        ("kind: no_next_step", "kind: bad_luck", "Input should be"),
        ("intent: send_material", "intent: send_flowers", "Input should be"),
        ("to: [lena-ortiz]", "to: [the-pope]", "There is no person `the-pope`"),
        ("source: 01-call.txt", "source: 02-call.txt", "There is no file sources/02-call.txt"),
        ("source: 01-call.txt", "source: ../deal.yaml", "There is no file sources/../deal.yaml"),
        ("date: 2026-03-03", "date: soon", "a date such as 2026-03-20"),
        ("date: 2026-03-03", "date: 2026-03-03\ndate: 2026-03-04", "`date` stands twice"),
        ("date: 2026-03-03", "date: 2026-03-03\nextra: true", "Extra inputs are not permitted"),
        ("next_best_action:", "next_best_action: [", "This is no YAML"),
    ],
)
def test_a_fault_in_a_gold_file_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert GOLD.count(old) == 1
    broken = GOLD.replace(old, new)
    (fault,) = faults(write_case(tmp_path / "small", gold=broken))
    name, line, message = fault.split(":", 2)
    assert name == "01.yaml"
    assert told in message
    first = line_of(GOLD, old) if "stands twice" not in told else line_of(GOLD, old) + 1
    assert abs(int(line) - first) <= (3 if "YAML" in told else 2)


def test_all_faults_of_all_cases_are_told_at_once(tmp_path: Path) -> None:
    two = GOLD.replace("It did, thank you.", "Perhaps.").replace("by Friday", "by Monday")
    write_case(tmp_path / "one", gold=two)
    write_case(tmp_path / "two", deal=DEAL.replace("stage: evaluation", "stage: guesswork"))
    with pytest.raises(BrokenCaseError) as caught:
        load_all([tmp_path])
    places = [(one.path.parent.name, one.path.name, one.line) for one in caught.value.faults]
    assert places == [
        ("gold", "01.yaml", line_of(GOLD, "It did, thank you.")),
        ("gold", "01.yaml", line_of(GOLD, "by Friday")),
        ("two", "deal.yaml", 2),
    ]
    assert f"{tmp_path}/two/deal.yaml:2: " in str(caught.value)


def test_an_optional_edit_must_fit_too(tmp_path: Path) -> None:
    broken = GOLD.replace("{sentiment: negative}", "{sentiment: furious}")
    (fault,) = faults(write_case(tmp_path / "small", gold=broken))
    assert "it must be one of positive, neutral, negative" in fault


def test_a_plan_with_a_flaw_is_told(tmp_path: Path) -> None:
    broken = DEAL.replace("depends_on: [security-review]", "depends_on: [nowhere]")
    assert any("nowhere" in one for one in faults(write_case(tmp_path / "small", deal=broken)))


def test_a_source_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (fault,) = faults(write_case(tmp_path / "small", call=" \n"))
    assert fault.startswith("01.yaml:1: sources/01-call.txt: The file is empty.")


def test_questions_are_checked(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "small")
    (folder / "questions.yaml").write_text(
        "- question: Who?\n  after: 2\n  facts: [[Lena]]\n"
        "- question: When?\n  after: 1\n"
        "- question: Why?\n  after: 1\n  unknown: true\n"
        "  cites:\n    - {source: 01-call.txt, quote: never said}\n"
        "    - {source: 09-call.txt, quote: never}\n",
        encoding="utf-8",
    )
    assert faults(folder) == [
        "questions.yaml:2: There is no source 2; the case has 1.",
        "questions.yaml:4: A question has either `facts` or `unknown: true`.",
        "questions.yaml:10: No turn of 01-call.txt holds the words “never said”.",
        "questions.yaml:11: There is no source 09-call.txt with a gold file.",
    ]


def test_dates_and_numbers_are_phrases_as_they_are_written(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "small")
    (folder / "questions.yaml").write_text(
        "- question: When?\n  after: 1\n  facts: [[2026-03-20, 180000, 2.4]]\n  not: [17]\n",
        encoding="utf-8",
    )
    (question,) = load(folder).questions
    assert question.facts == (("2026-03-20", "180000", "2.4"),)
    assert question.forbidden == ("17",)


def test_risks_that_the_file_does_not_speak_of_are_not_judged(tmp_path: Path) -> None:
    silent = GOLD[: GOLD.index("risks:")]
    sample = small_sample(tmp_path / "silent", gold=silent)
    assert (sample.gold.risks, sample.gold.next_best_action) == (None, None)
    empty = small_sample(tmp_path / "empty", gold=f"{silent}risks:\nnext_best_action: []\n")
    assert (empty.gold.risks, empty.gold.next_best_action) == ((), ())


@pytest.mark.parametrize(
    ("names", "told"),
    [(["nobody"], "There is no case `nobody`; there are one, two."), ([], "")],
)
def test_cases_are_chosen_by_name(tmp_path: Path, names: list[str], told: str) -> None:
    for name in ("one", "two"):
        write_case(tmp_path / name)
    if not told:
        assert [case.name for case in load_all([tmp_path], ["two"])] == ["two"]
        return
    with pytest.raises(BrokenCaseError, match=told):
        load_all([tmp_path], names)


def test_a_folder_may_be_a_case_itself_but_must_hold_one(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "one")
    assert [case.name for case in load_all([folder])] == ["one"]
    with pytest.raises(BrokenCaseError, match="There is a case of this name already"):
        load_all([folder, tmp_path])
    with pytest.raises(BrokenCaseError, match="There is no case in it"):
        load_all([folder / "gold"])


def test_a_second_source_sees_the_deal_with_the_first_ones_required_edits(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "small")
    (folder / "sources" / "02-call.txt").write_text(CALL, encoding="utf-8")
    later = "source: 02-call.txt\ndate: 2026-03-10\nrisks:\n"
    (folder / "gold" / "02.yaml").write_text(later, encoding="utf-8")
    _, second = load(folder).samples
    plan, context = second.context.plan, second.context
    assert [one.due for one in plan.milestones] == [date(2026, 3, 20), date(2026, 5, 29)]
    assert [one.id for one in plan.actions] == ["send-soc2", "pricing-sheet", "read-contract"]
    lena = plan.person("lena-ortiz")
    assert lena
    assert lena.sentiment is None  # the optional edit is not made
    day = date(2026, 3, 3)
    assert context.engaged == {"dan-cole": day, "lena-ortiz": day}
    assert context.known == {"uma-berg": day}
    assert [(one.kind, one.basis) for one in context.risks] == [("blocker_raised", "said")]
    assert context.risks[0].evidence[0].source == "acme-wms.s1"
    assert context.source_id == "acme-wms.s2"
