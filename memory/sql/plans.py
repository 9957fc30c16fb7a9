"""Deals, events and snapshots in SQL."""

from collections.abc import Sequence

from sqlalchemy import Connection, and_, select

from memory.sql import schema
from memory.sql.rows import DOCUMENT, item_of, raw_of, row_of
from memory.sql.scope import Scope
from plan.events import Event
from plan.fold import fold
from plan.models import COLLECTIONS, SCHEMA, Deal, Plan
from plan.upcast import upcast


class SqlPlans:
    """`memory.base.Plans` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def lock(self, deal: str) -> None:
        """Lock the deal's row; on SQLite the write unit itself is the lock.

        Raises:
            NotFoundError: No such deal.
        """
        query = select(schema.deals.c.id).where(
            self._scope.within(schema.deals), schema.deals.c.id == deal
        )
        if self._scope.connection.scalar(query.with_for_update()) is None:
            self._scope.missing(schema.deals, deal)

    def exists(self, deal: str) -> bool:
        """Whether the deal is there."""
        return self._scope.first(schema.deals, schema.deals.c.id == deal) is not None

    def deals(self) -> tuple[Deal, ...]:
        """All deals, by close date (none last), then id."""
        order = (schema.deals.c.close_date.nulls_last(), schema.deals.c.id)
        return tuple(item_of(Deal, row) for row in self._scope.find(schema.deals, order=order))

    def current(self, deal: str) -> Plan:
        """The snapshot; the fold of the events where it is missing, behind or of another schema.

        Raises:
            NotFoundError: No such deal.
        """
        usable = and_(
            schema.snapshots.c.workspace == schema.deals.c.workspace,
            schema.snapshots.c.deal == schema.deals.c.id,
            schema.snapshots.c.version == schema.deals.c.version,
            schema.snapshots.c.schema == SCHEMA,
        )
        query = select(schema.snapshots).select_from(
            schema.deals.outerjoin(schema.snapshots, usable)
        )
        where = (self._scope.within(schema.deals), schema.deals.c.id == deal)
        row = self._scope.connection.execute(query.where(*where)).mappings().first()
        if row is None:
            self._scope.missing(schema.deals, deal)
        if row[DOCUMENT] is None:
            return fold(self.events(deal))
        return Plan.model_validate({**row[DOCUMENT], "version": row["version"]})

    def events(self, deal: str, after: int = 0, until: int | None = None) -> tuple[Event, ...]:
        """The events with `after < seq <= until`, in order, brought up to the current version."""
        where = [schema.events.c.deal == deal, schema.events.c.seq > after]
        if until is not None:
            where.append(schema.events.c.seq <= until)
        rows = self._scope.find(schema.events, *where, order=(schema.events.c.seq,))
        return tuple(upcast(raw_of(Event, row)) for row in rows)

    def used_ids(self, deal: str) -> frozenset[str]:
        """Every id the deal ever gave to anything, by events or proposals: none is given again."""
        opening = self.events(deal, until=1)
        plans = [fold(opening)] if opening else []
        first = {item.id for plan in plans for kind in COLLECTIONS for item in plan.items(kind)}
        added = self._scope.values(
            schema.events.c.id, schema.events.c.deal == deal, schema.events.c.type == "added"
        )
        proposed = self._scope.values(
            schema.proposals.c.item,
            schema.proposals.c.deal == deal,
            schema.proposals.c.entity.in_(COLLECTIONS),
        )
        return frozenset(first.union(added, proposed))

    def append(self, plan: Plan, events: Sequence[Event], expected: int) -> None:
        """Append events and store `plan`, the plan after them. The first append opens the deal.

        Raises:
            ConflictError: The deal's version is not `expected`.
            ValueError: The events' numbers do not lead from `expected` to the plan's version.
        """
        _check_numbers(plan, events, expected)
        deal = plan.deal.id
        self._advance(plan, expected)
        rows = [{"deal": deal, **row_of(event, schema.events)} for event in events]
        self._scope.add(schema.events, rows, _moved_on(deal, expected))
        document = plan.model_dump(mode="json", exclude={"version"})
        row = {"deal": deal, "version": plan.version, "schema": SCHEMA, DOCUMENT: document}
        self._scope.put(schema.snapshots, row)

    def _advance(self, plan: Plan, expected: int) -> None:
        conflict = _moved_on(plan.deal.id, expected)
        row = {"version": plan.version, **row_of(plan.deal, schema.deals)}
        if expected == 0:
            self._scope.add(schema.deals, [row], conflict)
            return
        where = (schema.deals.c.id == plan.deal.id, schema.deals.c.version == expected)
        if not self._scope.change(schema.deals, row, *where):
            self._scope.refuse(conflict)


def _moved_on(deal: str, expected: int) -> str:
    return (
        f"The deal `{deal}` is not at version {expected} any more: "
        "somebody changed it at the same time. Load it again and repeat the change."
    )


def _check_numbers(plan: Plan, events: Sequence[Event], expected: int) -> None:
    """The unique key catches events twice; this catches gaps, which would tear the history."""
    if [event.seq for event in events] != list(range(expected + 1, max(plan.version, 1) + 1)):
        raise ValueError(
            f"The events of deal `{plan.deal.id}` do not lead "
            f"from version {expected} to version {plan.version}."
        )


def workspaces(connection: Connection) -> tuple[str, ...]:
    """The workspaces that have deals, by name."""
    column = schema.deals.c.workspace
    return tuple(connection.scalars(select(column).distinct().order_by(column)))
