"""Deals and sources with words in them, in a store."""

from collections.abc import Sequence
from datetime import timedelta

from memory.base import Store
from memory.records import SourceRecord
from plan.sources import Turn
from tests.contract.memory import samples

ONE, OTHER = "acme-erp", "borealis-crm"
HERE, THERE = "default", "elsewhere"


def open_deals(store: Store, workspace: str = HERE, deals: Sequence[str] = (ONE, OTHER)) -> None:
    """Open deals without sources."""
    with store.write(workspace) as unit:
        for deal in deals:
            samples.open_deal(unit, samples.plan(deal))


def add(
    store: Store, *said: str, deal: str = ONE, workspace: str = HERE, days: int = 0
) -> SourceRecord:
    """Add a call that was read, in which each of these was said by another person.

    Args:
        days: How many days after the first day it was held.
    """
    turns = tuple(Turn(n=n, speaker=f"Voice {n}", text=text) for n, text in enumerate(said, 1))
    with store.write(workspace) as unit:
        number = unit.sources.next_number(deal)
        content = samples.source(
            f"{workspace} {deal} {number}",
            kind="call",
            turns=turns,
            day=samples.DAY + timedelta(days=days),
            occurred_at=samples.AT + timedelta(days=days),
        )
        record = samples.record(content, number, deal, status="read")
        unit.sources.add(record, content)
    return record


def withdraw(store: Store, source: str, workspace: str = HERE) -> None:
    """Withdraw a source."""
    with store.write(workspace) as unit:
        unit.sources.set_status(source, "withdrawn")
