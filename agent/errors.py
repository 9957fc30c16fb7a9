"""What can go wrong while reading."""


class AgentError(Exception):
    """Base of this layer's errors."""


class ReaderUnavailableError(AgentError):
    """The reader cannot read now (a model's outage or limit); the same call may work later."""


class ReadingFailedError(AgentError):
    """The reader answered and the answer cannot be used; read the source again or change reader."""


class UnknownReaderError(AgentError):
    """No reader of that name is here; the message names those there are."""
