"""Whoever is introduced becomes a person of the deal, with what is said of them alone."""

from collections.abc import Callable, Mapping

import pytest

from agent.ports import Context
from agent.readers.embedded.candidates.candidate import Candidate
from agent.readers.embedded.candidates.newcomers import read
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag

Make = Callable[..., Context]
Hear = Callable[[Context, Mapping[str, Mapping[Tag, float]]], Material]

DAN, PRIYA, NORA, KEN = "Dan Cole", "Priya Raman", "Nora Blake", "Ken Cho"
MEETS = {Tag.PERSON: 0.8}


def by_name(found: list[Candidate]) -> dict[object, Mapping[str, object]]:
    return {one.claim.set["name"]: one.claim.set for one in found}


def test_a_person_with_all_that_is_said(call: Make, hear: Hear) -> None:
    context = call(
        (PRIYA, "Meet Nora Blake, our Head of Procurement."),
        (PRIYA, "Her mail is Nora.Blake@acme.example."),
    )
    (one,) = read(hear(context, {"Nora": MEETS, "mail": MEETS}))
    assert (one.tag, one.claim.op, one.claim.entity) == (Tag.PERSON, "add", "stakeholder")
    assert (one.claim.id, one.claim.evidence) == ("nora-blake", (0, 1))
    assert one.claim.set == {
        "name": NORA,
        "side": "buyer",
        "title": "Head of Procurement",
        "roles": ["procurement"],
        "email": "nora.blake@acme.example",
    }


def test_somebody_unknown_who_speaks_may_introduce_themselves(call: Make, hear: Hear) -> None:
    context = call((NORA, "I look after purchasing, write to nora.blake@acme.example."))
    (one,) = read(hear(context, {"look after": MEETS}))
    assert one.claim.set["name"] == NORA
    assert one.claim.set["side"] == "buyer"


def test_each_of_two_people_has_their_own_address_and_role(call: Make, hear: Hear) -> None:
    context = call(
        (PRIYA, "Meet Nora Blake, our general counsel."),
        (PRIYA, "And this is Ken Cho, our CFO, ken.cho@acme.example."),
    )
    people = by_name(list(read(hear(context, {"Nora": MEETS, "Ken": MEETS}))))
    assert people[NORA].get("email") is None
    assert people[NORA]["roles"] == ["legal"]
    assert people[KEN]["email"] == "ken.cho@acme.example"
    assert people[KEN]["roles"] == ["economic_buyer"]


def test_two_who_speak_for_themselves_stay_apart(call: Make, hear: Hear) -> None:
    context = call(
        (NORA, "Hi, nora.blake@acme.example is where to find me."),
        (KEN, "Hi, I am here for finance, ken.cho@acme.example."),
    )
    people = by_name(list(read(hear(context, {"Hi": MEETS}))))
    assert people[NORA]["email"] == "nora.blake@acme.example"
    assert people[KEN]["email"] == "ken.cho@acme.example"


@pytest.mark.parametrize("names", [("Иван Петров", "Анна Котова"), ("李 小龍", "王 芳")])
def test_names_without_latin_letters_have_ids_of_their_own(
    call: Make, hear: Hear, names: tuple[str, str]
) -> None:
    context = call(*((name, f"Hi, {at}@acme.example.") for at, name in enumerate(names)))
    found = list(read(hear(context, {"Hi": MEETS})))
    assert {one.claim.set["name"] for one in found} == set(names)
    assert len({one.claim.id for one in found}) == len(names)


def test_the_same_person_has_one_id_wherever_they_are_met(call: Make, hear: Hear) -> None:
    small_talk = [(DAN, "Hm, hm.")] * 6
    context = call(
        (PRIYA, "Meet Nora Blake, our counsel."),
        *small_talk,
        (PRIYA, "As I said: Nora Blake of ours."),
    )
    found = list(read(hear(context, {"Nora": MEETS})))
    assert [one.claim.id for one in found] == ["nora-blake"] * 2


@pytest.mark.parametrize(
    "words",
    [
        "Meet Lena Ortiz, our Head of IT Security.",
        "Meet Acme Foods, our mother.",
        "Meet the new Legal Department.",
        "Meet Nora, our counsel.",
    ],
)
def test_known_people_companies_and_first_names_are_no_newcomers(
    call: Make, hear: Hear, words: str
) -> None:
    assert not list(read(hear(call((PRIYA, words)), {"Meet": MEETS})))


def test_without_a_side_nobody_is_added(call: Make, hear: Hear) -> None:
    context = call(("Speaker 9", "Meet Nora Blake, the counsel."))
    assert not list(read(hear(context, {"Meet": MEETS})))


def test_who_is_not_heard_is_not_introduced(call: Make, hear: Hear) -> None:
    context = call((PRIYA, "Meet Nora Blake, our counsel."))
    assert not list(read(hear(context, {"Meet": {Tag.ROLE: 0.9}})))
