import pytest

from tools.intake.errors import TooLargeError
from tools.intake.transcripts.badges import without_badges


@pytest.mark.parametrize(
    "label",
    [
        "Sam Carter",
        "  Sam \t Carter ",
        "Sam Carter (Guest)",
        "Sam Carter(Guest)",
        "Sam Carter (External)",
        "Sam Carter (Extern)",
        "Sam Carter (Invit\u00e9)",
        "Sam Carter \uff08\u8bbf\u5ba2\uff09",
        "Sam Carter External unfamiliar",
        "Sam CarterExternal unfamiliar",
        "Sam Carter Unverified",
        "Sam CarterUnverified",
        "Sam Carter Nicht \u00fcberpr\u00fcft",
        "Sam Carter Externe",
        "Sam Carter - External",
        "Sam Carter [Acme Foods]",
        "Sam Carter | Acme Foods",
        "[External] Sam Carter",
        "[EXT] Sam Carter | Acme (Guest) Unverified",
    ],
)
def test_badges_are_taken_off(label: str) -> None:
    assert without_badges(label) == "Sam Carter"


@pytest.mark.parametrize(
    "label",
    [
        "Sam Externalson",
        "Sam Waldextern",
        "Alice Guest",
        "Unverified",
        "(Guest)",
        "Guest 3",
        "iPhone (2)",
        "Extern Bank",
        "Sam (Bob) Carter",
        "Sam [Carter",
    ],
)
def test_names_keep_what_is_theirs(label: str) -> None:
    assert without_badges(label) == label


def test_a_name_longer_than_any_name_is_refused() -> None:
    with pytest.raises(TooLargeError, match="300 characters"):
        without_badges("x" * 300)


def test_a_long_run_of_badges_is_refused_at_once() -> None:
    with pytest.raises(TooLargeError):
        without_badges("Sam" + " (Guest)" * 100_000)
