"""People who left a deal, since when and why, and those who are said to be leaving."""

from collections.abc import Iterator

from agent.answers.answer import Statement
from agent.answers.dossier import Dossier
from agent.answers.history import last_change
from agent.answers.naming import named
from agent.answers.wording import day
from agent.answers.words_behind import events_of, words_of
from plan.models import Stakeholder


def departure(dossier: Dossier, person: Stakeholder) -> Statement | None:
    """That somebody is gone, since when, with the words that said so; None for the active."""
    if person.active:
        return None
    last = last_change(dossier, "stakeholder", person.id, "active")
    behind = (last,) if last and last.type == "updated" else ()
    since = f" since {day(behind[0].day)}" if behind else ""
    return Statement(
        text=f"{named(dossier.plan, person)} is gone from the deal{since}.",
        items=(dossier.ref("stakeholder", person.id),),
        words=words_of(behind),
        events=events_of(behind),
    )


def warnings_of(dossier: Dossier, person: Stakeholder) -> Iterator[Statement]:
    """Open risks that somebody leaves, while the plan still has them as active."""
    for risk in dossier.risks:
        if risk.kind == "stakeholder_departure" and person.id in risk.stakeholders:
            yield Statement(
                text=f"{person.name} is said to be leaving.",
                basis="said" if risk.basis == "said" else "reckoned",
                items=(dossier.ref("stakeholder", person.id),),
                words=risk.evidence,
            )
