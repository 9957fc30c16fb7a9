"""Full text in PostgreSQL's tsvector, given word by word, so that no dictionary changes it.

Each row's vector also holds a mark of its deal: with it the index finds the deal's rows that
hold a word without looking at those of others, which takes a tenth of the time.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Text,
    cast,
    column,
    delete,
    insert,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from memory.sql.fulltext.ranking import Place, place
from memory.sql.fulltext.words import Term, words
from memory.sql.scope import Scope
from memory.sql.types import Key

ROWS = table(
    "chunk_words",
    column("workspace", Key),
    column("deal", Key),
    column("place", BigInteger),
    column("words", Text),
    column("positions", TSVECTOR),
)


class Words:
    """`FullText` in the table `chunk_words`."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, deal: str, texts: Mapping[Place, str]) -> None:
        """Hold texts at places where none is held."""
        mark = self._mark(deal)
        rows = [
            {"place": at, "words": " ".join(held), "positions": _positions(mark, held)}
            for at, held in ((at, words(text)) for at, text in texts.items())
        ]
        if rows:
            same = {"workspace": self._scope.workspace, "deal": deal}
            self._scope.connection.execute(insert(ROWS), [same | row for row in rows])

    def remove(self, deal: str, number: int) -> None:
        """Hold nothing of the deal's source of that number."""
        of_source = ROWS.c.place.between(place(number, 0), place(number + 1, 0) - 1)
        self._scope.connection.execute(delete(ROWS).where(*self._of(deal), of_source))

    def forget(self, deal: str, number: int) -> None:
        """Remove; the server's own vacuum then takes the words out, as it does with all rows."""
        self.remove(deal, number)

    def holding(self, deal: str, terms: Sequence[Term]) -> list[list[Place]]:
        """For each term the places that hold it."""
        asked = [" <-> ".join(f"'{word}'" for word in term) for term in terms]
        any_of_them = f"{self._mark(deal)} & ({' | '.join(asked)})"
        query = select(ROWS.c.place, *(_holds(one) for one in asked))
        found = self._scope.connection.execute(query.where(*self._of(deal), _holds(any_of_them)))
        rows = found.all()
        return [[row[0] for row in rows if row[n]] for n in range(1, len(asked) + 1)]

    def texts(self, deal: str, places: Sequence[Place]) -> dict[Place, str]:
        """What is held at these places: the stems of the words, one space between any two."""
        query = select(ROWS.c.place, ROWS.c.words)
        these = query.where(*self._of(deal), ROWS.c.place.in_(places))
        return {row.place: row.words for row in self._scope.connection.execute(these)}

    def _of(self, deal: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        return ROWS.c.workspace == self._scope.workspace, ROWS.c.deal == deal

    def _mark(self, deal: str) -> str:
        """No word is like it: words are letters and digits alone, and none can end its quotes."""
        digest = sha256(f"{self._scope.workspace}\0{deal}".encode()).hexdigest()
        return f"'#{digest[:16]}'"


def _holds(query: str) -> ColumnElement[bool]:
    return ROWS.c.positions.bool_op("@@")(cast(query, TSQUERY))


def _positions(mark: str, held: Sequence[str]) -> str:
    return " ".join([f"{mark}:1", *(f"'{word}':{n}" for n, word in enumerate(held, start=1))])
