"""What holds up the whole deal: risks to no milestone in particular, and silent sponsors."""

from collections.abc import Iterator
from datetime import date

from agent.answers.dossier import Dossier
from agent.answers.history import changes_of
from agent.answers.holding.blocker import Blocker, first_said, latest_first, side_of, voiced
from plan.models import Stakeholder
from plan.schedule import unfinished


def deal_holding(dossier: Dossier) -> Iterator[Blocker]:
    """Said risks that touch no open milestone, then each sponsor who is silent."""
    yield from _risks(dossier)
    yield from _silences(dossier)


def _risks(dossier: Dossier) -> Iterator[Blocker]:
    unfinished_ids = unfinished(dossier.plan).keys()
    for risk in voiced(dossier):
        if unfinished_ids.isdisjoint(risk.milestones):
            who = next(iter(risk.stakeholders), None)
            yield Blocker(
                item=dossier.ref("deal"),
                cause="said",
                since=first_said(dossier, (risk,)),
                owner=who,
                side=side_of(dossier, who),
                risks=(risk,),
                words=latest_first((risk,)),
            )


def _silences(dossier: Dossier) -> Iterator[Blocker]:
    silent = (one for one in dossier.risks if (one.kind, one.status) == ("sponsor_silent", "open"))
    for person in (dossier.person(who) for risk in silent for who in risk.stakeholders):
        if person is not None:
            yield Blocker(
                item=dossier.ref("stakeholder", person.id),
                cause="silent",
                since=_heard(dossier, person) or _known(dossier, person),
                owner=person.id,
                side=person.side,
            )


def _heard(dossier: Dossier, person: Stakeholder) -> date | None:
    """The last day somebody was engaged, in sources or before them; None if never."""
    days = (dossier.engaged.get(person.id), person.last_engaged)
    return max((day for day in days if day is not None), default=None)


def _known(dossier: Dossier, person: Stakeholder) -> date | None:
    """The day somebody came onto the plan; None where the history does not tell."""
    return next((change.day for change in changes_of(dossier, "stakeholder", person.id)), None)
