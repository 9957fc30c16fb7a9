"""Which deals have no next step."""

from collections.abc import Sequence

from agent.answers.answer import Answer, ItemRef, Statement, unknown
from agent.answers.dossier import About, Dossier
from agent.answers.portfolio.across import none_of, open_deals, situation
from agent.answers.shortening import shortened
from plan.risks.no_next_step import no_next_step

TOPIC = "stepless"


def stepless(deals: Sequence[Dossier], _about: About) -> Answer:
    """The open deals in which no open action is due on or after their day, and what there is."""
    waiting = open_deals(deals)
    if not waiting:
        return unknown(TOPIC)
    told = [
        Statement(
            text=f"{one.plan.deal.name} has no next step. {risk.why}",
            basis="reckoned",
            items=(one.ref("deal"), *_open_actions(one)),
        )
        for one in waiting
        for risk in no_next_step(situation(one))
    ]
    told = told or [none_of(waiting, "Every open deal has a next step with a date ahead.")]
    return Answer(topic=TOPIC, statements=shortened(told))


def _open_actions(dossier: Dossier) -> tuple[ItemRef, ...]:
    actions = (one for one in dossier.plan.actions if one.status == "open")
    return tuple(dossier.ref("action", one.id) for one in actions)
