"""Mails: a dated request is the addressee's, and nobody has to say yes."""

from collections.abc import Callable

import pytest

from agent.ports import Context, Draft, Drafts

Make = Callable[..., Context]
Read = Callable[[Context], Drafts]

DAN, MIA, LENA, PRIYA = "Dan Cole", "Mia Berg", "Lena Ortiz", "Priya Raman"


def adds(drafts: Drafts) -> list[Draft]:
    return [one for one in drafts.edits if (one.op, one.entity) == ("add", "action")]


@pytest.mark.parametrize(
    "words",
    [
        "Please send me your insurance certificate by Friday.",
        "Could you send me your insurance certificate by Friday?",
        "Kindly provide the insurance certificate by 6 March.",
    ],
)
def test_a_dated_request_is_of_who_the_mail_is_to(mail: Make, read: Read, words: str) -> None:
    (draft,) = adds(read(mail(LENA, "Hi Dan,", words, "Lena", to=[DAN])))
    assert (draft.set["owner"], draft.set["due"]) == ("dan", "2026-03-06")


def test_who_is_called_by_name_is_asked(mail: Make, read: Read) -> None:
    context = mail(
        LENA,
        "Hi both,",
        "Mia, could you send me your insurance certificate by Friday?",
        to=[DAN, MIA],
    )
    (draft,) = adds(read(context))
    assert draft.set["owner"] == "mia"


def test_each_item_of_a_list_stands_for_itself(mail: Make, read: Read) -> None:
    context = mail(
        DAN,
        "As agreed:",
        "- Lena, please send the firewall rules by Friday. - I'll send you a rollout calendar on "
        "the 12th.",
        to=[LENA],
    )
    drafts = adds(read(context))
    assert {(one.set["owner"], one.set["due"]) for one in drafts} == {
        ("lena", "2026-03-06"),
        ("dan", "2026-03-12"),
    }


def test_what_the_writer_promises_is_the_writers(mail: Make, read: Read) -> None:
    (draft,) = adds(read(mail(DAN, "I will send you the price list on Friday.", to=[LENA])))
    assert draft.set["owner"] == "dan"


def test_a_flat_new_day_moves_an_item(mail: Make, read: Read) -> None:
    context = mail(LENA, "The security review moves to 27 March.", to=[DAN])
    (draft,) = read(context).edits
    assert (draft.entity, draft.id, draft.set) == (
        "milestone",
        "security-review",
        {"due": "2026-03-27"},
    )


@pytest.mark.parametrize("notice", ["automatic_reply", "calendar"])
def test_mail_that_nobody_wrote_drafts_nothing(mail: Make, read: Read, notice: str) -> None:
    context = mail(LENA, "I will send you the price list on Friday.", to=[DAN])
    source = context.source.model_copy(update={"notice": notice})
    drafts = read(context.model_copy(update={"source": source}))
    assert not drafts.edits
    assert not drafts.risks


def test_quoted_history_is_never_read(mail: Make, read: Read) -> None:
    context = mail(LENA, "Thanks, noted.", to=[DAN])
    quoted = ("I will send you the price list on Friday.", "The security review moves to 27 March.")
    source = context.source.model_copy(update={"quoted": quoted})
    assert not read(context.model_copy(update={"source": source})).edits
