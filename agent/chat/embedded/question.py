"""A question as it was understood."""

from dataclasses import dataclass
from typing import Literal

from agent.answers.dossier import About
from agent.readers.embedded.roster import Roster

Asks = Literal["who", "when", "why", "amount", "count", "whether", "where", "what", "how"]
"""What kind of answer a question expects."""


@dataclass(frozen=True)
class Question:
    """A question about one deal.

    Attributes:
        text: The words to search by: the question's own, behind those it follows on.
        said: The question's own words, lower case.
        asks: What kind of answer it expects.
        terms: What it is about, as `terms` gives it, people's names left out.
        about: The people, items, roles, side and days recognised in it.
        named: People whom it names, by name or title; the others of `about` are spoken of.
        roster: Whom words about this deal may name.
        sure: Whether the first item of `about` is surely the one meant.
    """

    text: str
    said: str
    asks: Asks
    terms: frozenset[str]
    about: About
    roster: Roster
    named: tuple[str, ...] = ()
    sure: bool = False
