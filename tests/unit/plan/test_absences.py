"""Who is or was away on a day."""

from datetime import date

from plan.absences import absent
from plan.observations import Absence

DAY = date(2026, 7, 10)


def away(until: int, since: int | None = None, person: str = "lena") -> Absence:
    begins = date(2026, 7, since) if since else None
    return Absence(person=person, until=date(2026, 7, until), since=begins)


def test_an_absence_counts_from_the_day_it_begins() -> None:
    assert absent([away(20, since=11)], DAY) == {}
    assert absent([away(20, since=10)], DAY) == {"lena": away(20, since=10)}


def test_one_that_does_not_tell_since_when_has_begun() -> None:
    assert absent([away(20)], DAY) == {"lena": away(20)}


def test_one_that_is_over_is_remembered() -> None:
    assert absent([away(3)], DAY) == {"lena": away(3)}


def test_of_several_the_longest_counts_and_of_equal_ones_the_first() -> None:
    newest, oldest = away(20, since=9), away(20, since=2)
    assert absent([away(3), newest, oldest, away(13)], DAY) == {"lena": newest}


def test_each_person_has_their_own() -> None:
    found = absent([away(20), away(13, person="tom")], DAY)
    assert {who: one.until.day for who, one in found.items()} == {"lena": 20, "tom": 13}
