"""The working days of countries, from the package `holidays`."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from plan.calendar import WEEKENDS, Calendar


class Country(NamedTuple):
    """A country's working days.

    Attributes:
        calendar: Its public holidays, those of regions not among them, and its weekend. A day
            that it works in place of a holiday stays a weekend's.
        known: False where its holidays are not known: then Saturdays and Sundays are off.
    """

    calendar: Calendar
    known: bool


def calendar_of(country: str | None, years: Iterable[int]) -> Country:
    """The working days of a country in some years; all other years have its weekends only.

    Args:
        country: An ISO 3166 code of two letters; None where a deal's is not known.
        years: The years that are counted in.
    """
    return _country(country, tuple(sorted(set(years))))


@lru_cache(maxsize=1024)
def _country(country: str | None, years: tuple[int, ...]) -> Country:
    if country is None:
        return Country(WEEKENDS, known=False)
    from holidays import country_holidays  # noqa: PLC0415  # 0.2 s that most commands can save

    try:
        found = country_holidays(country, years=years)
    except NotImplementedError:
        return Country(WEEKENDS, known=False)
    return Country(Calendar(frozenset(found), frozenset(found.weekend)), known=True)
