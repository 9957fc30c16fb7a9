"""Said risks are opened, renewed, and not opened anew by older words."""

from datetime import date

from agent.said.holding import NO_WORDS, OVER
from tests.unit.agent.said.telling import (
    ON,
    assessed,
    context,
    kinds,
    open_after,
    risk,
    said,
    words,
)

STUCK = "Legal will not sign without the annex."
LINE = ("Tom Vance", STUCK)


def test_words_open_a_risk_on_the_day_of_their_source() -> None:
    (found,) = open_after(context(LINE), said("blocker_raised", STUCK, what=["review"]))
    assert (found.kind, found.milestones, found.since) == ("blocker_raised", ("review",), ON)
    assert [(one.source, one.turn) for one in found.evidence] == [("s1", 1)]


def test_newer_words_of_the_same_cause_are_the_same_risk_and_keep_its_first_day() -> None:
    known = risk("blocker_raised", who=["tom"], what=["training"])
    seen = context(LINE, risks=[known])
    (found,) = open_after(seen, said("blocker_raised", STUCK, who=["tom"], what=["review"]))
    assert found.since == known.since
    assert found.milestones == ("review",)
    assert [one.source for one in found.evidence] == ["s0", "s1"]


def test_older_words_are_evidence_and_leave_whom_and_what_it_names() -> None:
    known = risk("blocker_raised", who=["tom"], what=["training"], since=date(2026, 7, 5))
    seen = context(LINE, risks=[known], late=True)
    (found,) = open_after(seen, said("blocker_raised", STUCK, who=["tom"], what=["review"]))
    assert found.milestones == ("training",)
    assert found.since == ON, "the first words that say it"


def test_a_risk_of_which_nobody_knows_since_when_it_is_stays_so() -> None:
    known = risk("blocker_raised", who=["tom"], since=None)
    seen = context(LINE, risks=[known])
    assert open_after(seen, said("blocker_raised", STUCK, who=["tom"]))[0].since is None


def test_another_cause_is_another_risk() -> None:
    seen = context(LINE, risks=[risk("blocker_raised", who=["lena"])])
    assert len(open_after(seen, said("blocker_raised", STUCK, who=["tom"]))) == 2


def test_what_later_sources_have_settled_is_not_opened_by_older_words() -> None:
    seen = context(LINE, settled=[risk("blocker_raised", who=["tom"])], late=True)
    done = assessed(seen, said("blocker_raised", STUCK, who=["tom"]))
    assert "blocker_raised" not in kinds(done.risks)
    assert [one.reason for one in done.drops] == [OVER]


def test_older_words_open_what_nobody_has_settled() -> None:
    seen = context(LINE, settled=[risk("blocker_raised", who=["lena"])], late=True)
    assert kinds(open_after(seen, said("blocker_raised", STUCK, who=["tom"]))) == ["blocker_raised"]


def test_newer_words_open_again_what_somebody_dismissed() -> None:
    dismissed = risk("blocker_raised", who=["tom"]).model_copy(update={"status": "dismissed"})
    quiet = open_after(context(LINE, risks=[dismissed]))
    again = open_after(context(LINE, risks=[dismissed]), said("blocker_raised", STUCK, who=["tom"]))
    assert [one.status for one in (*quiet, *again)] == ["dismissed", "open"]


def test_words_that_stand_nowhere_open_nothing() -> None:
    done = assessed(context(LINE), said("blocker_raised", "Never said."))
    assert [one.reason for one in done.drops] == [NO_WORDS]
    assert "blocker_raised" not in kinds(done.risks)


def test_reading_the_same_again_changes_nothing() -> None:
    draft = said("blocker_raised", STUCK, who=["tom"])
    once = open_after(context(LINE), draft)
    assert open_after(context(LINE, risks=once), draft) == once


def test_strangers_are_not_named() -> None:
    (found,) = open_after(context(LINE), said("blocker_raised", STUCK, who=["zoe"], what=["x"]))
    assert (found.stakeholders, found.milestones) == ((), ())
    assert words(source="s1").turn == found.evidence[0].turn
