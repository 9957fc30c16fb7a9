"""Bytes to a Source: transcripts and mail, recognised by content, bounded in size and time."""

from tools.intake.errors import (
    EmptyError,
    IntakeError,
    MalformedError,
    TooLargeError,
    TooSlowError,
    UndatedError,
    UnknownZoneError,
    UnsupportedError,
)
from tools.intake.receive import intake

__all__ = [
    "EmptyError",
    "IntakeError",
    "MalformedError",
    "TooLargeError",
    "TooSlowError",
    "UndatedError",
    "UnknownZoneError",
    "UnsupportedError",
    "intake",
]
