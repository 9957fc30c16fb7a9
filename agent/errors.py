"""What can go wrong while reading."""

from plan.usage import Usage


class AgentError(Exception):
    """Base of this layer's errors."""


class UnreadError(AgentError):
    """A source could not be read; the kind of error tells whether to wait or to mend something.

    `usage` is what the try took, which a provider bills also where nothing came of it.
    """

    def __init__(self, message: str, usage: Usage | None = None) -> None:
        super().__init__(message)
        self.usage = usage or Usage()


class ReaderUnavailableError(UnreadError):
    """The reader cannot read now (a model's outage or limit); the same call may work later."""


class ReadingFailedError(UnreadError):
    """The reader answered and the answer cannot be used; read the source again or change reader."""


class UnknownReaderError(AgentError):
    """No reader of that name is here; the message names those there are."""
