"""Dates that cannot all be kept: too late for the close date, or before what must come first."""

from collections.abc import Iterator
from datetime import date

from plan.models import Milestone
from plan.observations import Risk
from plan.risks.signing import signing_path
from plan.risks.situation import Situation
from plan.risks.wording import apart, day, days, title


def timeline_drift(situation: Situation) -> Iterator[Risk]:
    """One risk for each open milestone whose date cannot hold.

    A milestone drifts if the signature waits for it (or it is the signature) and it is due
    after the deal's close date: high; a closed deal has none of these. It also drifts if
    it is due before an open milestone that it directly depends on: medium.
    """
    path = signing_path(situation)
    for one in situation.open_milestones:
        if one.due is None:
            continue
        too_late = _after_close(situation, one, one.due) if one.id in path else ""
        why = too_late or _before_what_it_needs(situation, one, one.due)
        if why:
            yield Risk(
                kind="timeline_drift",
                severity="high" if too_late else "medium",
                milestones=(one.id,),
                why=why,
            )


def _after_close(situation: Situation, milestone: Milestone, due: date) -> str:
    close = situation.plan.deal.close_date
    if situation.closed or close is None or due <= close:
        return ""
    return f"{title(milestone)} is due on {day(due)}, {apart(due, close)}, the deal's close date."


def _before_what_it_needs(situation: Situation, milestone: Milestone, due: date) -> str:
    dated = [
        (other.due, title(other))
        for other in situation.open_milestones
        if other.id in milestone.depends_on and other.due is not None
    ]
    latest, needed = max(dated, default=(due, ""))
    if latest <= due:
        return ""
    return (
        f"{title(milestone)} is due on {day(due)}, {days((latest - due).days)} before "
        f"{needed}, which it depends on and which is due on {day(latest, beside=due)}."
    )
