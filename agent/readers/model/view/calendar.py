"""A small calendar around a source's day, so that a model counts by looking."""

from collections.abc import Iterator
from datetime import date, timedelta

_WEEK = timedelta(days=7)
_WEEKS_AFTER = 7
_MONTHS = 9
_QUARTERS = 5


def calendar(day: date, *, day_first: bool) -> str:
    """The days of the weeks around a day, the ends of the months and quarters to come.

    Args:
        day: The source's own day.
        day_first: Whether 03/04 is the third of April here.
    """
    reading = "the third of April" if day_first else "the fourth of March"
    return "\n".join(
        (
            f"The source is of {weekday(day)} {day}. Here 03/04 is {reading}.",
            weeks_around(day),
        )
    )


def weeks_around(day: date) -> str:
    """The days of the weeks around a day, and the ends of months and quarters to come."""
    return "\n".join(
        (
            "Weeks, from last week on:",
            *(_week(start) for start in _weeks(day)),
            f"Months end on {_ends(day, _MONTHS, every=1)}.",
            f"Quarters end on {_ends(day, _QUARTERS, every=3)}.",
        )
    )


def weekday(day: date) -> str:
    """The day of the week, in three letters whatever the machine's language."""
    return ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day.weekday()]


def _weeks(day: date) -> Iterator[date]:
    monday = day - timedelta(days=day.weekday())
    return (monday + _WEEK * step for step in range(-1, _WEEKS_AFTER))


def _week(monday: date) -> str:
    days = (monday + timedelta(days=step) for step in range(7))
    told = " ".join(f"{weekday(each)} {each:%m-%d}" for each in days)
    return f"{monday:%Y} week {monday.isocalendar().week}: {told}"


def _ends(day: date, count: int, *, every: int) -> str:
    ends: list[str] = []
    month = day.replace(day=1)
    while len(ends) < count:
        following = (month + timedelta(days=31)).replace(day=1)
        if month.month % every == 0:
            end = following - timedelta(days=1)
            ends.append(f"{weekday(end)} {end}")
        month = following
    return ", ".join(ends)
