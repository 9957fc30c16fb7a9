"""How figures, days and values are written in the report."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from evals.scores import Interval

NOTHING = "–"
_SECONDS = 60
_SHARES_SHOWN = 3


def figure(value: float | None) -> str:
    """A score of 0 to 1 with three digits, such as `0.464`; a dash where there is none."""
    return NOTHING if value is None else f"{value:.{_SHARES_SHOWN}f}"


def signed(value: float) -> str:
    """A difference of scores with its sign, such as `+0.012`; below 0 with a true minus."""
    text = f"{value:+.{_SHARES_SHOWN}f}"
    return f"\N{MINUS SIGN}{text[1:]}" if text.startswith("-") else text


def between(interval: Interval) -> str:
    """An interval of scores."""
    return f"{figure(interval[0])} to {figure(interval[1])}"


def signed_between(interval: Interval) -> str:
    """An interval of differences."""
    return f"{signed(interval[0])} to {signed(interval[1])}"


def counted(number: int, thing: str) -> str:
    """A number of things, such as `1 source` or `1,044 sources`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def day(value: date) -> str:
    """A day with its weekday, such as `Tue 3 Mar 2026`."""
    return f"{value:%a} {value.day} {value:%b %Y}"


def clock(seconds: float | None) -> str:
    """A moment of a recording, such as `12:05`; empty where the source tells none."""
    if seconds is None:
        return ""
    minutes, left = divmod(int(seconds), _SECONDS)
    return f"{minutes}:{left:02d}"


def duration(seconds: float) -> str:
    """Seconds in a form to read, such as `0.42 s`, `12.6 s` or `4 min 10 s`."""
    if seconds < 1:
        return f"{seconds:.2f} s"
    if seconds < _SECONDS:
        return f"{seconds:.1f} s"
    minutes, left = divmod(round(seconds), _SECONDS)
    return f"{minutes:,} min {left} s"


def amount(value: float) -> str:
    """An amount of tokens or dollars, or a difference of them; to the hundredth of a cent."""
    text = f"{value:,.0f}" if value == int(value) else f"{value:,.4f}"
    return f"\N{MINUS SIGN}{text[1:]}" if text.startswith("-") else text


def money(dollars: Decimal) -> str:
    """US dollars, to the cent, or to a hundredth of it below a dollar."""
    return f"${dollars:,.2f}" if dollars >= 1 or not dollars else f"${dollars:.4f}"


def words_of(name: str) -> str:
    """A name from a closed list as words, such as `sponsor silent`."""
    return name.replace("_", " ")


def shown(value: object) -> str:
    """A field's value as people read it: lists with commas, nothing as `nothing`."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(shown(one) for one in value) or "none"
    return str(value)


def listed(names: Sequence[str]) -> str:
    """Names as a list in a sentence, such as `due, owner and status`."""
    most, last = names[:-1], names[-1:]
    return " and ".join((", ".join(most), *last)) if most else "".join(last)


def breakable(text: str) -> Markup:
    """A text, escaped, that a narrow line may break after each `_`."""
    return Markup("_<wbr>").join(text.split("_"))
