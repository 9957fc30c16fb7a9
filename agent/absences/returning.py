"""When somebody who is away is back, worked out from the words behind."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from agent.absences.cues import (
    AFTER,
    BRINGING,
    FROM,
    LASTING,
    LASTING_THEN,
    STARTING,
    TO,
    UNTIL,
    WHOLE,
)
from agent.readers.embedded.dates import DateMention, Kind, find_dates
from agent.readers.embedded.dates.grammar import Scene
from agent.readers.embedded.dates.lengths import length
from agent.readers.embedded.dates.reckoning import monday, month_start, quarter_start
from agent.readers.embedded.dates.rules import longest
from agent.readers.embedded.dates.words import words_of
from agent.readers.embedded.words import plain
from plan.calendar import WEEKENDS

FIRST: Mapping[Kind, Callable[[date], date]] = {
    "week": monday,
    "month": month_start,
    "quarter": quarter_start,
    "year": lambda day: day.replace(month=1, day=1),
}
"""The first day of a period that a day lies in."""
ENDS = re.compile(r"\b(?:end|close)\b")
PART = re.compile(r"\b(?:mid|middle|late|early|beginning|start)")
"""Words that make a day of a period: "until the middle of May" is not "until May"."""
MIDDLE = 15
"""The day of a month that the bare days of a sentence are looked for around."""
CLOSE = 45
"""Characters within which an automatic reply names the day of return."""
LONG = 31
"""Days within which a return is that from an absence under way or close ahead."""


class Away(NamedTuple):
    """A time away: the first day back, and the first day away where that is said."""

    until: date
    since: date | None = None


@dataclass(frozen=True)
class Told:
    """A sentence that can be asked when somebody is back.

    Attributes:
        text: Its words.
        said: The same as they are compared.
        on: The day they were said on.
        day_first: Whether 03/04 is the third of April.
        mentions: The days that it names and does not reject.
    """

    text: str
    said: str
    on: date
    day_first: bool
    mentions: tuple[DateMention, ...]

    def on_day(self, at: int) -> Away | None:
        """Back on the day that stands at an offset.

        Of somebody who is back only in months and may not yet have left, nothing is known.
        """
        found = next((one for one in self.mentions if one.start == at), None)
        if found is None or BRINGING.match(self.said, found.end):
            return None
        away = self._ahead(self._back(found), self._started(at))
        late = away and not away.since and (away.until - self.on).days > LONG
        return None if late else away

    def close_to(self, at: int) -> Away | None:
        """Back on the first day named soon after an offset."""
        found = next((one for one in self.mentions if at <= one.start <= at + CLOSE), None)
        return self._ahead(self._back(found), self._started(at)) if found else None

    def behind(self, at: int) -> Away | None:
        """Away for the time that the words behind an offset name."""
        later = [one for one in self.mentions if one.start >= at]
        between = self.said[at : later[0].start] if later else ""
        if not later or LASTING.fullmatch(between):
            return self._for(LASTING.match(self.said, at), self._started(at))
        if UNTIL.fullmatch(between):
            return self._ahead(self._back(later[0]), self._started(at))
        if AFTER.fullmatch(between):
            return self._ahead(WEEKENDS.add(later[0].day, 1), self._started(at))
        if later[0].kind == "week" and WHOLE.fullmatch(between):
            return self._ahead(monday(later[0].day, 1), monday(later[0].day))
        return self._from(later) if FROM.fullmatch(between) else None

    def _from(self, later: Sequence[DateMention]) -> Away | None:
        """Away from one day to another, the last one away, or from it for a length of time."""
        first, last = later[0], later[1] if len(later) > 1 else None
        if last and TO.fullmatch(self.said, first.end, last.start):
            in_order = first.day <= last.day
            return self._ahead(WEEKENDS.add(last.day, 1), first.day) if in_order else None
        return self._for(LASTING_THEN.match(self.said, first.end), first.day)

    def _for(self, lead: re.Match[str] | None, since: date | None) -> Away | None:
        """Away for the length of time that stands right behind what leads to it."""
        if lead is None:
            return None
        words = words_of(self.text)
        if lead.end() not in words.starts:
            return None
        scene = Scene(words=words, on=self.on, day_first=self.day_first, inner=longest)
        found = length(scene, words.starts.index(lead.end()))
        last = found.after(since or self.on) if found else None
        return self._ahead(WEEKENDS.first_from(last), since) if last else None

    def _started(self, at: int) -> date | None:
        """The day before an offset that somebody is said to be away from."""
        before = (one for one in self.mentions if one.start < at)
        days = [one.day for one in before if STARTING.search(self.said[: one.start])]
        return days[-1] if days else None

    def _back(self, mention: DateMention) -> date:
        """The first working day from a day on, of a period from its beginning on."""
        named = self.said[mention.start : mention.end]
        if ENDS.search(named):
            return WEEKENDS.add(mention.day, 1)
        first = None if PART.search(named) else FIRST.get(mention.kind)
        return WEEKENDS.first_from(first(mention.day) if first else mention.day)

    def _ahead(self, until: date, since: date | None) -> Away | None:
        """A time away that is not over yet."""
        return Away(until, since) if until > self.on else None


def told(text: str, on: date, *, day_first: bool) -> Told:
    """Work out the days that a sentence names."""
    found = find_dates(text, on, day_first=day_first)
    month = next((one.day for one in found if one.kind == "month"), None)
    if month:
        # "In August I'm away, from the third on": the bare days are near that month.
        near = month.replace(day=MIDDLE)
        found = find_dates(text, on, day_first=day_first, about=near)
    return Told(text, plain(text), on, day_first, tuple(one for one in found if not one.negated))
