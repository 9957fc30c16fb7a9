"""Words of giving and taking over change the owner."""

from collections.abc import Callable

import pytest

from agent.ports import Context, Drafts

Make = Callable[..., Context]
Read = Callable[[Context], Drafts]

DAN, MIA, LENA, PRIYA = "Dan Cole", "Mia Berg", "Lena Ortiz", "Priya Raman"


def owners(drafts: Drafts) -> dict[str | None, object]:
    updates = [one for one in drafts.edits if one.op == "update"]
    return {one.id: one.set["owner"] for one in updates if "owner" in one.set}


@pytest.mark.parametrize(
    ("who", "words", "owner"),
    [
        (LENA, "The security review goes to Priya.", "priya"),
        (LENA, "Priya takes over the security review.", "priya"),
        (LENA, "Put Tom on the security review.", "tom"),
        (PRIYA, "The security review is mine now.", "priya"),
        (PRIYA, "I'll take over the security review.", "priya"),
    ],
)
def test_each_way_of_giving(call: Make, read: Read, who: str, words: str, owner: str) -> None:
    assert owners(read(call((who, words)))) == {"security-review": owner}


def test_she_is_who_was_named_last(call: Make, read: Read) -> None:
    context = call((LENA, "I asked Priya."), (LENA, "She takes over the security review."))
    assert owners(read(context)) == {"security-review": "priya"}


def test_a_newcomer_can_take_over(call: Make, read: Read) -> None:
    context = call(
        (LENA, "My colleague Nora Feld, she's our compliance manager, joins us."),
        (LENA, "Nora takes over the security review."),
    )
    drafts = read(context)
    (new,) = [one for one in drafts.edits if one.op == "add"]
    assert new.entity == "stakeholder"
    assert owners(drafts) == {"security-review": new.id}


def test_who_owns_it_already_changes_nothing(call: Make, read: Read) -> None:
    assert not owners(read(call((LENA, "The security review is mine now."))))
