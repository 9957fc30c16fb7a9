"""Why a model's words are refused."""

from typing import NamedTuple


class Fault(NamedTuple):
    """One reason.

    Attributes:
        what: What is wrong, in words that hold nothing of the draft.
        words: The words at fault; told to the model that wrote them, never to people.
    """

    what: str
    words: str = ""
