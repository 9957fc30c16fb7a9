"""Reading a stored source: the steps that a background job calls, each safe to call again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from time import perf_counter

from agent.graph import Found, ReadingGraph
from agent.llm.prices import load_prices
from agent.ports import Context, Reader
from memory.base import Store, Unit
from memory.records import SourceRecord
from plan.observations import Risk
from plan.readings import Reading, Trace
from plan.standing import OPEN
from tools.desk.publishing import publish


@dataclass(frozen=True)
class SourceReading:
    """Reads, publishes and gives up, over a store and the reading graph.

    Attributes:
        graph: Makes the graph with its reader; called when something is read for the first
            time, since a reader takes a while to load.
    """

    store: Store
    graph: Callable[[], tuple[ReadingGraph, Reader]]
    now: Callable[[], datetime]

    def read(self, workspace: str, source: str, n: int) -> str:
        """Run the graph and keep what it found; a reading that was kept is not made again.

        Returns:
            The reading's id, `<source>.r<n>`.

        Raises:
            NotFoundError: No such source.
            ReaderUnavailableError: The reader cannot read now.
            ReadingFailedError: The reader's answer cannot be used.
        """
        with self.store.write(workspace) as unit:
            if unit.readings.get(source, n) is not None:
                return f"{source}.r{n}"
            unit.sources.set_status(source, "reading")
        with self.store.read(workspace) as unit:
            context = context_of(unit, source)
        graph, reader = self.graph()
        began = perf_counter()
        found = graph.run(context)
        reading = reading_of(found, context, n, reader, self.now(), perf_counter() - began)
        with self.store.write(workspace) as unit:
            unit.readings.keep(reading)
        return f"{source}.r{n}"

    def publish(self, workspace: str, source: str, n: int) -> None:
        """Publish a kept reading, once."""
        with self.store.write(workspace) as unit:
            publish(unit, source, n, self.now())

    def fail(self, workspace: str, source: str, n: int, reason: str) -> None:
        """Say on the source why it could not be read; a published reading is left alone."""
        with self.store.write(workspace) as unit:
            record = unit.sources.get(source)
            if record.reading == n and not unit.readings.published(source, n):
                unit.sources.set_status(source, "failed", reason)


def context_of(unit: Unit, source: str) -> Context:
    """All that a reader may see of a stored source: it, and its own deal."""
    record = unit.sources.get(source)
    deal = record.deal
    pending = unit.proposals.find(deal, OPEN)
    return Context(
        workspace=unit.workspace,
        source_id=source,
        source=unit.sources.content(source),
        plan=unit.plans.current(deal),
        # What an earlier reading of this source proposed is to be found anew, not known already.
        pending=tuple(one for one in pending if one.source != source),
        risks=_said_before(unit, record),
        engaged=dict(unit.observations.engagement(deal)),
        taken=unit.plans.used_ids(deal),
    )


def _said_before(unit: Unit, record: SourceRecord) -> tuple[Risk, ...]:
    return tuple(risk for risk in unit.observations.risks(record.deal) if risk.basis == "said")


def reading_of(
    found: Found, context: Context, n: int, reader: Reader, at: datetime, seconds: float
) -> Reading:
    """What one run of the graph came to, as it is kept."""
    trace = Trace(
        reader=reader.name,
        prompt=reader.prompt,
        tokens_in=found.tokens_in,
        tokens_out=found.tokens_out,
        attempts=found.attempts,
        money=_money(reader.name, found),
        seconds=round(seconds, 3),
    )
    return Reading(
        source=context.source_id,
        n=n,
        plan_version=context.plan.version,
        findings=found.findings,
        engagement=found.engagement,
        risks=found.risks,
        next_actions=found.next_actions,
        drops=found.drops,
        addressed=found.addressed,
        trace=trace,
        finished_at=at,
    )


def _money(reader: str, found: Found) -> Decimal | None:
    """What the tokens cost by the table of prices; nothing where no model was asked."""
    if not found.attempts:
        return Decimal(0)
    price = load_prices().of(reader.removeprefix("model:"))
    return price.of(found.tokens_in, found.tokens_out) if price else None
