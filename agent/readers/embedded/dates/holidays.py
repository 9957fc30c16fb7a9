"""Feasts that people date things by: "before Easter", "by Thanksgiving", "the day after Lucia"."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from agent.readers.embedded.dates.grammar import Family, Found, Scene
from agent.readers.embedded.dates.names import WEEKDAYS
from agent.readers.embedded.dates.reckoning import month_end, next_weekday

OfYear = Callable[[int], date]
_RECENT = timedelta(days=20)
_LONGEST = 5


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the Gregorian computus, Meeus, Jones and Butcher)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    quarter, left = divmod(of_century, 4)
    to_sunday = (32 + 2 * rest + 2 * quarter - epact - left) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> OfYear:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> OfYear:
    return lambda year: easter(year) + timedelta(days=days)


def _nth(number: int, weekday: str, month: int, *, and_days: int = 0) -> OfYear:
    """The nth weekday of a month, or the last if `number` is 0, and so many days on."""

    def day(year: int) -> date:
        before = date(year, month, 1) - timedelta(days=1)
        if number == 0:
            before = month_end(date(year, month, 1)) - timedelta(days=7)
        first = next_weekday(before, WEEKDAYS[weekday])
        return first + timedelta(days=7 * max(number - 1, 0) + and_days)

    return day


def _midsummer_eve(year: int) -> date:
    return next_weekday(date(year, 6, 18), WEEKDAYS["friday"])


_NAMES: Mapping[str, OfYear] = MappingProxyType(
    {
        "new year's eve|new years eve": _fixed(12, 31),
        "new year's day|new years day|new year's|new years": _fixed(1, 1),
        "epiphany|three kings|three kings day|twelfth night": _fixed(1, 6),
        "valentine's|valentine's day|valentines day": _fixed(2, 14),
        "st patrick's day|saint patrick's day": _fixed(3, 17),
        "may day": _fixed(5, 1),
        "juneteenth": _fixed(6, 19),
        "independence day": _fixed(7, 4),
        "bastille day": _fixed(7, 14),
        "halloween": _fixed(10, 31),
        "all saints|all saints day|all saints'": _fixed(11, 1),
        "veterans day|remembrance day|armistice day": _fixed(11, 11),
        "sinterklaas": _fixed(12, 5),
        "saint nicholas|st nicholas": _fixed(12, 6),
        "lucia": _fixed(12, 13),
        "christmas eve": _fixed(12, 24),
        "christmas|christmas day|xmas": _fixed(12, 25),
        "boxing day|st stephen's day|saint stephen's day": _fixed(12, 26),
        "ash wednesday": _from_easter(-46),
        "palm sunday": _from_easter(-7),
        "maundy thursday|holy thursday": _from_easter(-3),
        "good friday": _from_easter(-2),
        "easter|easter sunday": _from_easter(0),
        "easter monday": _from_easter(1),
        "ascension|ascension day": _from_easter(39),
        "pentecost|whitsun|whit sunday": _from_easter(49),
        "whit monday|pentecost monday": _from_easter(50),
        "corpus christi": _from_easter(60),
        "mlk|mlk day|martin luther king day": _nth(3, "monday", 1),
        "presidents day|presidents' day|president's day": _nth(3, "monday", 2),
        "memorial day": _nth(0, "monday", 5),
        "midsummer|midsummer eve": _midsummer_eve,
        "labor day": _nth(1, "monday", 9),
        "columbus day": _nth(2, "monday", 10),
        "thanksgiving": _nth(4, "thursday", 11),
        "black friday": _nth(4, "thursday", 11, and_days=1),
    }
)
# Feasts that another country keeps on another day.
_DISPUTED = frozenset({"thanksgiving"})
# A first name too: only these words before it make it the feast.
_NEEDS_LEADING = frozenset({"lucia"})
_LEADING = frozenset({"by", "before", "until", "till", "after", "on", "at", "around"})


def _phrases() -> dict[tuple[str, ...], tuple[str, OfYear]]:
    table = {}
    for names, day in _NAMES.items():
        for name in names.split("|"):
            table[tuple(name.replace("'", " '").split())] = (name, day)
    return table


_PHRASES = _phrases()


def _feast(scene: Scene, i: int) -> Found | None:
    words = scene.words
    for stop in range(min(i + _LONGEST, len(words.words)), i, -1):
        named = _PHRASES.get(words.words[i:stop])
        if named is not None:
            name, of_year = named
            led = name not in _NEEDS_LEADING or words.at(i - 1) in _LEADING
            return _dated(scene, stop, name, of_year) if led else None
    return None


def _dated(scene: Scene, stop: int, name: str, of_year: OfYear) -> Found:
    """The feast nearest to the day it was spoken of, ahead unless just past."""
    days = [of_year(scene.on.year + k) for k in (-1, 0, 1)]
    if scene.lean == "back":
        day = max(day for day in days if day <= scene.on)
    else:
        first = scene.on if scene.lean == "ahead" else scene.on - _RECENT
        day = min(day for day in days if day >= first)
    how = f"{name.title()} falls on that day in {day.year}."
    return Found(stop, day, "day", how, sure=name not in _DISPUTED)


FAMILY: Family = (({phrase[0] for phrase in _PHRASES}, _feast),)
