"""Why a file cannot be exchanged. Nothing was stored."""

from pydantic import ValidationError

TOLD = 5
"""Of what is wrong with one file or line, as much is told at once."""


class ExchangeError(Exception):
    """Base of this package's errors."""


class UnreadableFileError(ExchangeError):
    """The file is not in the form it should be; the message names the place and what is wanted.

    Attributes:
        line: The line it is about, from 1, where the text is no YAML that is read here.
    """

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class DealExistsError(ExchangeError):
    """The deal is in this workspace already; a history is only imported where there is none."""


def explain(error: ValidationError) -> str:
    """What is wrong and where, in one sentence; values are not shown, which may be long."""
    lines = []
    for one in error.errors(include_url=False, include_input=False)[:TOLD]:
        place = ".".join(str(part) for part in one["loc"])
        message = one["msg"].removeprefix("Value error, ")
        told = "it must be " if message != one["msg"] else ""
        lines.append(f"{place}: {told}{message[0].lower()}{message[1:]}")
    more = error.error_count() - len(lines)
    return "; ".join(lines) + (f"; and {more} more" if more > 0 else "") + "."
