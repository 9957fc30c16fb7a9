"""Days agreed for what is in the plan already move it."""

from collections.abc import Callable

import pytest

from agent.ports import Context, Draft, Drafts

Make = Callable[..., Context]
Read = Callable[[Context], Drafts]

DAN, MIA, LENA = "Dan Cole", "Mia Berg", "Lena Ortiz"


def moves(drafts: Drafts) -> dict[str | None, object]:
    return {one.id: one.set["due"] for one in drafts.edits if "due" in one.set}


@pytest.mark.parametrize(
    "words",
    [
        "The security review moves to the twenty-seventh.",
        "The security review slips, call it the twenty-seventh.",
        "Push the security review to March 27.",
        "The security review will not be the twentieth, make it the twenty-seventh.",
    ],
)
def test_words_of_moving_move_the_item(call: Make, read: Read, words: str) -> None:
    context = call((LENA, words), (DAN, "Okay."))
    assert moves(read(context)) == {"security-review": "2026-03-27"}


def test_a_proposed_day_needs_a_yes(call: Make, read: Read) -> None:
    asked = (DAN, "Would the twenty-seventh work for the security review?")
    assert not read(call(asked)).edits
    assert not read(call(asked, (LENA, "No, I'm away."))).edits
    agreed = read(call(asked, (LENA, "The twenty-seventh works.")))
    assert moves(agreed) == {"security-review": "2026-03-27"}


def test_later_words_beat_earlier_ones(call: Make, read: Read) -> None:
    context = call(
        (LENA, "The security review moves to the twenty-seventh."),
        (DAN, "Okay."),
        (MIA, "By the way, lunch was good."),
        (LENA, "Our auditor called: the security review moves to the thirtieth."),
        (DAN, "Fine."),
    )
    (draft,) = read(context).edits
    assert draft.set == {"due": "2026-03-30"}


def test_a_kept_day_changes_nothing(call: Make, read: Read) -> None:
    assert not read(call((LENA, "The security review stays on the twentieth, as agreed."))).edits
    assert not read(call((LENA, "The security review stays on the 27th, as agreed."))).edits


def test_an_absence_until_a_day_moves_nothing(call: Make, read: Read) -> None:
    context = call((LENA, "Our auditor for the security review is in London till the twelfth."))
    assert not read(context).edits


def test_a_new_signing_day_also_moves_the_close_date(call: Make, read: Read) -> None:
    context = call(
        (LENA, "We sign the contract on the fifteenth of June, not the twenty-ninth of May."),
        (DAN, "The fifteenth of June, good."),
    )
    drafts = {one.entity: one for one in read(context).edits}
    assert drafts["milestone"].set == {"due": "2026-06-15"}
    assert drafts["deal"].set == {"close_date": "2026-06-15"}
    assert drafts["deal"].id is None


def test_why_tells_the_day_the_item_and_how_surely(call: Make, read: Read) -> None:
    (draft,) = read(call((LENA, "The security review moves to March 27."), (DAN, "Ok."))).edits
    assert isinstance(draft, Draft)
    assert "Security review passed" in draft.why
    assert "%" in draft.why
    assert draft.confidence is not None
