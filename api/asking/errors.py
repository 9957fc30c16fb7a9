"""What can go wrong with a question before it is answered."""


class AskingError(Exception):
    """Base of what keeps a question from being asked; nothing of it was kept."""


class StillAnsweringError(AskingError):
    """The conversation's last question is being answered; wait for it, or cancel it."""


class TooManyAnswersError(AskingError):
    """As many questions are being answered as this process takes on; ask again in a moment."""
