"""A trial: the verdict, what it rests on, and what each version did alone."""

from pathlib import Path

import pytest

from agent.llm.prices import Prices
from evals.cases.sample import Sample
from evals.predictions import Prediction
from evals.trials.comparing import trial
from evals.trials.judgement import LEAST
from tests.unit.evals.small import edit, predicted
from tests.unit.evals.trials.runs import flawed, nothing, perfect, run_of, tried


def test_the_version_that_reads_better_in_enough_sources_is_called_better(tmp_path: Path) -> None:
    found = tried(tmp_path, [nothing] * LEAST, [perfect] * LEAST)
    assert (found.verdict, found.sources) == ("better", LEAST)
    assert found.says == (
        "v2 reads better than v1: strict F1 0.000 to 1.000 (+1.000, 95 % interval +1.000 to "
        "+1.000), over 6 sources."
    )
    back = tried(tmp_path, [perfect] * LEAST, [nothing] * LEAST)
    assert back.verdict == "worse"
    assert back.says.startswith("v2 reads worse than v1: strict F1 1.000 to 0.000 (−1.000")  # noqa: RUF001 - as the report writes it


def test_fewer_sources_prove_nothing_however_much_they_differ(tmp_path: Path) -> None:
    found = tried(tmp_path, [nothing] * (LEAST - 1), [perfect] * (LEAST - 1))
    assert found.verdict == "same"
    assert {one.verdict for part in (found.figures, found.kinds) for one in part} == {"same"}
    assert found.says.startswith("No difference beyond noise between v1 and v2: strict F1 0.000")
    assert found.says.endswith(
        "The two differ in 5 sources; fewer than 6 cannot tell a better prompt from chance."
    )


def test_a_few_sources_of_many_prove_nothing_either(tmp_path: Path) -> None:
    """The interval alone would call four of ten, all one way, more than noise."""
    found = tried(tmp_path, [nothing] * 4 + [perfect] * 6, [perfect] * 10)
    assert found.figures[0].interval[0] > 0
    assert found.verdict == "same"
    assert "The two differ in 4 sources" in found.says


def test_what_wins_here_and_loses_there_is_noise(tmp_path: Path) -> None:
    found = tried(tmp_path, [nothing, perfect] * 6, [perfect, nothing] * 6)
    assert found.verdict == "same"
    assert "The two differ" not in found.says


def test_both_alike_differ_in_nothing(tmp_path: Path) -> None:
    found = tried(tmp_path, [flawed] * LEAST, [flawed] * LEAST)
    assert found.verdict == "same"
    assert (found.only_was.right, found.only_now.right) == ((), ())
    assert (found.only_was.needless, found.only_now.needless) == ((), ())


def test_kinds_and_fields_are_compared_each_on_its_own(tmp_path: Path) -> None:
    found = tried(tmp_path, [flawed] * LEAST, [perfect] * LEAST)
    kinds = {one.figure: (one.was, one.now, one.verdict) for one in found.kinds}
    assert kinds["update milestone"] == (0, 1, "better")
    assert kinds["update action"] == (1, 1, "same")
    assert kinds["add action"] == (0, 1, "better")
    assert "update stakeholder" not in kinds
    fields = {one.figure: (one.was, one.now, one.verdict) for one in found.fields}
    assert fields["due"] == (0, 1, "better")
    assert fields["status"] == (1, 1, "same")


def test_what_both_took_is_added_up_in_tokens_and_dollars(tmp_path: Path) -> None:
    found = tried(tmp_path, [perfect] * 4, [perfect] * 4)
    sent, answered, dollars = found.spent
    assert (sent.was, sent.now, sent.interval) == (4000, 6000, (2000, 2000))
    assert (answered.was, answered.now, answered.interval) == (400, 400, (0, 0))
    assert (dollars.what, dollars.was, dollars.now) == ("US dollars", 0.0112, 0.0152)
    assert dollars.interval == (0.004, 0.004)
    assert (found.was.tokens.money, found.now.tokens.money) == ("0.0112", "0.0152")


def test_without_a_price_nothing_is_said_of_money(tmp_path: Path) -> None:
    run = run_of(tmp_path, [perfect])
    found = trial("read", ("v1", "v2"), (run, run), Prices())
    assert [one.what for one in found.spent] == ["tokens sent", "tokens answered"]


def test_right_edits_of_one_version_are_named_with_their_words(tmp_path: Path) -> None:
    found = tried(tmp_path, [flawed], [perfect])
    assert found.only_was.right == ()
    first, *more = found.only_now.right
    assert (first.source, first.kind, first.title) == (
        "deal00/01",
        "update milestone",
        "Security review passed",
    )
    assert first.quotes[1] == "So the review closes on the twentieth"
    assert (first.other, first.anchor) == ("partly", "deal00-01-0")
    (off,) = first.off
    assert (off.field, off.given, off.expected) == ("due", "2026-03-21", "2026-03-20")
    assert [(one.title, one.other) for one in more] == [
        ("Send the pricing sheet", "missed"),
        ("Uma Berg", "missed"),
        ("Read the contract", "missed"),
    ]


def test_needless_edits_of_one_version_are_named_with_their_words(tmp_path: Path) -> None:
    found = tried(tmp_path, [flawed], [perfect])
    assert found.only_now.needless == ()
    assert [(one.title, one.verdict, one.why) for one in found.only_was.needless] == [
        ("Drop the contract", "wrong", ""),
        ("Start in June", "trap", "hypothetical"),
        ("Send the sheet", "ungrounded", ""),
    ]
    assert found.only_was.needless[1].quotes == ("I'd probably start in June.",)


@pytest.mark.parametrize(
    ("words", "alike"), [("I'd probably start", True), ("Did the SOC 2 report", False)]
)
def test_the_same_needless_edit_in_other_words_is_of_both(
    tmp_path: Path, words: str, *, alike: bool
) -> None:
    def other(_: Sample) -> Prediction:
        return predicted(edit("add", "action", "june", words, title="Begin in June"))

    found = tried(tmp_path, [flawed], [other])
    assert (found.only_now.needless == ()) == alike
