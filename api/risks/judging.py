"""Risks with what people said to them."""

from collections.abc import Iterable
from datetime import date
from typing import get_args

from memory.base import Unit
from plan.models import Plan
from plan.observations import Risk
from plan.values import RiskKind
from plan.watch.entries import Entry
from plan.watch.ledger import advance
from tools.desk.facts import Past, risks_of
from tools.desk.gate import Acting
from tools.desk.marking import Judged, mark_risk
from tools.desk.moment import Moment
from tools.desk.watching import watch

ORDER: dict[RiskKind, int] = {kind: at for at, kind in enumerate(get_args(RiskKind))}
"""Kinds that people put into words, then those of rules in their order."""


def entries_on(unit: Unit, deal: str, risks: Iterable[Risk], on: date) -> tuple[Entry, ...]:
    """The entries that the ledger would have of a deal's risks on a day; nothing is kept.

    Args:
        unit: The transaction.
        deal: The deal's id.
        risks: All risks found, as `risks_of` gives them.
        on: The day.
    """
    now = advance(deal, unit.ledger.of(deal), risks, on, unit.marks.on_risks(deal))
    found = (one for one in now.entries if one.settled_on is None)
    return tuple(sorted(found, key=lambda one: (ORDER[one.kind], one.number)))


def open_risks(unit: Unit, plan: Plan, past: Past, on: date) -> tuple[Risk, ...]:
    """The risks of a stored deal on a day, those left out that people dismissed or settled."""
    entries = entries_on(unit, plan.deal.id, risks_of(unit, plan, past, on), on)
    return tuple(one.risk for one in entries if one.open)


def judge(unit: Unit, deal: str, said: Judged, by: Acting, moment: Moment) -> None:
    """Keep somebody's verdict on a risk that the deal has today.

    Raises:
        NotFoundError: No such deal, or it has no such risk now.
        RefusedError: A dismissal without a reason.
    """
    # The ledger may be of an earlier day, and there has to be an entry to say it to.
    watch(unit, deal, moment)
    today = moment.day(unit.plans.current(deal).deal)
    mark_risk(unit, deal, said, by, today)
