"""Which deals close between two days."""

from collections.abc import Sequence

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.dossier import About, Dossier
from agent.answers.naming import plainly
from agent.answers.portfolio.across import none_of, open_deals, quarter_end
from agent.answers.shortening import shortened
from agent.answers.wording import amount, day
from plan.models import Deal

TOPIC = "closing"


def closing(deals: Sequence[Dossier], about: About) -> Answer:
    """The open deals whose close date lies between `since` and `until`, the first first.

    Without `since` from the deal's own day on, without `until` to the end of that quarter.
    """
    waiting = open_deals(deals)
    if not waiting:
        return unknown(TOPIC)
    told = [_told(one) for one in waiting if _within(one, about)]
    told = told or [none_of(waiting, "No open deal has a close date in that time.")]
    return Answer(topic=TOPIC, statements=shortened(told))


def _within(dossier: Dossier, about: About) -> bool:
    close = dossier.plan.deal.close_date
    first = about.since or dossier.today
    last = about.until or quarter_end(first)
    return close is not None and first <= close <= last


def _told(dossier: Dossier) -> Statement:
    deal = dossier.plan.deal
    parts = [deal.name, f"is to close {_close(deal)}"]
    worth = f", for {amount(deal.amount, deal.currency)}" if deal.amount is not None else ""
    return Statement(
        text=f"{' '.join(parts)}{worth}; its stage is {plainly(deal.stage)}.",
        items=(dossier.ref("deal"),),
    )


def _close(deal: Deal) -> str:
    return f"on {day(deal.close_date)}" if deal.close_date else "on no day"
