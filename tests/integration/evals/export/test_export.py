"""A deal's decisions exported from a real store: the cases hold what was decided, and load."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from evals.cases.loading import load, load_all
from evals.export import Exported, ExportError, export
from evals.judging.judge import judge
from memory.errors import NotFoundError
from memory.sql import SqlStore
from plan.observations import Risk
from tests.integration.evals.export.desk import CALL, MAIL, PLAN, Desk, edit
from tests.unit.evals.small import perfect
from tools.desk.opening import open_deal
from tools.desk.undoing import undo
from tools.exchange.safe_yaml import load as yaml
from tools.intake import intake

LEGAL = "action.milestone: there is no milestone `legal` in acme."


@pytest.fixture
def desk(database_url: str) -> Iterator[Desk]:
    store = SqlStore(database_url)
    store.upgrade()
    here = Desk(store)
    with store.write("default") as unit:
        open_deal(unit, PLAN, here.acting())
    yield here
    store.close()


def exported(desk: Desk, folder: Path) -> Exported:
    with desk.store.read("default") as unit:
        return export(unit, "acme", folder)


def content(path: Path) -> Any:  # noqa: ANN401 - what a YAML file holds
    return yaml(path.read_text(encoding="utf-8"))


def worked_on(desk: Desk) -> None:
    """A call with every kind of decision, edits by hand, a mail, and a call nobody looked at."""
    call = desk.source(CALL, date(2026, 3, 3))
    risk = Risk(
        kind="blocker_raised",
        severity="high",
        milestones=("review", "not-yet"),
        why="The pen test is late.",
        basis="said",
    )
    silent = Risk(kind="sponsor_silent")
    found = desk.read(
        call,
        (edit("milestone", "review", due="2026-03-20"), "the review ends on the twentieth"),
        (
            edit("stakeholder", "uma-berg", "add", name="Uma Berg", side="buyer"),
            "Uma Berg joins us",
        ),
        (
            edit("action", "contract", "add", title="Send it", owner="uma-berg", status="open"),
            "Then I'll send Uma the contract by Friday|Uma Berg joins us from legal",
        ),
        (edit("milestone", "signature", due="2026-04-15"), "we might even sign in April"),
        (edit("action", "send-soc2", status="done"), "The SOC 2 report reached me"),
        (edit("action", "annex", "add", title="Look at the annex"), "look at the annex, some day"),
        (edit("deal", "deal", amount="250000"), "the price stays at 250,000"),
        (edit("action", "phone-uma", "add", title="Call Uma"), "call her on Monday"),
        (edit("plan", "plan", objective="Sell"), ""),
        risks=(risk, silent),
    )
    desk.approve(found["review"])
    desk.approve(found["contract"], due="2026-03-06", title="Send Uma the contract")
    desk.reject(found["signature"], "Hypothetical")
    taken_back = desk.approve(found["send-soc2"])
    with desk.store.write("default") as unit:
        undo(unit, taken_back, desk.acting())
    desk.reject(found["deal"], "that is the list price")
    desk.by_hand(edit("milestone", "kickoff", "add", title="Kick-off"))
    desk.by_hand(edit("milestone", "signature", due="2026-05-29", owner="dan-cole"))
    mail = desk.source(MAIL, date(2026, 3, 10))
    found = desk.read(
        mail,
        (
            edit("milestone", "signature", due="2026-04-30", owner="dan-cole"),
            "We sign on the thirtieth",
        ),
        (edit("milestone", "kickoff", due="2026-05-04"), "that is settled"),
    )
    desk.approve(found["signature"])
    desk.reject(found["kickoff"])
    desk.read(desk.source(CALL.replace(b"late", b"here"), date(2026, 3, 12)))
    desk.source(CALL.replace(b"late", b"done"), date(2026, 3, 13))


def test_what_was_decided_is_gold_what_was_rejected_a_trap_and_the_rest_optional(
    desk: Desk, tmp_path: Path
) -> None:
    worked_on(desk)
    told = exported(desk, tmp_path / "own")
    assert told.cases == ("acme-01", "acme-02")
    assert content(tmp_path / "own/acme-01/gold/01.yaml") == {
        "source": "01-call.vtt",
        "date": date(2026, 3, 3),
        "edits": [
            {
                "op": "update",
                "entity": "milestone",
                "id": "review",
                "set": {"due": date(2026, 3, 20)},
                "quote": "the review ends on the twentieth",
                "speaker": "lena-ortiz",
                "required": True,
            },
            {
                "op": "add",
                "entity": "stakeholder",
                "set": {"id": "uma-berg", "name": "Uma Berg", "side": "buyer"},
                "quote": "Uma Berg joins us",
                "speaker": "lena-ortiz",
                "required": True,
            },
            {
                "op": "add",
                "entity": "action",
                "set": {
                    "id": "contract",
                    "title": "Send Uma the contract",
                    "owner": "uma-berg",
                    "due": date(2026, 3, 6),
                },
                "quote": [
                    "Then I'll send Uma the contract by Friday",
                    "Uma Berg joins us from legal",
                ],
                "speaker": "dan-cole",
                "required": True,
            },
            {
                "op": "add",
                "entity": "action",
                "set": {"id": "phone-uma", "title": "Call Uma"},
                "quote": "call her on Monday",
                "speaker": "dan-cole",
                "required": False,
            },
            {
                "op": "update",
                "entity": "action",
                "id": "send-soc2",
                "set": {"status": "done"},
                "quote": "The SOC 2 report reached me",
                "speaker": "lena-ortiz",
                "required": False,
            },
            {
                "op": "add",
                "entity": "action",
                "set": {"id": "annex", "title": "Look at the annex"},
                "quote": "look at the annex, some day",
                "speaker": "dan-cole",
                "required": False,
            },
        ],
        "traps": [
            {
                "quote": "we might even sign in April",
                "why": "hypothetical",
                "note": "Hypothetical",
            },
            {
                "quote": "the price stays at 250,000",
                "why": "not_agreed",
                "note": "that is the list price",
            },
        ],
    }
    assert (told.edits, told.optional, told.traps, told.undecided) == (4, 3, 3, 2)
    assert [one.reason for one in told.left_out] == ["It rests on no words of the source."]
    assert str(told) == (
        "2 cases with 4 edits, 3 optional and 3 traps; 2 sources without a decision; 1 left out"
    )


def test_the_plan_is_as_the_source_was_read_with_edits_by_hand_before_it(
    desk: Desk, tmp_path: Path
) -> None:
    worked_on(desk)
    exported(desk, tmp_path / "own")
    first = content(tmp_path / "own/acme-01/deal.yaml")
    assert first["deal"]["amount"] == 240000
    assert [person.get("last_engaged") for person in first["stakeholders"]] == [
        None,
        date(2026, 3, 5),
    ]
    assert [one["due"] for one in first["plan"]["milestones"] if "due" in one] == [
        date(2026, 3, 13)
    ]
    assert first["plan"]["risks"] == []
    second = content(tmp_path / "own/acme-02/deal.yaml")
    engaged = {person["id"]: person.get("last_engaged") for person in second["stakeholders"]}
    assert engaged == {
        "lena-ortiz": date(2026, 3, 3),
        "dan-cole": date(2026, 3, 5),
        "uma-berg": None,
    }
    assert [one["id"] for one in second["plan"]["milestones"]] == ["review", "signature", "kickoff"]
    assert second["plan"]["milestones"][1]["due"] == date(2026, 5, 29)
    assert second["plan"]["risks"] == [
        {
            "kind": "blocker_raised",
            "severity": "high",
            "milestones": ["review"],
            "why": "The pen test is late.",
        }
    ]
    gold = content(tmp_path / "own/acme-02/gold/01.yaml")
    assert gold["source"] == "01-email.eml"
    assert gold["edits"][0]["set"] == {"due": date(2026, 4, 30)}
    assert gold["traps"] == [{"quote": "that is settled", "why": "not_agreed"}]


def test_the_cases_load_and_their_gold_scores_full_against_itself(
    desk: Desk, tmp_path: Path
) -> None:
    worked_on(desk)
    exported(desk, tmp_path / "own")
    cases = load_all([tmp_path / "own"])
    assert [case.name for case in cases] == ["acme-01", "acme-02"]
    for case in cases:
        (sample,) = case.samples
        verdicts = [one.verdict for one in judge(sample, perfect(sample))]
        assert set(verdicts) == {"right"}
        assert sample.gold.risks is None
        assert sample.gold.next_best_action is None
    (second,) = cases[1].samples
    assert [risk.kind for risk in second.context.risks] == ["blocker_raised"]


def test_sources_are_written_as_they_are_read(desk: Desk, tmp_path: Path) -> None:
    worked_on(desk)
    exported(desk, tmp_path / "own")
    for case, name, data, day in (
        ("acme-01", "01-call.vtt", CALL, date(2026, 3, 3)),
        ("acme-02", "01-email.eml", MAIL, date(2026, 3, 10)),
    ):
        written = intake((tmp_path / "own" / case / "sources" / name).read_bytes(), day=day)
        came = intake(data, day=day)
        same = {"filename": "", "sha256": ""}
        assert written.model_copy(update=same) == came.model_copy(update=same)


def test_a_source_read_again_is_exported_on_the_plan_before_its_own_changes(
    desk: Desk, tmp_path: Path
) -> None:
    call = desk.source(CALL, date(2026, 3, 3))
    found = desk.read(
        call, (edit("milestone", "review", due="2026-03-20"), "the review ends on the twentieth")
    )
    desk.approve(found["review"])
    desk.again(call)
    found = desk.read(call, (edit("action", "send-soc2", status="done"), "SOC 2 report reached me"))
    desk.approve(found["send-soc2"])
    exported(desk, tmp_path / "own")
    (sample,) = load(tmp_path / "own/acme-01").samples
    assert [edit.item for edit in sample.gold.edits] == ["review", "send-soc2"]
    assert sample.context.plan.milestones[0].due == date(2026, 3, 13)


def test_what_does_not_fit_the_plan_before_is_left_out_and_told(desk: Desk, tmp_path: Path) -> None:
    call = desk.source(CALL, date(2026, 3, 3))
    found = desk.read(
        call,
        (edit("milestone", "review", due="2026-03-20"), "the review ends on the twentieth"),
        (edit("action", "contract", "add", title="Send it"), "I'll send Uma the contract"),
        (edit("deal", "deal", amount="250000"), "the price stays at 250,000"),
    )
    desk.by_hand(edit("milestone", "legal", "add", title="Legal"))
    desk.by_hand(edit("milestone", "review", due="2026-03-25"))
    desk.approve(found["contract"], milestone="legal")
    with desk.store.read("default") as unit:
        stale = unit.proposals.get(found["review"].id)
    desk.approve(stale, due="2026-03-13")
    desk.approve(found["deal"], amount=Decimal("260000.50"))
    (tmp_path / "own").mkdir()
    told = exported(desk, tmp_path / "own")
    assert [str(one) for one in told.left_out] == [
        f"{stale.id} is left out: The plan before the source says so already.",
        f"{found['contract'].id} is left out: It does not fit the plan before the source: {LEGAL}",
    ]
    gold = content(tmp_path / "own/acme-01/gold/01.yaml")
    assert [one["set"] for one in gold["edits"]] == [{"amount": Decimal("260000.5")}]
    readme = (tmp_path / "own/README.txt").read_text(encoding="utf-8")
    assert LEGAL in readme
    assert "1 case with 1 edit, 0 optional and 0 traps; 2 left out." in readme


def test_earlier_is_what_was_said_earlier_whenever_it_came(desk: Desk, tmp_path: Path) -> None:
    mail, call = desk.source(MAIL, date(2026, 3, 10)), desk.source(CALL, date(2026, 3, 3))
    words = {mail: "We sign on the thirtieth", call: "we might even sign in April"}
    for source in (mail, call):
        found = desk.read(source, (edit("deal", "deal", stage="proposal"), words[source]))
        desk.reject(found["deal"])
    exported(desk, tmp_path / "own")
    engaged = [
        content(tmp_path / "own" / case / "deal.yaml")["stakeholders"][0].get("last_engaged")
        for case in ("acme-01", "acme-02")
    ]
    assert engaged == [date(2026, 3, 3), None]


def test_a_source_that_no_file_keeps_is_left_out_and_the_others_are_not(
    desk: Desk, tmp_path: Path
) -> None:
    odd = intake(CALL, day=date(2026, 3, 2)).model_copy(update={"sha256": "1" * 64})
    turns = (odd.turns[0].model_copy(update={"text": "Two  blanks are kept."}), *odd.turns[1:])
    for source, words in (
        (desk.keep(odd.model_copy(update={"turns": turns})), "are kept"),
        (desk.source(CALL, date(2026, 3, 3)), "we might even sign in April"),
    ):
        desk.reject(desk.read(source, (edit("deal", "deal", stage="proposal"), words))["deal"])
    told = exported(desk, tmp_path / "own")
    assert told.cases == ("acme-02",)
    (left_out,) = told.left_out
    assert left_out.what == "acme.s1"
    assert "Two  blanks" in left_out.reason


def test_a_source_of_which_only_optional_changes_are_left_is_no_case(
    desk: Desk, tmp_path: Path
) -> None:
    call = desk.source(CALL, date(2026, 3, 3))
    found = desk.read(
        call,
        (edit("action", "contract", "add", title="Send it"), "I'll send Uma the contract"),
        (edit("deal", "deal", amount="250000"), "the price stays at 250,000"),
    )
    desk.by_hand(edit("milestone", "legal", "add", title="Legal"))
    desk.approve(found["contract"], milestone="legal")
    with pytest.raises(ExportError) as refused:
        exported(desk, tmp_path / "own")
    assert LEGAL in str(refused.value)
    assert "acme.s1 is left out: Of what was decided on it nothing is left" in str(refused.value)


def test_nothing_is_written_where_nothing_was_decided(desk: Desk, tmp_path: Path) -> None:
    call = desk.source(CALL, date(2026, 3, 3))
    desk.read(call, (edit("deal", "deal", amount="250000"), "the price stays at 250,000"))
    with pytest.raises(ExportError, match="Nothing of acme can be exported"):
        exported(desk, tmp_path / "own")
    assert not (tmp_path / "own").exists()


def test_a_folder_that_holds_something_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    worked_on(desk)
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="is not empty"):
        exported(desk, tmp_path)
    with pytest.raises(ExportError, match="cannot be used"):
        exported(desk, tmp_path / "notes.txt")
    assert [path.name for path in tmp_path.iterdir() if path.name != "var"] == ["notes.txt"]


def test_a_deal_that_is_not_there_is_told(desk: Desk, tmp_path: Path) -> None:
    with desk.store.read("default") as unit, pytest.raises(NotFoundError):
        export(unit, "nobody", tmp_path / "own")
