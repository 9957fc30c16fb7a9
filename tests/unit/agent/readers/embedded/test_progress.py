"""Words that report a state change the item they are about."""

from collections.abc import Callable

import pytest

from agent.ports import Context, Drafts

Make = Callable[..., Context]
Read = Callable[[Context], Drafts]

DAN, MIA, LENA, PRIYA = "Dan Cole", "Mia Berg", "Lena Ortiz", "Priya Raman"


def states(drafts: Drafts) -> dict[str | None, object]:
    return {one.id: one.set["status"] for one in drafts.edits if "status" in one.set}


@pytest.mark.parametrize(
    ("who", "words", "item", "status"),
    [
        (DAN, "The SOC 2 report went out on Monday.", "send-soc2", "done"),
        (LENA, "Your SOC 2 report arrived, thank you.", "send-soc2", "done"),
        (PRIYA, "I ordered the handheld scanners yesterday.", "order-scanners", "done"),
        (LENA, "The security review is finished from my side.", "security-review", "done"),
        (LENA, "The security review is passed, you can tick it.", "security-review", "done"),
        (LENA, "The security review is on hold.", "security-review", "blocked"),
        (MIA, "The warehouse pilot has started.", "pilot", "in_progress"),
        (PRIYA, "Let's scrap the warehouse pilot.", "pilot", "cancelled"),
        (PRIYA, "We no longer need the handheld scanners.", "order-scanners", "cancelled"),
    ],
)
def test_each_state(call: Make, read: Read, who: str, words: str, item: str, status: str) -> None:
    assert states(read(call((who, words)))) == {item: status}


@pytest.mark.parametrize(
    "words",
    [
        "The security review will be finished by then.",
        "The security review is finished next week, I hope.",
        "By the twentieth of March the security review is finished.",
        "Once the security review is finished, we celebrate.",
        "Is the security review finished?",
        "The security review isn't done until the auditor signs.",
        "If the security review is finished, we celebrate.",
    ],
)
def test_what_is_to_come_or_asked_is_not_done(call: Make, read: Read, words: str) -> None:
    assert not states(read(call((LENA, words))))


def test_a_question_answered_with_yes_is_done(call: Make, read: Read) -> None:
    asked = (DAN, "Did you get the SOC 2 report I sent over?")
    assert states(read(call(asked, (LENA, "I did, thanks.")))) == {"send-soc2": "done"}
    assert not states(read(call(asked, (LENA, "Not yet."))))


def test_a_state_the_plan_has_is_known(call: Make, read: Read) -> None:
    assert not states(read(call((LENA, "We've started the security review."))))
