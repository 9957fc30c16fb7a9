"""The deal hangs on one person of the buyer's side, or on none."""

from collections.abc import Iterator, Sequence
from datetime import date

from plan.calendar import shifted
from plan.models import Stakeholder
from plan.observations import Risk
from plan.risks.situation import Situation
from plan.risks.wording import day, days, listed


def single_threaded(situation: Situation) -> Iterator[Risk]:
    """One risk if fewer than `engaged_people` active buyers were heard in `engaged_days`.

    It names those who were. High if there is nobody, else medium. A closed deal has none.
    """
    engaged = [one for one in situation.buyers if _engaged(situation, one)]
    if situation.closed or len(engaged) >= situation.numbers.engaged_people:
        return
    yield Risk(
        kind="single_threaded",
        severity="medium" if engaged else "high",
        stakeholders=tuple(one.id for one in engaged),
        why=_why(situation, engaged),
        since=_since(situation),
    )


def turns(situation: Situation) -> Iterator[date]:
    """The days from which somebody who was heard is engaged no longer."""
    return iter(() if situation.closed else _lapses(situation))


def _lapses(situation: Situation) -> list[date]:
    """The first day on which each buyer who was ever heard is engaged no longer, latest first."""
    heard = (situation.last_heard(one) for one in situation.buyers)
    span = situation.numbers.engaged_days + 1
    return sorted((shifted(one, span) for one in heard if one), reverse=True)


def _since(situation: Situation) -> date | None:
    """The day one too few were left; None where there never were enough."""
    needed = situation.numbers.engaged_people
    lapses = _lapses(situation)
    return lapses[needed - 1] if len(lapses) >= needed else None


def _engaged(situation: Situation, person: Stakeholder) -> bool:
    heard = situation.last_heard(person)
    return heard is not None and (situation.on - heard).days <= situation.numbers.engaged_days


def _why(situation: Situation, engaged: Sequence[Stakeholder]) -> str:
    who = f"Only {listed([one.name for one in engaged])}" if engaged else "Nobody"
    verb = "were" if len(engaged) > 1 else "was"
    span = days(situation.numbers.engaged_days)
    account = situation.plan.deal.account
    return f"{who} at {account} {verb} heard in the {span} up to {day(situation.on)}."
