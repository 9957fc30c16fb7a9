"""The port that both databases' full text meets."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Protocol

from memory.sql.fulltext.ranking import Place
from memory.sql.fulltext.words import Term
from memory.sql.scope import Scope


class FullText(Protocol):
    """Which of a deal's chunks hold which words, in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None: ...

    def add(self, deal: str, texts: Mapping[Place, str]) -> None:
        """Hold texts at places where none is held."""

    def remove(self, deal: str, number: int) -> None:
        """Hold nothing of the deal's source of that number."""

    def forget(self, deal: str, number: int) -> None:
        """Remove, and leave no trace of the words where the database can be told to."""

    def holding(self, deal: str, terms: Sequence[Term]) -> list[list[Place]]:
        """For each term the places that hold it."""

    def texts(self, deal: str, places: Sequence[Place]) -> dict[Place, str]:
        """What is held at these places: the stems of the words, one space between any two."""


def full_text(scope: Scope) -> FullText:
    """The full text of the database that the scope is of."""
    engine = import_module(f"memory.sql.fulltext.{scope.connection.dialect.name}")
    adapter: FullText = engine.Words(scope)
    return adapter
