"""A deal stays in its stage and nothing in it gets done."""

from collections.abc import Iterator
from datetime import date

from plan.calendar import shifted
from plan.observations import Risk
from plan.risks.situation import Situation
from plan.risks.wording import day, days

LONG = 2
"""Standing still for more than this many times the threshold is of high severity."""


def stalled_stage(situation: Situation) -> Iterator[Risk]:
    """One risk if the stage is the same and no milestone was done for longer than `stalled_days`.

    High from more than twice as many, else medium. A stage that the table leaves out has none,
    nor has a closed deal.
    """
    span = _span(situation)
    since = _since(situation)
    still = (situation.on - since).days
    if span is None or still <= span:
        return
    yield Risk(
        kind="stalled_stage",
        severity="high" if still > LONG * span else "medium",
        why=(
            f"The deal is in {situation.plan.deal.stage}, and for {days(still)}, "
            f"since {day(since)}, neither its stage has changed nor a milestone was done."
        ),
        since=since,
    )


def turns(situation: Situation) -> Iterator[date]:
    """The days on which the deal has stood still for too long, and for twice too long."""
    span = _span(situation)
    if span is not None:
        yield shifted(_since(situation), span + 1)
        yield shifted(_since(situation), LONG * span + 1)


def _span(situation: Situation) -> int | None:
    return (
        None if situation.closed else situation.numbers.stalled_days.get(situation.plan.deal.stage)
    )


def _since(situation: Situation) -> date:
    """The day of the last progress: the stage was entered or a milestone done."""
    staged = situation.staged or situation.plan.as_of
    return max(staged, situation.progressed or staged)
