"""Who asks about a deal is told of its open risks, and of them as they stand now."""

from api.asking.dossiers import dossier_of
from api.asking.stamps import stamp_of
from memory.records import User
from plan.observations import Risk
from tests.integration.api.risks.watch import Watch

STUCK = Risk(kind="blocker_raised", milestones=("pilot",))
REP = User(id="rep", name="Rep")


def told(watch: Watch) -> list[str]:
    with watch.store.read("default") as unit:
        return [one.key for one in dossier_of(unit, "acme", REP, watch.moment).risks]


def stamp(watch: Watch) -> str:
    with watch.store.read("default") as unit:
        return stamp_of(unit, "acme", REP, watch.moment)


def test_nobody_is_told_of_what_was_dismissed(watch: Watch) -> None:
    watch.hear(STUCK)
    watch.later(30)
    before = told(watch)
    assert before[0] == STUCK.key
    assert set(before) == set(watch.risks())
    watch.judge(STUCK.key, "dismissed", "It is solved.")
    assert told(watch) == before[1:]


def test_a_verdict_changes_what_answers_rest_on(watch: Watch) -> None:
    watch.hear(STUCK)
    stamps = [stamp(watch)]
    watch.judge(STUCK.key, "dismissed", "It is solved.")
    stamps.append(stamp(watch))
    watch.judge(STUCK.key, "reopened")
    stamps.append(stamp(watch))
    assert len({*stamps, stamp(watch)}) == 3
