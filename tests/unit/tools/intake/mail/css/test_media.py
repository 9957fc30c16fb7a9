"""Which conditions hold on a desktop's screen in light colours."""

import pytest

from tools.intake.errors import TooLargeError
from tools.intake.mail.css.media import LONGEST, holds


@pytest.mark.parametrize(
    "condition",
    [
        "",
        "all",
        "SCREEN",
        "only screen",
        "print, screen",
        "not print",
        "not print and (min-width:1px)",
        "(min-width:600px)",
        "screen and (min-width: 600px) and (max-width: 2000px)",
        "(width > 600px)",
        "(600px <= width)",
        "(600px < width < 2000px)",
        "(orientation:landscape)",
        "(prefers-color-scheme: light)",
        "(hover)",
        "(color)",
        "(-webkit-min-device-pixel-ratio:0)",
        "not (max-width:600px)",
        "(max-width:600px) or (min-width:601px)",
    ],
)
def test_what_holds(condition: str) -> None:
    assert holds(condition)


@pytest.mark.parametrize(
    "condition",
    [
        "print",
        "not screen",
        "(max-width:600px)",
        "only screen and (max-device-width: 480px)",
        "screen and (prefers-color-scheme: dark)",
        "(width < 600px)",
        "(600px > width)",
        "(2000px < width < 3000px)",
        "(min-width)a",
        "(min-width:banana)",
        "(banana)",
        "(banana < 3)",
        "(<)",
        "((min-width:1px))",
        "tty",
        "(monochrome)",
    ],
)
def test_what_does_not(condition: str) -> None:
    assert not holds(condition)


def test_a_condition_without_end_is_refused() -> None:
    with pytest.raises(TooLargeError, match="10,000 characters"):
        holds("screen," * LONGEST)
