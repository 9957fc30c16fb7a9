"""A stored deal's risks: as of a day, with their words, and with what people said to them."""

from datetime import UTC, date, datetime

import pytest

from memory.errors import NotFoundError
from plan.errors import RefusedError
from plan.observations import Risk
from plan.sources import Evidence
from tests.integration.api.risks.watch import Watch

STUCK = Risk(kind="blocker_raised", severity="high", milestones=("pilot",))
BLOCKER = STUCK.key
OVERDUE = "overdue_milestone.pilot"


def test_what_was_said_is_shown_with_its_words(watch: Watch) -> None:
    watch.hear(STUCK)
    shown = watch.risks()[BLOCKER]
    (words,) = shown.evidence
    assert (words.quote, words.speaker) == ("The pilot is stuck", "Ada Okafor")
    assert (words.person, words.source) == ("ada-okafor", "acme.s1")
    assert (shown.basis, shown.milestones, shown.status) == ("said", ("pilot",), "open")


def test_risks_that_were_said_and_are_over_are_not_shown(watch: Watch) -> None:
    watch.hear(STUCK.model_copy(update={"status": "resolved"}))
    assert BLOCKER not in watch.risks(judged=True)


def test_days_are_the_deals_own(watch: Watch) -> None:
    watch.now = datetime(2026, 3, 27, 10, tzinfo=UTC)
    assert OVERDUE not in watch.risks()
    watch.now = datetime(2026, 3, 27, 11, tzinfo=UTC)  # in Auckland it is midnight
    assert watch.risks()[OVERDUE].since == date(2026, 3, 27)


def test_another_day_is_looked_at_by_what_is_known_now(watch: Watch) -> None:
    assert OVERDUE in watch.risks(date(2026, 3, 28))
    watch.later(60)
    assert OVERDUE not in watch.risks(date(2026, 3, 27))


@pytest.mark.parametrize("day", [date.min, date.max])
def test_no_day_is_beyond_what_can_be_looked_at(watch: Watch, day: date) -> None:
    watch.hear(STUCK, away=date(2026, 6, 1))
    assert BLOCKER in watch.risks(day)


def test_the_worst_come_first_and_the_quiet_and_muted_last(watch: Watch) -> None:
    watch.hear(STUCK, Risk(kind="scope_change", severity="low"), away=date(2026, 6, 15))
    watch.later(50)
    before = watch.risks()
    loud = [one.severity for one in before.values() if not one.quiet_until]
    assert loud == sorted(loud, key=("high", "medium", "low").index)
    assert (loud[0], loud[-1]) == ("high", "low")
    watch.mute(before[BLOCKER])
    keys = list(watch.risks())
    silent = [key for key, one in before.items() if one.quiet_until]
    assert keys[-1 - len(silent) :] == [*silent, BLOCKER]
    assert watch.risks()[BLOCKER].muted_why == "rep muted it: too many of them"


def test_silence_knows_why(watch: Watch) -> None:
    watch.hear(away=date(2026, 6, 1))
    watch.later(30)
    shown = watch.risks()["sponsor_silent.ada-okafor"]
    assert shown.quiet_until is not None
    assert shown.quiet_until >= date(2026, 6, 1)
    assert "Ada Okafor is away" in shown.quiet_why


def test_of_what_was_said_about_absences_the_last_counts(watch: Watch) -> None:
    watch.hear(away=date(2026, 4, 1))
    watch.later(1)
    watch.hear(away=date(2026, 6, 1))
    watch.later(40)
    quiet = watch.risks()["sponsor_silent.ada-okafor"].quiet_until
    assert quiet is not None
    assert quiet >= date(2026, 6, 1)


def test_a_milestone_that_was_done_is_progress(watch: Watch) -> None:
    watch.later(110)
    assert watch.risks()["stalled_stage"].since == date(2026, 3, 2)
    watch.edit("demo", status="done")
    assert "stalled_stage" not in watch.risks()


def test_looking_keeps_nothing(watch: Watch) -> None:
    watch.hear(STUCK)
    before = watch.kept()
    assert watch.risks() == watch.risks()
    assert watch.kept() == before


@pytest.mark.parametrize("verdict", ["dismissed", "wrong"])
def test_what_is_dismissed_is_open_no_longer(watch: Watch, verdict: str) -> None:
    watch.hear(STUCK)
    done = watch.judge(BLOCKER, "wrong" if verdict == "wrong" else "dismissed", "It is solved.")
    assert done.verdict is not None
    assert (done.status, done.verdict.verdict) == ("dismissed", verdict)
    assert (done.verdict.by, done.verdict.on) == ("rep", date(2026, 3, 11))
    assert BLOCKER not in watch.risks()
    assert watch.risks(judged=True)[BLOCKER] == done
    assert list(watch.risks(judged=True))[-1] == BLOCKER


def test_the_same_verdict_again_changes_nothing(watch: Watch) -> None:
    watch.hear(STUCK)
    done = watch.judge(BLOCKER, "settled")
    before = watch.kept()
    assert done.status == "resolved"
    assert watch.judge(BLOCKER, "settled") == done
    assert watch.kept() == before


def test_a_verdict_is_taken_back(watch: Watch) -> None:
    watch.hear(STUCK)
    watch.judge(BLOCKER, "settled")
    assert watch.judge(BLOCKER, "reopened").status == "open"
    assert BLOCKER in watch.risks()


def test_a_dismissed_risk_comes_back_by_newer_words_only(watch: Watch) -> None:
    watch.hear(STUCK)
    watch.judge(BLOCKER, "dismissed", "It is solved.")
    watch.later(3)
    assert BLOCKER not in watch.risks()
    watch.hear(STUCK)
    assert watch.risks()[BLOCKER].status == "open"


def test_what_a_reading_found_dismissed_is_still_there(watch: Watch) -> None:
    watch.hear(STUCK)
    done = watch.judge(BLOCKER, "dismissed", "It is solved.")
    watch.later(3)
    words = (Evidence(source="acme.s1", turn=1, start=0, end=18),)
    watch.hear(STUCK.model_copy(update={"status": "dismissed", "evidence": words}))
    assert watch.risks(judged=True)[BLOCKER] == done
    assert watch.judge(BLOCKER, "reopened").status == "open"


def test_a_derived_risk_is_judged_like_any_other(watch: Watch) -> None:
    watch.later(30)
    watch.judge(OVERDUE, "dismissed", "Nobody minds.")
    watch.later(1)
    assert OVERDUE not in watch.risks()
    watch.edit("pilot", status="done")
    assert OVERDUE not in watch.risks(judged=True)


@pytest.mark.parametrize("key", ["overdue_milestone.demo", "nothing"])
def test_only_what_is_there_is_judged(watch: Watch, key: str) -> None:
    watch.hear(STUCK)
    before = watch.kept()
    with pytest.raises(NotFoundError, match=rf"no risk `{key}` in acme now; it has .*{BLOCKER}"):
        watch.judge(key, "settled")
    assert watch.kept() == before


def test_a_dismissal_needs_a_reason(watch: Watch) -> None:
    watch.hear(STUCK)
    before = watch.kept()
    with pytest.raises(RefusedError, match="Say why"):
        watch.judge(BLOCKER, "dismissed", " ")
    assert watch.kept() == before
