"""Commands that need no reading: what they change, what they answer, what they refuse."""

from pathlib import Path
from typing import Any

import pytest

from tests.e2e.tandem import GOLDEN
from tests.integration.api.cli.typed import Typed

DEAL = "bluegum-rosters"
OPEN = ("import", str(GOLDEN / DEAL / "deal.yaml"))
NEW = ("new", "acme", "--account", "Acme Foods", "--seller", "Us", "--as-of", "2026-03-02")


def test_a_deal_is_opened_and_filled_by_hand(typed: Typed) -> None:
    typed.run(*NEW, "--amount", "240000.00", "--currency", "EUR", "--close-date", "2026-05-29")
    typed.run(
        "edit",
        "acme",
        "stakeholder",
        "new",
        "name=Ada Okafor",
        "side=buyer",
        "roles=legal,security",
    )
    typed.run(
        "edit", "acme", "milestone", "new", "title=Pilot", "owner=ada-okafor", "due=2026-04-01"
    )
    typed.run("edit", "acme", "deal", "-", "stage=evaluation")
    typed.run("edit", "acme", "milestone", "pilot", "owner=")
    shown: Any = typed.json("show", "acme")
    plan = shown["plan"]
    assert (plan["deal"]["amount"], plan["deal"]["stage"]) == ("240000", "evaluation")
    assert plan["stakeholders"][0]["roles"] == ["legal", "security"]
    assert (plan["milestones"][0]["id"], plan["milestones"][0]["owner"]) == ("pilot", None)
    assert "Acme Foods" in typed.run("deals")


def test_any_earlier_version_is_shown(typed: Typed) -> None:
    typed.run(*NEW)
    typed.run("edit", "acme", "plan", "-", "objective=Ship faster")
    now: Any = typed.json("show", "acme")
    then: Any = typed.json("show", "acme", "--version", "1")
    assert (now["plan"]["objective"], then["plan"]["objective"]) == ("Ship faster", None)
    assert "versions 1 to 2" in typed.run("show", "acme", "--version", "3", code=2)


def test_undo_and_history_tell_who_and_what(typed: Typed) -> None:
    typed.run(*OPEN)
    typed.run("edit", DEAL, "deal", "-", "amount=15000")
    assert f"{DEAL}.d2" in typed.run("undo", DEAL)
    history: Any = typed.json("history", DEAL)
    assert [event["type"] for event in history] == ["opened", "updated", "updated"]
    assert {event["actor"] for event in history} == {"rep"}
    assert "was taken back before" in typed.run("undo", f"{DEAL}.d2", code=2)


def test_a_deal_goes_out_and_comes_in_elsewhere_byte_for_byte(
    typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed.run(*OPEN)
    typed.run("edit", DEAL, "deal", "-", "amount=15000")
    first, second = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    typed.run("export", DEAL, "--as", "history", "--to", str(first))
    assert "already" in typed.run("import", str(first), code=2)
    monkeypatch.setenv("TANDEM_HOME", str(tmp_path / "elsewhere"))
    typed.run("import", str(first))
    typed.run("export", DEAL, "--as", "history", "--to", str(second))
    assert first.read_bytes() == second.read_bytes()


def test_a_key_is_shown_once_and_revoked(typed: Typed) -> None:
    made: Any = typed.json("key", "new", "zapier", "--scope", "read")
    assert made["key"].startswith("tandem_")
    listed = typed.run("key", "list")
    assert "zapier read valid" in listed
    assert made["key"] not in listed
    assert "already" in typed.run("key", "new", "zapier", code=2)
    typed.run("key", "revoke", "zapier")
    assert "revoked" in typed.run("key", "list")
    assert "no API key" in typed.run("serve", "--host", "0.0.0.0", code=2)  # noqa: S104 - refused


def test_several_proposals_are_answered_one_by_one(typed: Typed) -> None:
    typed.run(*OPEN)
    told = typed.run("approve", f"{DEAL}.p1", f"{DEAL}.p2", code=2)
    assert f"{DEAL}.p1" in told
    assert f"{DEAL}.p2" in told
    assert "one proposal" in typed.run("approve", "a.p1", "a.p2", "--set", "due=x", code=2)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("edit", DEAL, "risk", "x", "kind=y"), "There is no `risk`"),
        (("edit", DEAL, "deal", "new", "amount=1"), "A deal has one deal"),
        (("edit", DEAL, "milestone", "new", "title"), "field=value"),
        (("edit", DEAL, "milestone", "nope", "status=done"), "no milestone `nope`"),
        (("edit", DEAL, "deal", "-", "amount=lots"), "deal.amount"),
        (("edit", DEAL, "deal", "-", "time_zone=Mars/Olympus"), "IANA"),
        (OPEN, "already"),
    ],
)
def test_what_cannot_be_done_is_told(typed: Typed, words: tuple[str, ...], told: str) -> None:
    typed.run(*OPEN)
    assert told in typed.run(*words, code=2)


def test_a_setting_that_cannot_be_used_is_named(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TANDEM_PORT", "eighty")
    assert "TANDEM_PORT" in typed.run("deals", code=2)
