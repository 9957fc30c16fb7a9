"""Lines of text, ended by LF, CR LF or CR as WebVTT has it, mixed as files have it."""

from io import StringIO

from tools.intake.errors import TooLargeError
from tools.intake.limits import LIMITS, Deadline


def lines(text: str, deadline: Deadline) -> list[str]:
    """Split text into lines without their ends.

    Raises:
        TooLargeError: There are more lines than a transcript has.
        TooSlowError: The deadline passed.
    """
    found: list[str] = []
    for line in deadline.over(StringIO(text, newline=None)):
        if len(found) == LIMITS.lines:
            raise TooLargeError(
                f"This file has more than {LIMITS.lines:,} lines; split it into its calls."
            )
        found.append(line.rstrip("\n"))
    return found
