"""Working days: counting them, and finding the day some of them ahead or back."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

WEEK = 7
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """Which days people work on. Years that it has no days off for have their weekends only.

    Attributes:
        days_off: Days on which nobody works, weekend or not.
        weekend: The days of the week on which nobody works, Monday is 0.

    Raises:
        ValueError: Every day of the week is off.
    """

    days_off: frozenset[date] = frozenset()
    weekend: frozenset[int] = frozenset({5, 6})
    _holidays: Sequence[date] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.weekend >= frozenset(range(WEEK)):
            raise ValueError("A calendar needs a day of the week on which people work.")
        # What is off anyway is not counted twice; sorted, a span of them is two look-ups.
        own = sorted(one for one in self.days_off if one.weekday() not in self.weekend)
        object.__setattr__(self, "_holidays", tuple(own))

    def works(self, day: date) -> bool:
        """Whether people work on that day."""
        return day.weekday() not in self.weekend and day not in self.days_off

    def between(self, start: date, end: date) -> int:
        """The working days after `start`, up to and with `end`; negative if that is before."""
        if end < start:
            return -self.between(end, start)
        weeks, rest = divmod((end - start).days, WEEK)
        first = start.weekday() + 1
        odd = sum((first + n) % WEEK not in self.weekend for n in range(rest))
        off = bisect_right(self._holidays, end) - bisect_right(self._holidays, start)
        return weeks * (WEEK - len(self.weekend)) + odd - off

    def add(self, day: date, number: int) -> date:
        """The day that is `number` working days after a day; the day itself for 0.

        The last day there is where it would be later than that.
        """
        return self._walk(day, number, DAY, date.max)

    def nth_last(self, day: date, number: int) -> date:
        """The `number`-th working day counting back from a day, itself included, from 1.

        The first day there is where it would be earlier than that.
        """
        return self._walk(day, number - self.works(day), -DAY, date.min)

    def first_from(self, day: date) -> date:
        """The first working day that is not before a day."""
        return day if self.works(day) else self.add(day, 1)

    def _walk(self, day: date, number: int, step: timedelta, last: date) -> date:
        """The last of `number` working days met on the way from a day, which is not among them."""
        while number > 0:
            if day == last:
                return last
            day += step
            number -= self.works(day)
        return day


WEEKENDS = Calendar()
"""Saturdays and Sundays off, and nothing else."""


def shifted(day: date, days: int) -> date:
    """A day so many calendar days later or earlier; the last or first there is if beyond it."""
    if days > (date.max - day).days:
        return date.max
    if -days > (day - date.min).days:
        return date.min
    return day + timedelta(days=days)
