"""A milestone's day has passed and it is not done."""

from collections.abc import Iterator
from datetime import date

from plan.calendar import shifted
from plan.observations import Risk
from plan.risks.signing import signing_path
from plan.risks.situation import Situation
from plan.risks.wording import apart, day, title


def overdue_milestone(situation: Situation) -> Iterator[Risk]:
    """One risk for each milestone due before the day and neither done nor cancelled.

    High if the signature waits for it or it is the signature, else medium. Closed deals
    have it too.
    """
    path = signing_path(situation)
    for one in situation.open_milestones:
        if one.due is not None and one.due < situation.on:
            yield Risk(
                kind="overdue_milestone",
                severity="high" if one.id in path else "medium",
                milestones=(one.id,),
                why=(
                    f"{title(one)} was due on {day(one.due)}, "
                    f"{apart(one.due, situation.on)}, and is not done."
                ),
                since=one.due,
            )


def turns(situation: Situation) -> Iterator[date]:
    """The days after those on which open milestones are due."""
    return (shifted(one.due, 1) for one in situation.open_milestones if one.due is not None)
