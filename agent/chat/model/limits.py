"""The numbers that the model's chat goes by, in one table."""

from plan.models import Frozen


class Limits(Frozen):
    """Sizes are in characters.

    Attributes:
        model_calls: How often a model is asked for one question.
        tool_calls: How many tools are called for one question.
        proposals: How many proposals are made for one question.
        found: Most passages of sources that one search gives.
        items: Most things of a plan that one search gives.
        lines: Most lines of one tool's result.
        line: How much of one line is shown.
        passage: How much of one turn is quoted.
        deals: Most deals that are shown where all are spoken of.
        messages: Most messages of the thread that are shown.
        message: How much of one message is shown.
        pieces: Most sentences of an answer that are looked at.
        answer: How much of an answer is looked at.
        about: How much of what a tool is asked is told.
    """

    model_calls: int = 8
    tool_calls: int = 10
    proposals: int = 5
    found: int = 6
    items: int = 10
    lines: int = 30
    line: int = 1_600
    passage: int = 700
    deals: int = 100
    messages: int = 12
    message: int = 1_500
    pieces: int = 30
    answer: int = 6_000
    about: int = 80


LIMITS = Limits()
