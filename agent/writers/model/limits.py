"""The numbers that the model writer goes by, in one table."""

from plan.models import Frozen


class Limits(Frozen):
    """Sizes are in characters.

    Attributes:
        shortest: A shorter text is no message.
        longest: The longest text that people read to its end before they answer.
        facts: Most facts that are shown.
        upcoming: Most steps to come that are shown where none is in question.
        heard: Most turns of the thread that are shown, for its tone.
        heard_length: How much of one turn is shown.
        told_faults: Most faults that a model is told at once.
        told_words: How much of the words at fault is told.
        told_error: How much of a model's failure is told.
    """

    shortest: int = 20
    longest: int = 1_200
    facts: int = 12
    upcoming: int = 3
    heard: int = 8
    heard_length: int = 400
    told_faults: int = 6
    told_words: int = 60
    told_error: int = 300


LIMITS = Limits()
