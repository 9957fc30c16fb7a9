"""Who is away: from what was said about absences to one for each person on a day."""

from collections.abc import Iterable
from datetime import date

from plan.observations import Absence


def absent(absences: Iterable[Absence], on: date) -> dict[str, Absence]:
    """Each person's absence that has begun by a day, over or not; of several the longest.

    One that is still to come excuses nobody's silence before it begins.

    Args:
        absences: What was said, the latest source first.
        on: The day.
    """
    found: dict[str, Absence] = {}
    for one in absences:
        begun = one.since is None or one.since <= on
        # Of equal ones the first stands, whose words are the newest.
        if begun and (one.person not in found or found[one.person].until < one.until):
            found[one.person] = one
    return found
