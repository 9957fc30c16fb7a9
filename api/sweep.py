"""The sweep: deals whose risks may have changed by the passing of days are looked at again."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from memory.base import Store
from memory.records import Wake
from plan.watch.ledger import Advance
from tools.desk.moment import Moment
from tools.desk.watching import muted_kinds, watch

FURTHEST_EAST = timedelta(hours=14)
"""How much later than UTC it is where days begin first."""


class Swept(NamedTuple):
    """What a sweep came to.

    Attributes:
        deals: How many deals were looked at.
        opened: How many risks are a cause for alarm for the first time.
        renewed: How many are one anew.
        worsened: How many are worse than ever before.
        settled: How many are over.
    """

    deals: int = 0
    opened: int = 0
    renewed: int = 0
    worsened: int = 0
    settled: int = 0

    def and_of(self, found: Advance) -> "Swept":
        """With one more deal."""
        return Swept(
            self.deals + 1,
            self.opened + len(found.opened),
            self.renewed + len(found.renewed),
            self.worsened + len(found.worsened),
            self.settled + len(found.settled),
        )


def sweep(
    store: Store,
    workspace: str,
    moment: Moment,
    on: date | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Swept:
    """Look at each deal of a workspace whose day has come; the same again changes nothing.

    Each deal is a transaction of its own, so that a sweep that is cut short has done what it
    did, and the next one goes on.

    Args:
        store: The store.
        workspace: The workspace.
        moment: When it is.
        on: The day to look at, for all deals; each deal's own day without.
        stopped: Whether to end before the next deal.
    """
    with store.read(workspace) as unit:
        muted = muted_kinds(unit)
        due = unit.wakes.due(on or (moment.now + FURTHEST_EAST).date())
    swept = Swept()
    for deal in _ready(due, moment, on):
        if stopped():
            break
        with store.write(workspace) as unit:
            swept = swept.and_of(watch(unit, deal, moment, on, muted))
    return swept


def _ready(due: tuple[Wake, ...], moment: Moment, on: date | None) -> Iterator[str]:
    """Those of the deals for whom the day has come by their own clocks."""
    for one in due:
        zone = ZoneInfo(one.time_zone or moment.zone)
        day = on or moment.now.astimezone(zone).date()
        if one.on is None or one.on <= day:
            yield one.deal
