"""Clues to whose words a turn holds, and the one table of what each weighs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """What in the words tells whose they are; the value says it of a wrongly labelled turn."""

    CALLS = "calls “{said}” by name"
    NAMES = "speaks of “{said}” by name"
    INTRODUCES = "introduces its speaker as “{said}”"
    PRESENTS = "presents “{said}”"
    ANSWERS = "answers a question to {other}"
    FOLLOWS = "replies when {other} is called"
    TAKES = "says “I” of what is on {other}'s list"
    ASKS = "asks about what is on {label}'s own list"
    COMPANY = "speaks for {said}"


@dataclass(frozen=True, slots=True)
class Clue:
    """One sign that a turn's label is right or wrong.

    Attributes:
        kind: What it rests on.
        turn: The turn's `n`.
        label: The id of the person whom the turn is labelled with.
        other: Whose words they would be (wrong) or cannot be (right); None for anybody else's.
        wrong: Whether it speaks against the label.
        said: The words it rests on, where they are a name.
        strength: A factor to the kind's weight.
    """

    kind: Kind
    turn: int
    label: str
    other: str | None
    wrong: bool
    said: str = ""
    strength: float = 1


@dataclass(frozen=True, slots=True)
class Weight:
    """What a clue adds when it speaks against a label, and takes off when it speaks for it.

    Natural logarithms of how much likelier the clue is if two labels are exchanged than if
    they are right, and the other way round.
    """

    wrong: float
    right: float


WEIGHTS: Mapping[Kind, Weight] = MappingProxyType(
    {
        Kind.CALLS: Weight(5.0, 4.0),
        Kind.NAMES: Weight(2.2, 2.0),
        Kind.INTRODUCES: Weight(3.5, 2.5),
        Kind.PRESENTS: Weight(1.5, 2.5),
        Kind.ANSWERS: Weight(4.0, 4.0),
        Kind.FOLLOWS: Weight(2.0, 2.3),
        Kind.TAKES: Weight(0.7, 0.7),
        Kind.ASKS: Weight(0.6, 0.6),
        Kind.COMPANY: Weight(2.5, 1.0),
    }
)
"""From how often each was heard in 609 training calls as they are and with two people exchanged;
the tasks' are damped, since tasks change hands. The company's is set by hand: no training
call names one."""
THRESHOLD = 3.0
"""What a sum must exceed to doubt labels in a call of few turns: 20 to 1."""
FEW_TURNS = 14
"""Turns up to which that holds; in longer calls odd sayings are as many times more to be expected,
so the logarithm of how much longer they are is added."""
MARGIN = 1.0
"""Pairs of people whose sums lie this close cannot be told apart."""
