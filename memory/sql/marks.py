"""People's marks and switches in SQL."""

from typing import TypeVar

from sqlalchemy import Table

from memory.sql.rows import item_of, row_of
from memory.sql.schema import action_marks, risk_marks, rule_switches
from memory.sql.scope import Scope
from plan.watch.marks import ActionMark, Mark
from plan.watch.rules import Switch

Marked = TypeVar("Marked", Mark, ActionMark)


class SqlMarks:
    """`memory.base.Marks` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, mark: Mark | ActionMark) -> None:
        """Keep a mark.

        Raises:
            ConflictError: The deal has a mark of that sort and number already.
        """
        table = risk_marks if isinstance(mark, Mark) else action_marks
        conflict = f"{mark.deal} has a mark {mark.number} already."
        self._scope.add(table, [row_of(mark, table)], conflict)

    def on_risks(self, deal: str | None = None) -> tuple[Mark, ...]:
        """Marks on the deal's risks, or on all deals', by deal and number."""
        return self._of(Mark, risk_marks, deal)

    def on_actions(self, deal: str | None = None) -> tuple[ActionMark, ...]:
        """Marks on the deal's next actions, or on all deals', by deal and number."""
        return self._of(ActionMark, action_marks, deal)

    def switch(self, switch: Switch) -> None:
        """Keep a rule's switch in place of its earlier one."""
        self._scope.put(rule_switches, row_of(switch, rule_switches))

    def switches(self) -> tuple[Switch, ...]:
        """The last switch of each rule that has one, by kind."""
        rows = self._scope.find(rule_switches, order=(rule_switches.c.kind,))
        return tuple(item_of(Switch, row) for row in rows)

    def _of(self, model: type[Marked], table: Table, deal: str | None) -> tuple[Marked, ...]:
        where = () if deal is None else (table.c.deal == deal,)
        rows = self._scope.find(table, *where, order=(table.c.deal, table.c.number))
        return tuple(item_of(model, row) for row in rows)
