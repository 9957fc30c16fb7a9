"""What can be wrong with bytes that should become a source. Nothing of them was kept."""

ACCEPTED = (
    "Accepted are transcripts as WebVTT, SRT, plain text or JSON (Gong, Fireflies or a list of "
    "{speaker, text, start}), and mail as .eml."
)


class IntakeError(Exception):
    """Base of this layer's errors. The message says what is wrong and what is accepted."""


class EmptyError(IntakeError):
    """There is nothing in it; export or save the file again."""


class TooLargeError(IntakeError):
    """It passes a limit on size, depth or count; split it, or take attachments off."""


class TooSlowError(IntakeError):
    """It took longer to read than a source of its size may; export it anew or split it."""


class UnsupportedError(IntakeError):
    """It is a kind of file that is not read; export it as one of the accepted kinds."""


class MalformedError(IntakeError):
    """It is of a known kind but broken or cut off; export or save it again."""


class UndatedError(IntakeError):
    """Neither the caller, the plan file nor the source says its day; give it with --date."""


class UnknownZoneError(IntakeError):
    """The time zone is not one of the IANA database; give one such as Europe/Berlin."""
