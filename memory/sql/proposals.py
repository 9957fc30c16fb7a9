"""Proposals in SQL."""

from collections.abc import Sequence

from sqlalchemy import RowMapping

from memory.sql import schema
from memory.sql.rows import Row, item_of, row_of
from memory.sql.scope import Scope
from plan.proposals import Proposal
from plan.values import Entity, ProposalStatus


class SqlProposals:
    """`memory.base.Proposals` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, proposals: Sequence[Proposal]) -> None:
        """Keep new proposals.

        Raises:
            ConflictError: The deal has one of these numbers already.
        """
        conflict = "The deal has a proposal of one of these numbers already; number them again."
        self._scope.add(schema.proposals, [_row(one) for one in proposals], conflict)

    def next_number(self, deal: str) -> int:
        """The number the deal's next proposal gets."""
        return self._scope.next_number(schema.proposals, deal)

    def get(self, proposal: str) -> Proposal:
        """That proposal.

        Raises:
            NotFoundError: No such proposal.
        """
        return _proposal(self._scope.get(schema.proposals, proposal))

    def find(
        self,
        deal: str | None = None,
        statuses: Sequence[ProposalStatus] = (),
        source: str | None = None,
    ) -> tuple[Proposal, ...]:
        """Proposals by deal, status and source, each where given; by deal and number."""
        where = []
        if deal is not None:
            where.append(schema.proposals.c.deal == deal)
        if statuses:
            where.append(schema.proposals.c.status.in_(statuses))
        if source is not None:
            where.append(schema.proposals.c.source == source)
        rows = self._scope.find(
            schema.proposals, *where, order=(schema.proposals.c.deal, schema.proposals.c.number)
        )
        return tuple(_proposal(row) for row in rows)

    def about(self, deal: str, entity: Entity, item_id: str) -> tuple[Proposal, ...]:
        """All proposals on one thing, whatever became of them, by number."""
        table = schema.proposals
        this = (table.c.deal == deal, table.c.entity == entity, table.c.item == item_id)
        rows = self._scope.find(table, *this, order=(table.c.number,))
        return tuple(_proposal(row) for row in rows)

    def replace(self, proposal: Proposal) -> None:
        """Store a proposal's new state.

        Raises:
            NotFoundError: No such proposal.
        """
        self._scope.change_one(schema.proposals, proposal.id, _row(proposal))


def _row(proposal: Proposal) -> Row:
    edit = proposal.edit
    return {
        **row_of(proposal, schema.proposals),
        "entity": edit.entity,
        "item": edit.id,
        "edit": edit.model_dump(mode="json", exclude={"entity", "id"}),
    }


def _proposal(row: RowMapping) -> Proposal:
    edit = {"entity": row["entity"], "id": row["item"], **row["edit"]}
    return item_of(Proposal, row, edit=edit)
