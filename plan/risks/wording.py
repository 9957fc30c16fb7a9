"""How a risk's sentence names days, numbers of days, and lists."""

from collections.abc import Sequence
from datetime import date

from plan.models import Action, Milestone

# Spelled here because the calendar module speaks the machine's language.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(when: date, beside: date | None = None) -> str:
    """`9 March 2026`; without the year if the day `beside` it in the sentence is of the same."""
    short = f"{when.day} {_MONTHS[when.month - 1]}"
    return short if beside and beside.year == when.year else f"{short} {when.year}"


def apart(when: date, other: date) -> str:
    """How `when`, just named, lies to `other`, the day looked at: `3 days after 9 March`."""
    between = (when - other).days
    if not between:
        return "the day of this check"
    side = "after" if between > 0 else "before"
    return f"{days(abs(between))} {side} {day(other, beside=when)}"


def days(number: int) -> str:
    """`1 day`, `19 days`."""
    return "1 day" if number == 1 else f"{number} days"


def working_days(number: int) -> str:
    """`1 working day`, `5 working days`."""
    return "1 working day" if number == 1 else f"{number} working days"


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def quoted(called: str) -> str:
    """A title in quotation marks, so that the sentence around it stays readable."""
    return f"“{called}”"


def title(item: Milestone | Action) -> str:
    """The title of a milestone or action in quotation marks."""
    return quoted(item.title)
