"""Follow-ups: what a question takes from the thread before it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from agent.answers.answer import Answer, ItemRef
from agent.readers.embedded.words import content
from memory.records import Message

_OPENS = re.compile(r"^(?:and|but|so|what about|how about|ok(?:ay)?,? and|then)\b")
_LEANS = re.compile(
    r"\b(?:it|that|this|those|these|them|he|she|him|her|his|hers|the same|there|one)\b"
)
_FEW = 2
"""Telling words up to which a question cannot be understood alone."""


class Followed(NamedTuple):
    """What went before.

    Attributes:
        question: The last question, where this one cannot be understood without its words.
        people: Ids of those of whom its answer spoke.
        items: What else its answer spoke of.
    """

    question: str = ""
    people: tuple[str, ...] = ()
    items: tuple[ItemRef, ...] = ()


def followed(said: str, before: Sequence[Message]) -> Followed:
    """What a question (lower case) follows on; nothing where it stands for itself."""
    few = len(content(said)) <= _FEW
    leaning = few or bool(_OPENS.search(said)) or bool(_LEANS.search(said))
    asked = [one.text for one in before if one.role == "user"]
    answers = [one for one in before if one.role == "tandem" and one.status == "done"]
    if not leaning or not asked:
        return Followed()
    told = Answer.model_validate(answers[-1].answer) if answers and answers[-1].answer else None
    refs = [ref for one in told.statements for ref in one.items] if told else []
    things = tuple(dict.fromkeys(ref for ref in refs if ref.entity != "stakeholder"))
    people = tuple(dict.fromkeys(ref.id for ref in refs if ref.entity == "stakeholder"))
    return Followed(asked[-1] if few else "", people, things)
