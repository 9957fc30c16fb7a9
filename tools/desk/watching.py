"""Watching: what was found of a deal's risks goes into its ledger, and who is told of what."""

from collections.abc import Collection, Iterable
from datetime import date

from memory.base import Unit
from plan.observations import Risk
from plan.thresholds import DEFAULTS, Thresholds
from plan.values import RiskKind
from plan.watch.ledger import Advance, advance
from plan.watch.rules import Record, records
from plan.watch.withdrawing import take_back
from tools.desk.facts import facts_of, past_of
from tools.desk.moment import Moment


def watch(
    unit: Unit,
    deal: str,
    moment: Moment,
    on: date | None = None,
    muted: Collection[RiskKind] | None = None,
) -> Advance:
    """Look at a deal's risks as they are, and keep when to look at it again.

    The same again changes and tells nothing.

    Args:
        unit: The transaction.
        deal: The deal's id.
        moment: When it is.
        on: The day to look at; the deal's own day without.
        muted: Kinds whose rules are muted, where that is known already.

    Raises:
        NotFoundError: No such deal.
    """
    unit.plans.lock(deal)
    plan = unit.plans.current(deal)
    past = past_of(unit, deal, moment.zone_of(plan.deal))
    facts = facts_of(unit, plan, past, on or moment.day(plan.deal))
    unit.wakes.set(deal, facts.wakes_on, plan.version)
    return look(unit, deal, facts.risks, facts.on, muted_kinds(unit) if muted is None else muted)


def look(
    unit: Unit, deal: str, risks: Iterable[Risk], on: date, muted: Collection[RiskKind] = ()
) -> Advance:
    """Bring a deal's ledger up to a day; what it gives back was kept and is told only once.

    Args:
        unit: The transaction.
        deal: The deal's id.
        risks: All risks found, said and derived, whatever people said to them.
        on: The deal's own day.
        muted: Kinds whose rules are muted, as `muted_kinds` tells them.

    Raises:
        NotFoundError: No such deal.
    """
    unit.plans.lock(deal)
    before = unit.ledger.of(deal)
    now = advance(deal, before, risks, on, unit.marks.on_risks(deal), muted)
    known = {one.number: one for one in before}
    unit.ledger.keep([one for one in now.entries if known.get(one.number) != one])
    return now


def forget_words(unit: Unit, deal: str, source: str, on: date) -> None:
    """Take a withdrawn source's words out of the deal's ledger; what only they said settles.

    Raises:
        NotFoundError: No such deal.
    """
    unit.plans.lock(deal)
    before = unit.ledger.of(deal)
    now = take_back(before, source, on)
    unit.ledger.keep([new for old, new in zip(before, now, strict=True) if new != old])


def rule_records(unit: Unit, numbers: Thresholds = DEFAULTS) -> tuple[Record, ...]:
    """How each rule does in the workspace, by kind."""
    marks, switches = unit.marks.on_risks(), unit.marks.switches()
    return records(unit.ledger.raised(), marks, switches, numbers)


def muted_kinds(unit: Unit, numbers: Thresholds = DEFAULTS) -> frozenset[RiskKind]:
    """The kinds whose rules are muted in the workspace."""
    # What a rule raised has no say in it, and counting that would take long.
    told = records({}, unit.marks.on_risks(), unit.marks.switches(), numbers)
    return frozenset(one.kind for one in told if one.muted)
