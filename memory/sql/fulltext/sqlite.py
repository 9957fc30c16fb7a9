"""Full text in SQLite's FTS5.

A row's number says which deal's it is, so that a search reads no other deal's part of a word's
list: `chunk_words_deals.number * DEAL + place`.
"""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import text

from memory.sql.fulltext.ranking import Place, place
from memory.sql.fulltext.words import Term, words
from memory.sql.scope import Scope

DEAL = 1 << 40
NUMBER = text("SELECT number FROM chunk_words_deals WHERE workspace = :workspace AND deal = :deal")
NEW = text("INSERT INTO chunk_words_deals (workspace, deal) VALUES (:workspace, :deal)")
ADD = text("INSERT INTO chunk_words (rowid, words) VALUES (:row, :words)")
REMOVE = text("DELETE FROM chunk_words WHERE rowid BETWEEN :first AND :last")
MERGE = text("INSERT INTO chunk_words (chunk_words) VALUES ('optimize')")
FIND = text(
    "SELECT rowid FROM chunk_words WHERE chunk_words MATCH :term AND rowid BETWEEN :first AND :last"
)
READ = text(
    "SELECT rowid, words FROM chunk_words WHERE rowid IN (SELECT value FROM json_each(:rows))"
)


class Words:
    """`FullText` in the tables `chunk_words` and `chunk_words_deals`."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, deal: str, texts: Mapping[Place, str]) -> None:
        """Hold texts at places where none is held."""
        base = self._base(deal)
        if base is None:
            key = {"workspace": self._scope.workspace, "deal": deal}
            base = DEAL * self._scope.connection.execute(NEW, key).lastrowid
        rows = [{"row": base + at, "words": " ".join(words(held))} for at, held in texts.items()]
        if rows:
            self._scope.connection.execute(ADD, rows)

    def remove(self, deal: str, number: int) -> None:
        """Hold nothing of the deal's source of that number."""
        base = self._base(deal)
        if base is not None:
            these = {"first": base + place(number, 0), "last": base + place(number + 1, 0) - 1}
            self._scope.connection.execute(REMOVE, these)

    def forget(self, deal: str, number: int) -> None:
        """Remove, and merge the index, which else would go on holding the words it must not find.

        That rewrites it: 1.5 seconds for 200,000 chunks.
        """
        self.remove(deal, number)
        self._scope.connection.execute(MERGE)

    def holding(self, deal: str, terms: Sequence[Term]) -> list[list[Place]]:
        """For each term the places that hold it."""
        base = self._base(deal)
        if base is None:
            return [[] for _ in terms]
        return [self._holding(base, term) for term in terms]

    def texts(self, deal: str, places: Sequence[Place]) -> dict[Place, str]:
        """What is held at these places: the stems of the words, one space between any two."""
        base = self._base(deal) or 0
        these = {"rows": json.dumps([base + at for at in places])}
        rows = self._scope.connection.execute(READ, these).all()
        return {row - base: held for row, held in rows}

    def _holding(self, base: int, term: Term) -> list[Place]:
        """Words are letters and digits, so that none can end its own quotes."""
        this = {"term": f'"{" ".join(term)}"', "first": base, "last": base + DEAL - 1}
        return [row - base for row in self._scope.connection.scalars(FIND, this).all()]

    def _base(self, deal: str) -> int | None:
        key = {"workspace": self._scope.workspace, "deal": deal}
        number = self._scope.connection.scalar(NUMBER, key)
        return None if number is None else DEAL * int(number)
