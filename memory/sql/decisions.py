"""Decisions in SQL."""

from memory.sql.rows import item_of, row_of
from memory.sql.schema import decisions
from memory.sql.scope import Scope
from plan.proposals import Decision


class SqlDecisions:
    """`memory.base.Decisions` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, decision: Decision) -> None:
        """Keep a decision.

        Raises:
            ConflictError: The deal has that number already.
        """
        conflict = f"The deal `{decision.deal}` has a decision {decision.number} already."
        self._scope.add(decisions, [row_of(decision, decisions)], conflict)

    def next_number(self, deal: str) -> int:
        """The number the deal's next decision gets."""
        return self._scope.next_number(decisions, deal)

    def get(self, decision: str) -> Decision:
        """That decision.

        Raises:
            NotFoundError: No such decision.
        """
        return item_of(Decision, self._scope.get(decisions, decision))

    def of(self, deal: str) -> tuple[Decision, ...]:
        """The deal's decisions in order."""
        rows = self._scope.find(decisions, decisions.c.deal == deal, order=(decisions.c.number,))
        return tuple(item_of(Decision, row) for row in rows)

    def about(self, proposal: str) -> tuple[Decision, ...]:
        """The decisions on one proposal in order."""
        about = decisions.c.proposal == proposal
        rows = self._scope.find(decisions, about, order=(decisions.c.number,))
        return tuple(item_of(Decision, row) for row in rows)

    def replace(self, decision: Decision) -> None:
        """Store a decision's new state: that it was undone.

        Raises:
            NotFoundError: No such decision.
        """
        self._scope.change_one(decisions, decision.id, row_of(decision, decisions))
