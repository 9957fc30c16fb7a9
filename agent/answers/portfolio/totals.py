"""What the deals are worth together, by currency."""

from collections.abc import Sequence
from decimal import Decimal

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.dossier import About, Dossier
from agent.answers.portfolio.across import open_deals, refs
from agent.answers.wording import amount, day, listed

TOPIC = "totals"


def totals(deals: Sequence[Dossier], about: About) -> Answer:
    """The sums of the open deals' amounts, one a currency, the largest number first.

    Only of deals with a close date between `since` and `until`, where those are given. No
    currency is turned into another. Deals without an amount are named and count nothing.
    """
    counted = [one for one in open_deals(deals) if _within(one, about)]
    priced: dict[str, list[Dossier]] = {}
    for one in counted:
        if one.plan.deal.amount is not None:
            priced.setdefault(one.plan.deal.currency or "", []).append(one)
    sums = [(_sum(group), currency, group) for currency, group in priced.items()]
    sums.sort(key=lambda one: (-one[0], one[1]))
    told = [_told(total, currency, group, about) for total, currency, group in sums]
    bare = [one for one in counted if one.plan.deal.amount is None]
    missing = [_unpriced(bare)] if bare else []
    return Answer(topic=TOPIC, statements=(*told, *missing)) if told else unknown(TOPIC, *missing)


def _within(dossier: Dossier, about: About) -> bool:
    close = dossier.plan.deal.close_date
    if about.since is None and about.until is None:
        return True
    return (
        close is not None
        and (about.since is None or about.since <= close)
        and (about.until is None or close <= about.until)
    )


def _sum(group: Sequence[Dossier]) -> Decimal:
    return sum((one.plan.deal.amount or Decimal(0) for one in group), Decimal(0))


def _told(total: Decimal, currency: str, group: Sequence[Dossier], about: About) -> Statement:
    count = "1 open deal" if len(group) == 1 else f"{len(group)} open deals"
    worth = amount(total, currency or None)
    unit = "" if currency else " in no stated currency"
    verb = "is" if len(group) == 1 else "are together"
    return Statement(
        text=f"{count}{_when(about)} {verb} worth {worth}{unit}.",
        basis="reckoned",
        items=refs(group),
    )


def _when(about: About) -> str:
    parts = [f"from {day(about.since)}"] if about.since else []
    parts += [f"until {day(about.until)}"] if about.until else []
    return f", to close {' '.join(parts)}," if parts else ""


def _unpriced(bare: Sequence[Dossier]) -> Statement:
    names = listed([one.plan.deal.name for one in bare])
    return Statement(text=f"Without an amount: {names}.", items=refs(bare))
