"""Words of promising become actions for every day near them and everybody who may have."""

from collections.abc import Callable, Mapping

import pytest

from agent.ports import Context
from agent.readers.embedded.candidates.candidate import Candidate
from agent.readers.embedded.candidates.promises import read
from agent.readers.embedded.candidates.takers import MOST
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag

Make = Callable[..., Context]
Hear = Callable[[Context, Mapping[str, Mapping[Tag, float]]], Material]

DAN, MIA, LENA, PRIYA, TOM = "Dan Cole", "Mia Berg", "Lena Ortiz", "Priya Raman", "Tom Vance"
PROMISES = {Tag.PROMISE: 0.9}


def owners(found: list[Candidate]) -> list[object]:
    return [one.claim.set["owner"] for one in found]


def test_a_promise_is_its_speaker_s(call: Make, hear: Hear) -> None:
    context = call((LENA, "Anything else?"), (DAN, "I'll send you the price list by Friday."))
    (one,) = read(hear(context, {"price list": PROMISES}))
    assert (one.tag, one.rank, one.ruled) == (Tag.PROMISE, 0, 0)
    assert (one.claim.op, one.claim.entity, one.claim.evidence) == ("add", "action", (1,))
    assert one.claim.set == {"title": "Send the price list", "owner": "dan", "due": "2026-03-06"}


def test_what_is_not_heard_is_no_promise(call: Make, hear: Hear) -> None:
    context = call((DAN, "I'll send you the price list by Friday."))
    assert not list(read(hear(context, {"price list": {Tag.MOVE: 0.9}})))


def test_everybody_named_or_speaking_comes_into_question_once(call: Make, hear: Hear) -> None:
    context = call((DAN, "You get it from Mia or me or Tom, on Friday."))
    found = list(read(hear(context, {"Mia": PROMISES})))
    assert owners(found) == ["dan", "mia", "tom"]
    assert [one.rank for one in found] == [0, 1, 2]


def test_not_more_people_than_can_be_told_apart(call: Make, hear: Hear) -> None:
    context = call((DAN, "Mia, Lena, Priya, Tom and I see to it by Friday."))
    assert len(owners(list(read(hear(context, {"Mia": PROMISES}))))) == MOST


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ((("It will be there.",)), []),
        (("It will be there.", "On Friday that is."), ["2026-03-06"]),
        (("On Friday.", "Hm.", "It will be there."), ["2026-03-06"]),
        (("On Friday.", "Hm.", "Well.", "It will be there."), []),
        (("It will be there by Friday.", "No, by Monday."), ["2026-03-06", "2026-03-09"]),
        (("It will be there.", "We had it on March 2."), []),
        (("It will be there.", "Not on Friday."), []),
    ],
)
def test_a_day_stands_in_the_words_or_beside_them(
    call: Make, hear: Hear, lines: tuple[str, ...], days: list[str]
) -> None:
    context = call(*((DAN, words) for words in lines))
    found = list(read(hear(context, {"It will be there": PROMISES})))
    assert [one.claim.set["due"] for one in found] == days


def test_a_day_goes_with_the_words_that_bear_it_most(call: Make, hear: Hear) -> None:
    context = call((DAN, "I'll see to the badges."), (MIA, "And I'll do lunch."), (MIA, "Friday."))
    script = {"badges": {Tag.PROMISE: 0.9}, "lunch": {Tag.PROMISE: 0.3}}
    (one, *_) = read(hear(context, script))
    assert one.claim.set["owner"] == "dan"
    swapped = {"badges": {Tag.PROMISE: 0.3}, "lunch": {Tag.PROMISE: 0.9}}
    (one, *_) = read(hear(context, swapped))
    assert one.claim.set["owner"] == "mia"


def test_the_other_s_yes_is_evidence_on_a_call_only(call: Make, mail: Make, hear: Hear) -> None:
    script = {"diagram": PROMISES}
    asked = "Could you send me a network diagram by Friday?"
    context = call((LENA, asked), (DAN, "Sure, no problem."))
    (first, *_) = read(hear(context, script))
    assert (first.claim.set["owner"], first.claim.evidence) == ("dan", (0, 1))
    written = mail(LENA, asked, "Sure, no problem.", to=[DAN])
    (first, *_) = read(hear(written, script))
    assert (first.claim.set["owner"], first.claim.evidence) == ("dan", (0,))


def test_a_mail_s_task_may_be_of_whom_a_line_above_names(mail: Make, hear: Hear) -> None:
    context = mail(LENA, "Mia:", "Sizing sheet by Friday.", to=[DAN, TOM])
    found = owners(list(read(hear(context, {"Sizing": PROMISES}))))
    assert found[0] == "mia"
    assert {"dan", "tom"} <= set(found)


def test_a_new_action_stands_under_the_milestone_it_is_about(call: Make, hear: Hear) -> None:
    script = {"I'll": PROMISES}
    (one,) = read(hear(call((MIA, "I'll set up the warehouse pilot by Friday.")), script))
    assert one.claim.set["milestone"] == "pilot"
    (one,) = read(hear(call((MIA, "I'll bring the cake by Friday.")), script))
    assert "milestone" not in one.claim.set


def test_two_groups_make_promises_of_their_own(call: Make, hear: Hear) -> None:
    small_talk = [(LENA, "Hm, hm.")] * 8
    context = call((DAN, "I'll send it by Friday."), *small_talk, (DAN, "I'll call by Monday."))
    found = list(read(hear(context, {"I'll": PROMISES})))
    assert [one.claim.evidence for one in found] == [(0,), (9,)]
    assert len({one.claim.id for one in found}) == len(found)
