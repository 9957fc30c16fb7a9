"""What models answered, in SQL."""

from sqlalchemy import Text, cast, delete, insert, or_
from sqlalchemy.exc import IntegrityError

from memory.records import KeptAnswer
from memory.sql.rows import item_of, row_of
from memory.sql.schema import answers
from memory.sql.scope import Scope
from plan.edits import canonical_json


class SqlAnswers:
    """`memory.base.Answers` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def get(self, key: str) -> KeptAnswer | None:
        """The answer to that question, or None where none is kept."""
        row = self._scope.first(answers, answers.c.key == key)
        return None if row is None else item_of(KeptAnswer, row, others=row["others"] or ())

    def keep(self, answer: KeptAnswer) -> None:
        """Keep an answer; where one of its key is kept already, the first stays.

        A savepoint takes the refusal, so that the unit goes on, also where another unit kept
        its answer only just now.
        """
        row = {"workspace": self._scope.workspace, **row_of(answer, answers)}
        try:
            with self._scope.connection.begin_nested():
                self._scope.connection.execute(insert(answers).values(row))
        except IntegrityError:
            if self.get(answer.key) is None:
                raise

    def forget(self, source: str) -> int:
        """Delete all answers that rest on a source's words; returns how many."""
        # No id can hold the quotes between which it stands in the list.
        among = cast(answers.c.others, Text).contains(canonical_json(source), autoescape=True)
        these = (self._scope.within(answers), or_(answers.c.source == source, among))
        return self._scope.connection.execute(delete(answers).where(*these)).rowcount
