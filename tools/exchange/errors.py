"""Why a file cannot be exchanged. Nothing was stored."""


class ExchangeError(Exception):
    """Base of this package's errors."""


class UnreadableFileError(ExchangeError):
    """The file is not in the form it should be; the message names the place and what is wanted."""


class DealExistsError(ExchangeError):
    """The deal is in this workspace already; a history is only imported where there is none."""
