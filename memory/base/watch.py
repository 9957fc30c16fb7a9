"""Ports of what is kept beside plans about risks: ledgers, marks, waking days, digests."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from memory.records import Digest, Wake
from plan.values import RiskKind
from plan.watch.entries import Entry
from plan.watch.marks import ActionMark, Mark
from plan.watch.rules import Switch


class Ledger(Protocol):
    """The ledgers of deals' risks."""

    def of(self, deal: str) -> tuple[Entry, ...]:
        """The deal's entries, settled ones included, by number."""

    def standing(self) -> tuple[Entry, ...]:
        """All deals' entries that are not settled, by deal and number."""

    def keep(self, entries: Sequence[Entry]) -> None:
        """Keep new entries, and the new states of those that are kept already."""

    def raised(self) -> Mapping[RiskKind, int]:
        """How many entries of each kind all deals together have, settled ones included."""


class Marks(Protocol):
    """What people said to risks, did with next actions, and which rules they switched."""

    def add(self, mark: Mark | ActionMark) -> None:
        """Keep a mark.

        Raises:
            ConflictError: The deal has a mark of that sort and number already.
        """

    def on_risks(self, deal: str | None = None) -> tuple[Mark, ...]:
        """Marks on the deal's risks, or on all deals', by deal and number."""

    def on_actions(self, deal: str | None = None) -> tuple[ActionMark, ...]:
        """Marks on the deal's next actions, or on all deals', by deal and number."""

    def switch(self, switch: Switch) -> None:
        """Keep a rule's switch in place of its earlier one."""

    def switches(self) -> tuple[Switch, ...]:
        """The last switch of each rule that has one, by kind."""


class Wakes(Protocol):
    """The day on which each deal's risks are next to be looked at."""

    def set(self, deal: str, on: date | None, version: int) -> None:
        """Say when the deal's risks may change by themselves.

        Args:
            deal: The deal's id.
            on: That day; None if they never do.
            version: The version of the plan that this was told from.
        """

    def due(self, on: date) -> tuple[Wake, ...]:
        """The deals to look at, by id: those whose day has come, and those never looked at.

        A deal that changed since counts as never looked at.

        Args:
            on: A day; give the last that it is anywhere, and look at each deal on its own day.
        """


class Digests(Protocol):
    """Digests that were sent."""

    def keep(self, digest: Digest) -> None:
        """Keep a digest; one of the same user and day replaces it."""

    def last(self, user: str) -> Digest | None:
        """The last digest that the user got."""

    def of(self, user: str) -> tuple[Digest, ...]:
        """All digests that the user got, the last first."""
