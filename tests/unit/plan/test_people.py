"""Who is meant by a name or an address: the one person it fits, or nobody."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.models import Stakeholder
from plan.people import match, name_words, speaker_of, speakers
from plan.sources import Notice, Source, Turn
from tests.strategies.plans import ANY_TEXT


def person(item_id: str, name: str, email: str | None = None) -> Stakeholder:
    return Stakeholder(id=item_id, name=name, email=email, side="buyer")


PEOPLE = (
    person("priya", "Priya Raman", "Priya.Raman@acme.example"),
    person("samuel", "Samuel Lee", "s.lee@acme.example"),
    person("anna", "Dr. Anna Fiedler"),
    person("holger", "Holger Fiedler"),
    person("zoe", "Zoë Ångström"),
    person("joao", "João da Silva Pereira"),
    person("lena", "Lena Ortiz", "lena@acme.example"),
    person("lena-2", "Lena Brandt"),
    person("ram", "राम शर्मा"),
    person("ramu", "मुरा"),
    person("hana", "김 하나"),
)


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("Priya Raman", "priya"),
        ("PRIYA RAMAN", "priya"),
        ("Raman, Priya", "priya"),
        ("  priya   raman ", "priya"),
        ("Priya", "priya"),
        ("Raman", "priya"),
        ("Mrs Priya Raman", "priya"),
        ("Priya Raman (Acme)", "priya"),
        ("Priya K. Raman", "priya"),
        ("\U0001d4df\U0001d4fb\U0001d4f2\U0001d502\U0001d4ea Raman", "priya"),
        ("Samuel", "samuel"),
        ("Sam", None),
        ("Sam Lee", None),
        ("Samuel Leeson", None),
        ("Lee", "samuel"),
        ("Lee's", None),
        ("Frau Dr. Anna Fiedler", "anna"),
        ("Anna", "anna"),
        ("Fiedler", None),
        ("Dr. Fiedler", None),
        ("Herr Holger Fiedler", "holger"),
        ("Zoe Angstrom", "zoe"),
        ("ZOË ÅNGSTRÖM", "zoe"),
        ("Zoe\u0308 A\u030angstro\u0308m", "zoe"),
        ("Joao Silva", "joao"),
        ("da Silva Pereira", "joao"),
        ("Silva Joao Santos", None),
        ("Lena", None),
        ("Lena Ortiz", "lena"),
        ("Brandt", "lena-2"),
        ("राम", "ram"),
        ("रमा", None),
        ("मार", None),
        ("김하나", None),
        ("하나 김", "hana"),
        ("Speaker 1", None),
        ("Dr.", None),
        ("Mr", None),
        ("", None),
        ("123", None),
        ("Priya Raman and Samuel Lee", None),
        (None, None),
    ],
)
def test_a_name_means_the_one_person_it_fits(name: str | None, who: str | None) -> None:
    assert match(PEOPLE, name) == who


@pytest.mark.parametrize(
    ("name", "address", "who"),
    [
        (None, "priya.raman@acme.example", "priya"),
        (None, "PRIYA.RAMAN@ACME.EXAMPLE", "priya"),
        ("Samuel Lee", "priya.raman@acme.example", "priya"),
        ("Lena", "lena@acme.example", "lena"),
        ("Priya Raman", "priya@home.example", "priya"),
        ("Priya Raman", "", "priya"),
        (None, "priya@home.example", None),
        ("", "nobody@acme.example", None),
        (None, None, None),
    ],
)
def test_a_known_address_decides_and_an_unknown_one_does_not(
    name: str | None, address: str | None, who: str | None
) -> None:
    assert match(PEOPLE, name, address) == who


def test_an_address_that_two_people_share_decides_nothing() -> None:
    office = (person("a", "Ann Poe", "office@x.example"), person("b", "Bo Ray", "office@x.example"))
    assert match(office, None, "office@x.example") is None
    assert match(office, "Bo Ray", "office@x.example") == "b"


def test_two_of_one_name_are_not_a_third_whose_name_is_longer() -> None:
    namesakes = [person("a", "Sam Lee"), person("b", "Sam Lee"), person("c", "Sam Lee Jones")]
    assert match(namesakes, "Sam Lee") is None
    assert match(namesakes, "Jones") == "c"


def test_the_whole_name_goes_before_a_part_of_another() -> None:
    family = [person("a", "Sam Lee"), person("b", "Sam Lee Jones")]
    assert match(family, "Sam Lee") == "a"
    assert match(family, "Sam") is None


def test_a_person_known_by_one_word_is_not_everybody_of_that_word() -> None:
    assert match([person("a", "Priya")], "Priya") == "a"
    assert match([person("a", "Priya")], "Priya Raman") is None


def test_a_title_and_a_surname_are_enough_where_nobody_else_bears_it() -> None:
    assert match([person("a", "Anna Fiedler"), person("b", "Tom Vance")], "Dr. Fiedler") == "a"


def test_nobody_is_meant_where_nobody_is_known() -> None:
    assert match([], "Priya Raman", "priya.raman@acme.example") is None


LATIN = st.text("abcdefghijklmnopqrstuvwxyzéöñßČŁ", min_size=2, max_size=8)


@given(st.lists(LATIN, min_size=1, max_size=3), st.data())
def test_order_case_and_titles_do_not_matter(words: list[str], data: st.DataObject) -> None:
    turned = data.draw(st.permutations(words))
    assert name_words(" ".join(turned).upper()) == name_words(" ".join(words))
    assert name_words(f"Dr. {' '.join(words)}") == name_words(" ".join(words))


@given(ANY_TEXT, st.text(max_size=20))
def test_everybody_answers_to_their_own_name_and_any_text_to_one_at_most(
    name: str, said: str
) -> None:
    one = person("a", f"<{name}>")
    assert match([one], one.name) == ("a" if name_words(name) else None)
    twins = [one, person("b", one.name)]
    assert match(twins, said) is None


def source(*turns: Turn, notice: Notice | None = None) -> Source:
    return Source(
        kind="email",
        format="eml",
        occurred_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
        day=date(2026, 3, 3),
        sha256="0" * 64,
        turns=turns,
        notice=notice,
    )


TURNS = (
    Turn(n=1, speaker="Priya", text="Hello."),
    Turn(n=2, speaker="Somebody", text="Hello."),
    Turn(n=3, speaker=None, address="lena@acme.example", text="Hi."),
    Turn(n=4, speaker=None, text="(laughs)"),
    Turn(n=5, speaker="Priya Raman", text="So."),
)


def test_those_who_spoke_are_known_by_label_or_address() -> None:
    assert speakers(source(*TURNS), PEOPLE) == {"priya", "lena"}
    assert [speaker_of(turn, PEOPLE) for turn in TURNS] == ["priya", None, "lena", None, "priya"]


@pytest.mark.parametrize("notice", ["automatic_reply", "calendar"])
def test_nobody_wrote_what_a_machine_sent(notice: Notice) -> None:
    assert speakers(source(*TURNS, notice=notice), PEOPLE) == frozenset()
