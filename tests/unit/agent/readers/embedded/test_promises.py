"""Promises and accepted requests with a day become actions of whoever owes them."""

from collections.abc import Callable

import pytest

from agent.ports import Context, Draft, Drafts
from plan.models import Plan

Make = Callable[..., Context]
Read = Callable[[Context], Drafts]

DAN, MIA, LENA, PRIYA = "Dan Cole", "Mia Berg", "Lena Ortiz", "Priya Raman"


def adds(drafts: Drafts) -> list[Draft]:
    return [one for one in drafts.edits if (one.op, one.entity) == ("add", "action")]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("I'll send you the price list by Friday.", "2026-03-06"),
        ("I'll get Priya a floor plan on the twelfth.", "2026-03-12"),
        ("You'll have the integration guide tomorrow.", "2026-03-04"),
        ("Let me draft a rollout calendar for you by March 11.", "2026-03-11"),
        ("The floor plan will be in your inbox on Thursday.", "2026-03-05"),
    ],
)
def test_what_a_speaker_promises_is_theirs(call: Make, read: Read, words: str, day: str) -> None:
    (draft,) = adds(read(call((LENA, "Anything else?"), (DAN, words))))
    assert draft.set["owner"] == "dan"
    assert draft.set["due"] == day
    assert draft.quotes[-1].text == words
    assert draft.quotes[-1].turn == 2


def test_a_request_on_a_call_needs_the_others_yes(call: Make, read: Read) -> None:
    asked = (LENA, "Could you send me a network diagram by Friday?")
    assert not adds(read(call(asked, (DAN, "Hm, the diagrams are with our hosting people."))))
    (draft,) = adds(read(call(asked, (DAN, "Sure, no problem."))))
    assert (draft.set["owner"], draft.set["due"]) == ("dan", "2026-03-06")


def test_a_day_in_the_answer_is_the_day(call: Make, read: Read) -> None:
    context = call(
        (LENA, "Can you give me a network diagram?"), (MIA, "Yes, you'll have it on Monday.")
    )
    (draft,) = adds(read(context))
    assert (draft.set["owner"], draft.set["due"]) == ("mia", "2026-03-09")


def test_a_refused_request_is_nobodys(call: Make, read: Read) -> None:
    asked = (LENA, "Could you send me the source code by Friday?")
    assert not adds(read(call(asked, (DAN, "No, we can't do that."))))


def test_somebody_elses_promise_is_theirs_by_name(call: Make, read: Read) -> None:
    (draft,) = adds(read(call((DAN, "Mia will send you the sizing sheet on Thursday."))))
    assert draft.set["owner"] == "mia"


def test_she_is_the_person_named_last(call: Make, read: Read) -> None:
    context = call(
        (DAN, "I spoke to Mia about the sizing sheet."), (DAN, "She'll send it on Thursday.")
    )
    (draft,) = adds(read(context))
    assert draft.set["owner"] == "mia"


def test_an_accepted_offer_is_of_who_offered(call: Make, read: Read) -> None:
    context = call(
        (DAN, "Should I write a comparison of both options by Monday?"), (LENA, "Yes, do that.")
    )
    (draft,) = adds(read(context))
    assert (draft.set["owner"], draft.set["due"]) == ("dan", "2026-03-09")


def test_the_same_day_said_again_is_one_promise(call: Make, read: Read) -> None:
    context = call(
        (DAN, "I'll send you the price list by Friday."),
        (LENA, "Friday, the sixth?"),
        (DAN, "Friday the sixth."),
    )
    assert len(adds(read(context))) == 1


def test_what_the_plan_has_for_that_day_is_known(call: Make, read: Read) -> None:
    assert not read(call((DAN, "I'll send you the SOC 2 report by Tuesday."))).edits


def test_what_is_meant_without_its_name_is_known_by_its_day(call: Make, read: Read) -> None:
    context = call((LENA, "And the SOC thing?"), (DAN, "I'll get you the file on Tuesday."))
    assert not read(context).edits


def test_a_refusal_before_a_yes_is_a_refusal(call: Make, read: Read) -> None:
    context = call(
        (LENA, "Could you send me a network diagram by Friday?"),
        (DAN, "No, that's too soon."),
        (DAN, "Sure, we could draw one some day."),
    )
    assert not read(context).edits


def test_an_undated_courtesy_is_no_action(call: Make, read: Read) -> None:
    assert not read(call((DAN, "I'll tell the designer."))).edits


def test_without_matching_items_there_are_only_adds(
    call: Make, read: Read, empty_plan: Plan
) -> None:
    context = call(
        (LENA, "The security review is done."),
        (DAN, "I'll send you the SOC 2 report by Friday."),
        (LENA, "And the pilot moves to the twentieth."),
        plan=empty_plan,
    )
    drafts = read(context)
    assert {one.op for one in drafts.edits} == {"add"}


def test_a_title_says_what_is_to_be_done(call: Make, read: Read) -> None:
    (draft,) = adds(read(call((DAN, "I'll send you a first draft of the price list on Friday."))))
    assert draft.set["title"] == "Send a first draft of the price list"
