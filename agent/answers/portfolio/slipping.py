"""Which deals slip: what should close by a day and, as planned now, does not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.dossier import About, Dossier
from agent.answers.naming import titled
from agent.answers.portfolio.across import none_of, open_deals, quarter_end, situation
from agent.answers.shortening import shortened
from agent.answers.wording import day
from plan.models import Milestone
from plan.risks.overdue_milestone import overdue_milestone
from plan.risks.signing import signing_path
from plan.risks.timeline_drift import timeline_drift

TOPIC = "slipping"
REASONS = 3
"""Reasons that are told of one deal."""


@dataclass(frozen=True)
class Reason:
    """Why a deal slips: a sentence, and the milestones it is about."""

    text: str
    milestones: tuple[str, ...] = ()


def slipping(deals: Sequence[Dossier], about: About) -> Answer:
    """The open deals that are to close by the quarter's end, or `until`, and slip.

    A deal is to close by then if its close date or the day of an open signature is not later.
    It slips if its close date has passed; if its close date or an open signature is later
    than that end; or if on the way to its signature a milestone is overdue, or due after the
    close date or before one that it waits for. The quarter is the calendar's.
    """
    waiting = open_deals(deals)
    if not waiting:
        return unknown(TOPIC)
    told = [_slips(one, reasons) for one in waiting if (reasons := [*reasons_of(one, about)])]
    if not told:
        until = day(_end(waiting[0], about))
        told = [none_of(waiting, f"No deal that is to close by {until} slips.")]
    return Answer(topic=TOPIC, statements=shortened(told))


def reasons_of(dossier: Dossier, about: About) -> Iterator[Reason]:
    """Why a deal slips; nothing if it does not, or was not to close by then."""
    end = _end(dossier, about)
    signatures = _signatures(dossier)
    close = dossier.plan.deal.close_date
    dates = [close, *(one.due for one in signatures)]
    if not any(when is not None and when <= end for when in dates):
        return
    if close is not None and close < dossier.today:
        yield Reason(f"Its close date, {day(close)}, has passed.")
    if close is not None and close > end:
        yield Reason(f"Its close date is {day(close)}, after {day(end)}.")
    for one in signatures:
        if one.due is not None and one.due > end:
            yield Reason(f"{titled(one.title)} is due on {day(one.due)}.", (one.id,))
    yield from _on_the_way(dossier)


def _end(dossier: Dossier, about: About) -> date:
    return about.until or quarter_end(dossier.today)


def _signatures(dossier: Dossier) -> tuple[Milestone, ...]:
    return tuple(one for one in situation(dossier).open_milestones if one.kind == "signature")


def _on_the_way(dossier: Dossier) -> Iterator[Reason]:
    now = situation(dossier)
    path = signing_path(now)
    for rule in (overdue_milestone, timeline_drift):
        for risk in rule(now):
            if path.issuperset(risk.milestones):
                yield Reason(risk.why, risk.milestones)


def _slips(dossier: Dossier, reasons: Sequence[Reason]) -> Statement:
    deal = dossier.plan.deal
    close = f", to close on {day(deal.close_date)}," if deal.close_date else ""
    more = len(reasons) - REASONS
    texts = [one.text for one in reasons[:REASONS]]
    texts += [f"There are {more} more reasons."] if more > 0 else []
    milestones = dict.fromkeys(item for one in reasons for item in one.milestones)
    return Statement(
        text=f"{deal.name}{close} slips. {' '.join(texts)}",
        basis="reckoned",
        items=(dossier.ref("deal"), *(dossier.ref("milestone", one) for one in milestones)),
    )
