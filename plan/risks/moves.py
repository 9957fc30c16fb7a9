"""When a deal last moved, by its history: what rules about standing still need beside the plan."""

from collections.abc import Iterable
from datetime import date, tzinfo
from typing import NamedTuple

from plan.events import Event


class Moves(NamedTuple):
    """The deal's own days on which it last moved.

    Attributes:
        staged: The day it entered its stage; None if it was opened in it.
        progressed: The last day on which a milestone was done that still is; None if none was.
    """

    staged: date | None
    progressed: date | None


def moves(events: Iterable[Event], zone: tzinfo) -> Moves:
    """When a deal last moved.

    Args:
        events: The deal's whole history, in order.
        zone: The deal's time zone.
    """
    staged: date | None = None
    done: dict[str, date] = {}
    for event in events:
        day = event.at.astimezone(zone).date()
        if event.entity == "deal" and "stage" in event.after:
            staged = day
        if event.entity == "milestone" and (event.type == "retracted" or "status" in event.after):
            done.pop(event.id, None)
            if event.after.get("status") == "done":
                done[event.id] = day
    return Moves(staged, max(done.values(), default=None))
