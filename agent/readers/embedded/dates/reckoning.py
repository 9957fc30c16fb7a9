"""Counting with days, weeks, months and quarters; weeks start on Monday."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from agent.readers.embedded.dates.names import MONTH_NAMES, WEEKDAY_NAMES

# Which way a date without a year may lie: "by …" looks ahead, "we sent it on …" back.
Lean = Literal["ahead", "back", "either"]

FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
_WEEK = 7
_YEAR_MONTHS = 12
# Nothing said of a date that lies this far back: it is sooner a past one than next year's.
_RECENT = timedelta(days=75)
# Something told in the past tense lies no further back without its year being said.
_PAST = timedelta(days=180)
_SPANS = 12


def plain(day: date) -> str:
    """Write a day for people, whatever the machine's language."""
    return f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def on_calendar(year: int, month: int, day: int) -> date | None:
    """The date of these three, or None where there is no such day."""
    if 1 <= month <= _YEAR_MONTHS and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def month_start(day: date, months: int = 0) -> date:
    """The first of the month that lies so many months after that of `day`."""
    count = day.year * _YEAR_MONTHS + day.month - 1 + months
    return date(count // _YEAR_MONTHS, count % _YEAR_MONTHS + 1, 1)


def month_end(day: date) -> date:
    """The last day of the month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or that month's last if it is shorter."""
    start = month_start(day, months)
    return start.replace(day=min(day.day, month_end(start).day))


def quarter_start(day: date, quarters: int = 0) -> date:
    """The first day of the quarter so many quarters after that of `day`."""
    return month_start(day, quarters * 3 - (day.month - 1) % 3)


def monday(day: date, weeks: int = 0) -> date:
    """The Monday of the week so many weeks after that of `day`."""
    return day + timedelta(days=weeks * _WEEK - day.weekday())


def next_weekday(day: date, weekday: int) -> date:
    """The first such weekday after `day`."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % _WEEK + 1)


def last_weekday(day: date, weekday: int) -> date:
    """The last such weekday before `day`."""
    return day - timedelta(days=(day.weekday() - weekday - 1) % _WEEK + 1)


def add_working_days(day: date, count: int) -> date:
    """Count working days on (or back if negative), leaving out weekends, not feasts."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.weekday() >= SATURDAY:
            day += step
    return day


def without_year(on: date, month: int, day: int, lean: Lean) -> date | None:
    """The day and month nearest to `on` that makes sense: ahead unless just past."""
    years = (on_calendar(on.year + k, month, day) for k in range(-_SPANS, _SPANS))
    days = [found for found in years if found]
    if lean == "back":
        last = max((found for found in days if found <= on), default=None)
        if last is not None and on - last <= _PAST:
            return last
    first = on if lean == "ahead" else on - _RECENT
    return min((found for found in days if found >= first), default=None)


def without_month(on: date, day: int, lean: Lean) -> date | None:
    """The next such day of a month from `on` on, or the last one up to it when leaning back."""
    months = (month_start(on, k) for k in range(-_SPANS, _SPANS))
    days = (on_calendar(start.year, start.month, day) for start in months)
    found = [each for each in days if each]
    if lean == "back":
        return max((each for each in found if each <= on), default=None)
    return min((each for each in found if each >= on), default=None)
