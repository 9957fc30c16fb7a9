"""The date layer: what days a text speaks of, worked out against the day it was said on."""

from agent.readers.embedded.dates.choice import due
from agent.readers.embedded.dates.mention import DateMention, Kind
from agent.readers.embedded.dates.scan import find_dates

__all__ = ["DateMention", "Kind", "due", "find_dates"]
