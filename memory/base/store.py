"""Ports of the store: one transaction in one workspace, and background work that joins it."""

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from memory.base.access import Access
from memory.base.deals import Decisions, Observations, Outbox, Plans, Proposals, Readings, Sources
from memory.base.models import Answers, Spending
from memory.base.watch import Digests, Ledger, Marks, Wakes
from memory.base.words import Chunks, Threads
from memory.records import ApiKey, SourceRecord


class Unit(Protocol):
    """One transaction in one workspace."""

    @property
    def workspace(self) -> str:
        """The workspace it is bound to."""

    @property
    def plans(self) -> Plans:
        """Deals, events and plans."""

    @property
    def sources(self) -> Sources:
        """Sources and turns."""

    @property
    def readings(self) -> Readings:
        """Readings."""

    @property
    def proposals(self) -> Proposals:
        """Proposals."""

    @property
    def observations(self) -> Observations:
        """Observations."""

    @property
    def decisions(self) -> Decisions:
        """Decisions."""

    @property
    def outbox(self) -> Outbox:
        """The outbox."""

    @property
    def access(self) -> Access:
        """Users and API keys."""

    @property
    def answers(self) -> Answers:
        """What models answered."""

    @property
    def spending(self) -> Spending:
        """What asking models took."""

    @property
    def chunks(self) -> Chunks:
        """The words of sources in chunks."""

    @property
    def threads(self) -> Threads:
        """Conversations."""

    @property
    def ledger(self) -> Ledger:
        """The ledgers of risks."""

    @property
    def marks(self) -> Marks:
        """What people said to risks and did with next actions."""

    @property
    def wakes(self) -> Wakes:
        """When risks are next to be looked at."""

    @property
    def digests(self) -> Digests:
        """Digests that were sent."""


class Store(Protocol):
    """Hands out units of work."""

    def read(self, workspace: str) -> AbstractContextManager[Unit]:
        """A unit that only reads."""

    def write(self, workspace: str) -> AbstractContextManager[Unit]:
        """A unit whose changes are committed together when the block ends, or not at all."""

    def workspace_of(self, digest: str) -> tuple[str, ApiKey] | None:
        """Workspace and unrevoked key of that sha256, looked up over all workspaces."""

    def workspaces(self) -> tuple[str, ...]:
        """The workspaces that have deals, by name, for work that goes round them all."""

    def upgrade(self) -> None:
        """Bring the database's schema up to this program's; nothing to do where it is.

        Raises:
            NotUpgradedError: The database is newer than this program.
        """

    def close(self) -> None:
        """Let go of all connections."""


class Jobs(Protocol):
    """Durable background work: what is enqueued in a unit runs if and only if the unit commits."""

    def enqueue(self, unit: Unit, source: SourceRecord) -> None:
        """Ask for the source's reading `source.reading`; a deal's run one at a time, in order."""

    def launch(self) -> None:
        """Start working in this process, finishing first what an earlier process left."""

    def unfinished(self) -> int:
        """How many jobs are queued or running."""

    def forget(self, before: datetime) -> int:
        """Delete finished jobs' rows from before that instant; returns how many."""

    def close(self) -> None:
        """Stop working; what runs is finished by the next process."""
