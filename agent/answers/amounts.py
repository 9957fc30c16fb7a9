"""Amount, close date and stage of the deal, and how they moved."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.asking import table, words
from agent.answers.dossier import About, Dossier
from agent.answers.history import changes_of
from agent.answers.moves import moved, wished
from agent.answers.shortening import shortened
from agent.answers.telling import label, told

TOPIC = "amounts"
MOVES = 2
"""Moves of one field that are told, the latest first."""
_ASKED: dict[str, frozenset[str]] = {
    "amount": table(
        "amount arr cost costs currency discount expensive figure money much pay paying price "
        "priced prices pricing size total value worth"
    ),
    "close_date": table("close closed closes closing date when"),
    "stage": table("far phase stage status"),
}
"""The fields in the order in which they are told, with the words that ask for them."""


def amounts(dossier: Dossier, about: About) -> Answer:
    """The deal's amount, close date and stage, each with how it moved and what would move it.

    Where the question's words ask for some of these, only those are told. Unknown where the
    plan has none of what is asked for.
    """
    spoken = frozenset(words(about.text))
    asked = [field for field, ask in _ASKED.items() if ask & spoken] or list(_ASKED)
    values = {field: getattr(dossier.plan.deal, field) for field in asked}
    statements = [
        *(_now(dossier, field, value) for field, value in values.items()),
        *(one for field in asked for one in _moved(dossier, field)),
    ]
    if all(value is None for value in values.values()):
        return unknown(TOPIC, *statements)
    return Answer(topic=TOPIC, statements=shortened(statements))


def _now(dossier: Dossier, field: str, value: Decimal | date | str | None) -> Statement:
    known = told(dossier, "deal", "deal", field, None if value is None else str(value))
    text = (
        f"The plan has no {label(field)}." if value is None else f"The {label(field)} is {known}."
    )
    return Statement(text=text, items=(dossier.ref("deal"),))


def _moved(dossier: Dossier, field: str) -> Iterator[Statement]:
    name = f"the {label(field)}"
    yield from wished(dossier, dossier.ref("deal"), field, name)
    moves = [one for one in changes_of(dossier, "deal", "deal", field) if one.type == "updated"]
    yield from (moved(dossier, one, name) for one in moves[-MOVES:][::-1])
