"""The form of an answer across deals, as the registry of them lists it, and what they share."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from agent.answers.answer import Answer, ItemRef, Statement
from agent.answers.dossier import About, Dossier
from plan.risks.situation import Situation

Survey = Callable[[Sequence[Dossier], About], Answer]


@dataclass(frozen=True)
class Across:
    """One answer across deals.

    Attributes:
        name: What it is called by, such as `slipping`.
        compute: The function; deals that it tells of come by close date.
        tells: One sentence that says which questions it answers; a model chooses by it.
        takes: The fields of `About` that it heeds.
    """

    name: str
    compute: Survey
    tells: str
    takes: tuple[str, ...] = ()


def situation(dossier: Dossier) -> Situation:
    """A deal as the risk rules look at it; people count as known since the plan's first day."""
    return Situation(
        plan=dossier.plan,
        on=dossier.today,
        engaged=dossier.engaged,
        known={},
        numbers=dossier.numbers,
    )


def open_deals(deals: Sequence[Dossier]) -> tuple[Dossier, ...]:
    """The deals that are neither won nor lost, by close date, those without one last."""
    every = [one for one in deals if not situation(one).closed]
    return tuple(sorted(every, key=lambda one: one.plan.deal.close_date or date.max))


def quarter_end(when: date) -> date:
    """The last day of a day's calendar quarter."""
    last = (when.month + 2) // 3 * 3
    return when.replace(month=last, day=monthrange(when.year, last)[1])


def refs(deals: Sequence[Dossier]) -> tuple[ItemRef, ...]:
    """The deals themselves, for statements about all of them."""
    return tuple(one.ref("deal") for one in deals)


def none_of(deals: Sequence[Dossier], text: str) -> Statement:
    """That something holds of none of the deals, of which there is at least one."""
    return Statement(text=text, basis="reckoned", items=refs(deals))
