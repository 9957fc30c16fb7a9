"""Lines of text, ended by LF, CR LF or CR as WebVTT has it, mixed as files have it."""

from tools.intake.errors import TooLargeError
from tools.intake.limits import LIMITS


def lines(text: str) -> list[str]:
    """Split text into lines without their ends.

    Raises:
        TooLargeError: There are more lines than a transcript has.
    """
    ended = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if ended.count("\n") >= LIMITS.lines:
        raise TooLargeError(
            f"This file has more than {LIMITS.lines:,} lines; split it into its calls."
        )
    return ended.split("\n")
