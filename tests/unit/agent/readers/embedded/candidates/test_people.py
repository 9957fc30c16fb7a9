"""Words about people become feelings, departures and roles of whom they may mean."""

from collections.abc import Callable, Mapping

import pytest

from agent.ports import Context
from agent.readers.embedded.candidates.candidate import Candidate
from agent.readers.embedded.candidates.people import MEANT, read
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag
from plan.models import Plan

Make = Callable[..., Context]
Hear = Callable[[Context, Mapping[str, Mapping[Tag, float]]], Material]

DAN, LENA, PRIYA = "Dan Cole", "Lena Ortiz", "Priya Raman"


def about(found: list[Candidate]) -> list[tuple[object, int]]:
    return [(one.claim.id, one.rank) for one in found]


@pytest.mark.parametrize(
    ("tag", "feelings"),
    [(Tag.WARM, ["positive"]), (Tag.COOL, ["negative"]), (Tag.NEUTRAL, [])],
)
def test_a_feeling_of_whoever_has_another(
    call: Make, hear: Hear, tag: Tag, feelings: list[str]
) -> None:
    context = call((DAN, "Tom told us how he sees it."))
    found = list(read(hear(context, {"sees": {tag: 0.8}})))
    assert [(one.claim.id, one.claim.set["sentiment"]) for one in found] == [
        ("tom", feeling) for feeling in feelings
    ]
    assert all(one.tag is tag and one.claim.evidence == (0,) for one in found)


def test_whom_the_words_are_about_comes_before_who_says_them(call: Make, hear: Hear) -> None:
    context = call((PRIYA, "Tom is not convinced."))
    assert about(list(read(hear(context, {"Tom": {Tag.COOL: 0.8}})))) == [("tom", 0), ("priya", 1)]


def test_what_somebody_says_of_themselves_is_theirs(call: Make, hear: Hear) -> None:
    context = call((LENA, "I am not convinced, whatever Tom says."))
    (first, *_) = read(hear(context, {"Tom": {Tag.COOL: 0.8}}))
    assert (first.claim.id, first.rank) == ("lena", 0)


def test_he_is_who_was_named_last(call: Make, hear: Hear) -> None:
    context = call((DAN, "I met Tom."), (DAN, "He likes it."))
    (first, *_) = read(hear(context, {"likes": {Tag.WARM: 0.8}}))
    assert first.claim.id == "tom"


def test_sellers_feelings_are_nobody_s_business(call: Make, hear: Hear) -> None:
    context = call((DAN, "I love it."))
    assert not list(read(hear(context, {"love": {Tag.WARM: 0.8}})))


def test_not_more_people_than_can_be_told_apart(call: Make, hear: Hear) -> None:
    context = call((DAN, "Lena, Tom and Priya are against it."))
    assert len(list(read(hear(context, {"against": {Tag.COOL: 0.8}})))) == MEANT


def test_who_has_left_is_gone_once(call: Make, hear: Hear, plan: Plan) -> None:
    script = {"left": {Tag.GONE: 0.8}}
    said = (DAN, "Tom left last week.")
    (one,) = [each for each in read(hear(call(said), script)) if each.claim.id == "tom"]
    assert (one.tag, one.claim.set) == (Tag.GONE, {"active": False})
    gone = tuple(each.model_copy(update={"active": False}) for each in plan.stakeholders)
    without = plan.model_copy(update={"stakeholders": gone})
    assert not list(read(hear(call(said, plan=without), script)))


def test_a_role_is_added_to_those_somebody_has(call: Make, hear: Hear) -> None:
    script = {"decides": {Tag.ROLE: 0.8, Tag.DECIDES: 0.9}}
    found = list(read(hear(call((DAN, "Priya decides it.")), script)))
    (one,) = [each for each in found if each.claim.id == "priya"]
    assert one.claim.set == {"roles": ["champion", "decision_maker"]}


def test_each_role_is_a_candidate_of_its_own(call: Make, hear: Hear) -> None:
    script = {"Tom": {Tag.ROLE: 0.8, Tag.SPONSORS: 0.5, Tag.INFLUENCES: 0.5}}
    found = read(hear(call((DAN, "Tom it is.")), script))
    roles = [one.claim.set["roles"] for one in found if one.claim.id == "tom"]
    assert roles == [["executive_sponsor"], ["influencer"]]


@pytest.mark.parametrize(
    ("who", "tag"),
    [
        ("Tom", Tag.SELLS),
        ("Mia", Tag.PAYS),
        ("Priya", Tag.CHAMPIONS),
    ],
)
def test_roles_of_the_other_side_and_known_ones_are_none(
    call: Make, hear: Hear, who: str, tag: Tag
) -> None:
    script = {who: {Tag.ROLE: 0.8, tag: 0.9}}
    assert not list(read(hear(call(("Speaker 9", f"{who} it is.")), script)))


def test_nobody_known_is_nobody(call: Make, hear: Hear) -> None:
    script = {"like": {Tag.WARM: 0.9, Tag.GONE: 0.9, Tag.ROLE: 0.9, Tag.DECIDES: 0.9}}
    assert not list(read(hear(call(("Speaker 9", "They like it.")), script)))
