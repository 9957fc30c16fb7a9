"""An answer that people read to its end: the first few statements, and how many more there are."""

from collections.abc import Iterable

from agent.answers.answer import Statement

MOST = 6
"""Statements of one answer."""


def shortened(statements: Iterable[Statement], most: int = MOST) -> tuple[Statement, ...]:
    """The first statements, each once, and one that counts the rest and refers to their things."""
    every = tuple(dict.fromkeys(statements))
    if len(every) <= most:
        return every
    return (*every[: most - 1], _more(every[most - 1 :]))


def _more(rest: tuple[Statement, ...]) -> Statement:
    """How many are left out; those that wait are referred to only where all of them do."""
    decided = [one for one in rest if not one.proposals]
    verb = "is" if len(rest) == 1 else "are"
    if not decided:
        waiting = tuple(dict.fromkeys(ref for one in rest for ref in one.proposals))
        text = f"There {verb} {len(rest)} more, waiting for approval."
        return Statement(text=text, basis="proposed", proposals=waiting)
    items = tuple(dict.fromkeys(ref for one in decided for ref in one.items))
    events = tuple(dict.fromkeys(ref for one in decided for ref in one.events))
    # Quotes of what is left out would be shown: they stand only where there is nothing else.
    words = () if items or events else decided[0].words
    return Statement(
        text=f"There {verb} {len(rest)} more.",
        basis=decided[0].basis,
        items=items,
        words=words,
        events=events,
    )
