"""Ports of deals and of what was said, proposed and decided about them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from memory.records import OutboxRow, SourceRecord
from plan.events import Event
from plan.models import Deal, Plan
from plan.observations import Absence, NextAction, Risk
from plan.proposals import Decision, Proposal
from plan.readings import Reading
from plan.sources import Source
from plan.values import Entity, ProposalStatus, SourceStatus


class Plans(Protocol):
    """Deals, their events, and each deal's current plan as one document."""

    def lock(self, deal: str) -> None:
        """Hold the deal until the unit ends: every unit that changes a deal locks it first.

        Raises:
            NotFoundError: No such deal.
        """

    def exists(self, deal: str) -> bool:
        """Whether the deal is there."""

    def deals(self) -> tuple[Deal, ...]:
        """All deals, by close date (none last), then id."""

    def current(self, deal: str) -> Plan:
        """The plan as it stands; rebuilt from events where the stored document is of an old schema.

        Raises:
            NotFoundError: No such deal.
        """

    def events(self, deal: str, after: int = 0, until: int | None = None) -> tuple[Event, ...]:
        """The events with `after < seq <= until`, in order, brought up to the current version."""

    def used_ids(self, deal: str) -> frozenset[str]:
        """Every id the deal ever gave to anything, by events or proposals: none is given again."""

    def append(self, plan: Plan, events: Sequence[Event], expected: int) -> None:
        """Append events and store `plan`, the plan after them. The first append opens the deal.

        Raises:
            ConflictError: The deal's version is not `expected`.
        """


class Sources(Protocol):
    """Sources and their turns."""

    def add(self, record: SourceRecord, source: Source) -> None:
        """Keep a source. Its number and its digest are unique in the deal.

        Raises:
            ConflictError: The deal has that number, digest or Message-ID already.
        """

    def next_number(self, deal: str) -> int:
        """The number the deal's next source gets."""

    def same(self, deal: str, sha256: str, message_id: str | None) -> SourceRecord | None:
        """The deal's source of the same bytes or the same Message-ID."""

    def get(self, source: str) -> SourceRecord:
        """The source's record.

        Raises:
            NotFoundError: No such source.
        """

    def content(self, source: str) -> Source:
        """The source's content with its turns.

        Raises:
            NotFoundError: No such source.
        """

    def of(self, deal: str) -> tuple[SourceRecord, ...]:
        """The deal's sources in order of arrival."""

    def set_status(self, source: str, status: SourceStatus, reason: str = "") -> None:
        """Say where the source stands."""

    def ask_again(self, source: str) -> int:
        """Count one more reading, set the source queued, and return the reading's number."""


class Readings(Protocol):
    """Readings with all they found and dropped, keyed by source and number."""

    def keep(self, reading: Reading) -> None:
        """Keep a reading; one of the same source and number replaces it."""

    def get(self, source: str, n: int) -> Reading | None:
        """That reading, also one that failed; None where it came to no end yet."""

    def published(self, source: str, n: int) -> bool:
        """Whether that reading was published."""

    def mark_published(self, source: str, n: int) -> bool:
        """Mark it published; False if it already was, and then nothing is to be done again."""


class Proposals(Protocol):
    """Proposals."""

    def add(self, proposals: Sequence[Proposal]) -> None:
        """Keep new proposals.

        Raises:
            ConflictError: The deal has one of these numbers already.
        """

    def next_number(self, deal: str) -> int:
        """The number the deal's next proposal gets."""

    def get(self, proposal: str) -> Proposal:
        """That proposal.

        Raises:
            NotFoundError: No such proposal.
        """

    def find(
        self,
        deal: str | None = None,
        statuses: Sequence[ProposalStatus] = (),
        source: str | None = None,
    ) -> tuple[Proposal, ...]:
        """Proposals by deal, status and source, each where given; by deal and number."""

    def about(self, deal: str, entity: Entity, item_id: str) -> tuple[Proposal, ...]:
        """All proposals on one thing, whatever became of them, by number."""

    def replace(self, proposal: Proposal) -> None:
        """Store a proposal's new state."""


class Observations(Protocol):
    """Engagement, absences, risks and next actions, keyed by the source they came with."""

    def keep(self, deal: str, reading: Reading, day: date) -> None:
        """Keep what a reading observed on its source's day, in place of earlier readings' of it."""

    def withdraw(self, source: str) -> None:
        """Forget what came with a source."""

    def engagement(self, deal: str) -> Mapping[str, date]:
        """Each person's last day of engagement."""

    def absences(self, deal: str) -> tuple[Absence, ...]:
        """What the deal's sources say of people being away, the latest source first."""

    def risks(self, deal: str) -> tuple[Risk, ...]:
        """Risks of the deal's latest source by day and number."""

    def next_actions(self, deal: str) -> tuple[NextAction, ...]:
        """Next actions of the deal's latest source by day and number."""


class Decisions(Protocol):
    """Decisions, for the record and for undo."""

    def add(self, decision: Decision) -> None:
        """Keep a decision.

        Raises:
            ConflictError: The deal has that number already.
        """

    def next_number(self, deal: str) -> int:
        """The number the deal's next decision gets."""

    def get(self, decision: str) -> Decision:
        """That decision.

        Raises:
            NotFoundError: No such decision.
        """

    def of(self, deal: str) -> tuple[Decision, ...]:
        """The deal's decisions in order."""

    def about(self, proposal: str) -> tuple[Decision, ...]:
        """The decisions on one proposal in order."""

    def replace(self, decision: Decision) -> None:
        """Store a decision's new state: that it was undone."""


class Outbox(Protocol):
    """What was decided and the world outside has not yet heard."""

    def add(self, row: OutboxRow) -> None:
        """Keep a row with the events it tells of."""

    def waiting(self, limit: int) -> tuple[OutboxRow, ...]:
        """Rows not yet delivered, oldest first."""

    def delivered(self, row: str, at: datetime) -> None:
        """Mark a row delivered."""
