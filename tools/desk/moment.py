"""When it is: an instant, and each deal's own day then."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from plan.models import Deal


@dataclass(frozen=True)
class Moment:
    """When it is.

    Attributes:
        now: The instant, UTC.
        zone: The time zone of deals that name none.
    """

    now: datetime
    zone: str

    def zone_of(self, deal: Deal) -> ZoneInfo:
        """The deal's time zone."""
        return ZoneInfo(deal.time_zone or self.zone)

    def day(self, deal: Deal) -> date:
        """The deal's own day."""
        return self.now.astimezone(self.zone_of(deal)).date()
