"""What is overdue, deal by deal."""

from collections.abc import Sequence

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.dossier import About, Dossier
from agent.answers.naming import due_by, titled
from agent.answers.people.owning import Owned, kind_of
from agent.answers.portfolio.across import none_of, open_deals
from agent.answers.shortening import shortened
from plan.schedule import FINISHED

TOPIC = "overdue"
SHOWN = 3
"""Overdue things that are named of one deal; the others are counted."""


def overdue(deals: Sequence[Dossier], about: About) -> Answer:
    """The open milestones and actions of open deals whose day has passed, the oldest first.

    Only those of the side or of the people asked after, where any are.
    """
    waiting = open_deals(deals)
    if not waiting:
        return unknown(TOPIC)
    late = [(one, _late(one, about)) for one in waiting]
    told = [_told(one, things) for one, things in late if things]
    told = told or [none_of(waiting, "Nothing is overdue in any open deal.")]
    return Answer(topic=TOPIC, statements=shortened(told))


def _late(dossier: Dossier, about: About) -> list[Owned]:
    every: tuple[Owned, ...] = (*dossier.plan.milestones, *dossier.plan.actions)
    dated = [(one.due, one) for one in every if one.due and one.status not in FINISHED]
    late = [
        (due, one) for due, one in dated if due < dossier.today and _theirs(dossier, about, one)
    ]
    return [one for _, one in sorted(late, key=lambda pair: pair[0])]


def _theirs(dossier: Dossier, about: About, item: Owned) -> bool:
    owner = dossier.person(item.owner)
    side = about.side is None or (owner is not None and owner.side == about.side)
    return side and (not about.people or item.owner in about.people)


def _told(dossier: Dossier, late: Sequence[Owned]) -> Statement:
    things = [_thing(dossier, one) for one in late[:SHOWN]]
    things += [f"{len(late) - SHOWN} more"] if len(late) > SHOWN else []
    return Statement(
        text=f"{dossier.plan.deal.name} has overdue: {'; '.join(things)}.",
        basis="reckoned",
        items=(dossier.ref("deal"), *(dossier.ref(kind_of(one), one.id) for one in late)),
    )


def _thing(dossier: Dossier, item: Owned) -> str:
    owner = dossier.person(item.owner)
    whose = f" of {owner.name}" if owner else ", which nobody owns"
    return f"{titled(item.title)}{whose}, {due_by(item.due, dossier.today)}"
