"""What the date layer finds in a text."""

from datetime import date
from typing import Literal

from plan.models import Frozen

Kind = Literal["day", "weekday", "offset", "today", "week", "month", "quarter", "year"]


class DateMention(Frozen):
    """One date said in a text, worked out against the day it was said on.

    `text[start:end]` are the words. `kind` is what was said: a calendar "day" (a number or a
    feast), a bare "weekday", an "offset" counted from some day ("tomorrow", "in ten days", "a
    week later"), "today", or a period, whose `day` is then the last one it leaves for something
    due ("mid May" and "early June" give the day meant). `sure` is False where a careful listener
    would ask back. `negated`: the words reject the date. `past`: it lies before the day they were
    said on, where "last", "ago", "since" or "we sent it on" place it. `how` says in a sentence, for
    people, how the day was worked out.
    """

    start: int
    end: int
    day: date
    sure: bool
    kind: Kind
    negated: bool
    past: bool
    how: str
