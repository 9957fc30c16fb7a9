"""The longest chain that is left to close and to go-live, and how much time there is to spare."""

from collections.abc import Iterator
from datetime import date

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.dossier import About, Dossier
from agent.answers.naming import days, due_by
from agent.answers.shortening import shortened
from agent.answers.telling import thing
from agent.answers.wording import day, listed
from plan.models import Milestone
from plan.pace import Pace, pace
from plan.schedule import FINISHED
from plan.values import MilestoneKind

TOPIC = "critical_path"
ASIDE = 4
"""Milestones beside the longest way that are told with the days by which they may slip."""
_ENDS: tuple[MilestoneKind, ...] = ("signature", "go_live")
_HOW = (
    "counted in calendar days, each step taking the days that the plan leaves between it and "
    "the step before it"
)


def critical_path(dossier: Dossier, about: About) -> Answer:
    """The longest chain of open milestones to each signature and go-live, and the time to spare.

    `plan.pace` says how it is reckoned. The deadline of a signature is the deal's close date,
    or else its own due day; of anything else its own due day. Milestones asked about take the
    place of signatures and go-lives. Unknown where none of these is open.
    """
    asked = {one.id for one in about.items if one.entity == "milestone"}
    ends = [one for one in dossier.plan.milestones if one.status not in FINISHED]
    ends = [one for one in ends if (one.id in asked if asked else one.kind in _ENDS)]
    ways = [(one, pace(dossier.plan, one.id, dossier.today)) for one in ends]
    told = [text for one, way in ways if way for text in _told(dossier, one, way)]
    return Answer(topic=TOPIC, statements=shortened(told)) if told else unknown(TOPIC)


def _told(dossier: Dossier, end: Milestone, way: Pace) -> Iterator[Statement]:
    yield _chain(dossier, end, way)
    deadline = _deadline(dossier, end)
    if deadline is None:
        return
    slack = way.slack((deadline - dossier.today).days)
    yield _spare(dossier, end, deadline, slack[end.id])
    aside = {one: spare for one, spare in slack.items() if one not in way.chain}
    if aside:
        yield _aside(dossier, aside)


def _chain(dossier: Dossier, end: Milestone, way: Pace) -> Statement:
    steps = [f"{thing(dossier, 'milestone', one)} ({_due(dossier, one)})" for one in way.chain]
    name = thing(dossier, "milestone", end.id)
    chain = ", then ".join(steps)
    only = len(steps) == 1
    return Statement(
        text=f"Nothing is left before {chain}." if only else f"The longest way to {name}: {chain}.",
        basis="reckoned",
        items=tuple(dossier.ref("milestone", one) for one in way.chain),
    )


def _spare(dossier: Dossier, end: Milestone, deadline: date, spare: int) -> Statement:
    by = f"{day(deadline)}, the close date" if _closes(dossier, end) else f"{day(deadline)}"
    name = thing(dossier, "milestone", end.id)
    if spare < 0:
        text = f"{name} cannot be done by {by}: it comes out {days(-spare)} late, {_HOW}."
    else:
        text = f"The plan leaves {days(spare) if spare else 'no day'} to spare before {by}, {_HOW}."
    items = (dossier.ref("milestone", end.id), dossier.ref("deal"))
    return Statement(text=text, basis="reckoned", items=items)


def _aside(dossier: Dossier, slack: dict[str, int]) -> Statement:
    """What else is on the way, and by how much each may slip."""
    order = sorted(slack, key=slack.__getitem__)
    told = [f"{thing(dossier, 'milestone', one)} {_slip(slack[one])}" for one in order]
    rest = [f"{len(told) - ASIDE} more may slip further"] if len(told) > ASIDE else []
    return Statement(
        text=f"Beside that way, {listed([*told[:ASIDE], *rest])}.",
        basis="reckoned",
        items=tuple(dossier.ref("milestone", one) for one in order),
    )


def _slip(spare: int) -> str:
    if spare < 0:
        return f"is {days(-spare)} too late"
    return f"may slip by {days(spare)}" if spare else "may not slip"


def _closes(dossier: Dossier, end: Milestone) -> bool:
    return end.kind == "signature" and dossier.plan.deal.close_date is not None


def _deadline(dossier: Dossier, end: Milestone) -> date | None:
    return dossier.plan.deal.close_date if _closes(dossier, end) else end.due


def _due(dossier: Dossier, milestone: str) -> str:
    item = dossier.plan.find("milestone", milestone)
    return due_by(item.due if isinstance(item, Milestone) else None, dossier.today)
