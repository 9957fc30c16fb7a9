"""All that the model is told for one draft, and all that its words are checked against."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from agent.ports import Context
from agent.readers.embedded.dates.order import day_first
from agent.writers.model.facts import Fact, Scope, facts, kept
from agent.writers.model.goals import GOALS
from agent.writers.model.heard import heard, to_software, told
from agent.writers.model.tongue import language
from plan.models import Plan, Stakeholder
from plan.observations import NextAction
from plan.people import match, speaker_of
from plan.sources import Source, Turn


@dataclass(frozen=True)
class Brief:
    """What one draft is about.

    Attributes:
        outward: Whether somebody of the buyer or a partner gets it, or somebody unknown.
        goal: What it is to reach.
        why: What made it necessary; only colleagues are told, so empty for an outward draft.
        to: Who gets it.
        sender: Who sends it, if the deal tells.
        facts: The approved facts that it may speak of.
        heard: Turns of the thread that its recipients know, for the tone.
        language: The thread's language, if it can be told.
        day: The source's day.
        day_first: Whether 03/04 is the third of April here.
        names: Names and titles that it may hold as they stand.
        strangers: People whom it must not name.
        kept: Titles of steps that it must not name.
    """

    outward: bool
    goal: str
    why: str
    to: tuple[Stakeholder, ...]
    sender: Stakeholder | None
    facts: tuple[Fact, ...]
    heard: tuple[Turn, ...]
    language: str | None
    day: date
    day_first: bool
    names: tuple[str, ...]
    strangers: tuple[str, ...]
    kept: tuple[str, ...]

    @property
    def days(self) -> frozenset[date]:
        """The days that a draft may name."""
        return frozenset({self.day, *(day for fact in self.facts for day in fact.days)})

    @property
    def told(self) -> str:
        """The reason and the facts as one text, for numbers and words that a draft may repeat."""
        return "\n".join((self.why, *self.names, *(fact.line for fact in self.facts)))


def brief(action: NextAction, context: Context, without: Collection[int] | None = None) -> Brief:
    """Gather what a draft needs, and nothing that its recipients must not read.

    Args:
        action: What is drafted.
        context: The source and the plan.
        without: Numbers of the turns that speak to software, where the caller knows them: a long
            source takes a while to look through.
    """
    plan, source = context.plan, context.source
    unheard = to_software(source) if without is None else without
    to = tuple(one for person in action.to if (one := plan.person(person)))
    inward = len(to) == len(action.to) > 0 and all(one.side == "seller" for one in to)
    goal = GOALS[action.intent]
    sender = _sender(plan)
    scope = Scope(plan, to, not inward, source.day)
    chosen = facts(scope, action.why, goal.facts)
    known = _known(plan, chosen, [*to, *([sender] if sender else [])], everybody=inward)
    return Brief(
        outward=not inward,
        goal=goal.words,
        why=action.why if inward else "",
        to=to,
        sender=sender,
        facts=chosen,
        heard=told(source.turns, unheard) if inward else heard(source, plan, to, unheard),
        language=_language(source, plan, to),
        day=source.day,
        day_first=day_first(plan.deal),
        names=known,
        strangers=_strangers(plan, source, known),
        kept=kept(scope),
    )


def _sender(plan: Plan) -> Stakeholder | None:
    """The deal's owner, else the one account executive."""
    ours = [one for one in plan.stakeholders if one.side == "seller" and one.active]
    owner = plan.deal.owner
    known = match(ours, owner, owner) if owner else None
    executives = [one for one in ours if "account_executive" in one.roles]
    by_role = executives[0] if len(executives) == 1 else None
    return next((one for one in ours if one.id in {known, owner}), by_role)


def _known(
    plan: Plan, chosen: Sequence[Fact], people: Sequence[Stakeholder], *, everybody: bool
) -> tuple[str, ...]:
    """Names that a draft may hold; colleagues know everybody."""
    deal = plan.deal
    persons = plan.stakeholders if everybody else people
    names = (name for fact in chosen for name in fact.names)
    return tuple(
        dict.fromkeys(
            (deal.name, deal.account, deal.seller, *names, *(one.name for one in persons))
        )
    )


def _strangers(plan: Plan, source: Source, known: Sequence[str]) -> tuple[str, ...]:
    """People of the deal and the source whose names are not among those known."""
    present = (one.name for one in source.people)
    speaking = (turn.speaker for turn in source.turns)
    names = (one.name for one in plan.stakeholders)
    return tuple(
        dict.fromkeys(name for name in (*names, *present, *speaking) if name and name not in known)
    )


def _language(source: Source, plan: Plan, to: Sequence[Stakeholder]) -> str | None:
    """The language in which the recipients speak or write here, else that of the source."""
    ids = {one.id for one in to}
    theirs = (turn.text for turn in source.turns if speaker_of(turn, plan.stakeholders) in ids)
    return language("\n".join(theirs)) or language("\n".join(turn.text for turn in source.turns))
