"""What a draft refers to: steps that its recipients may read of, and words that they know."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from agent.ports import Context
from agent.writers.model.brief import Brief
from agent.writers.model.facts import Scope, Step
from agent.writers.model.heard import presence
from plan.models import Milestone, Plan
from plan.observations import NextAction
from plan.people import speaker_of
from plan.sources import Evidence, Turn, quote
from plan.values import Intent

MOST = 2
"""Steps that a message refers to; an agenda has one more."""
LONGEST = 240
"""Characters of a quote; a longer one is not repeated, since cutting it could turn its sense."""

UPCOMING: frozenset[Intent] = frozenset({"re_engage_sponsor", "schedule_meeting", "start_handoff"})
"""Intents that speak of what comes next."""
NAMED: frozenset[Intent] = frozenset(
    {
        "resolve_blocker",
        "send_material",
        "confirm_date",
        "recover_timeline",
        "assign_owner",
        "follow_up_actions",
    }
)
"""Intents that speak of the steps they are about."""
QUOTING: frozenset[Intent] = frozenset(
    {"resolve_blocker", "secure_budget", "build_business_case", "confirm_date"}
)
"""Intents that repeat what their one recipient said; of a competitor, or of somebody who goes,
nobody wants to read their own words."""


class Said(NamedTuple):
    """Words to repeat, and whether somebody of ours said them and not the recipient."""

    words: str
    ours: bool = False


class Matter(NamedTuple):
    """What a draft refers to."""

    steps: tuple[Step, ...]
    said: Said | None
    measured: tuple[str, ...]


def matter(action: NextAction, context: Context, about: Brief) -> Matter:
    """What one draft refers to."""
    outcomes = context.plan.outcomes if action.intent == "build_business_case" else ()
    return Matter(
        steps=_steps(action, context.plan, about),
        said=_said(action, context, about),
        measured=tuple(one.metric for one in outcomes[:MOST]),
    )


def _steps(action: NextAction, plan: Plan, about: Brief) -> tuple[Step, ...]:
    """The steps that it is about, else those to come, of those that the recipients may read of."""
    scope = Scope(plan, about.to, about.outward, about.day)
    told = {fact.title for fact in about.facts}
    steps: tuple[Step, ...] = (*plan.milestones, *plan.actions)
    known = [one for one in steps if one.title in told and scope.tells(one)]
    most = MOST + (action.kind == "agenda")
    if action.intent in NAMED:
        ids = {*action.milestones, *action.actions}
        return tuple(one for one in known if one.id in ids)[:most]
    if action.intent in UPCOMING:
        return tuple(_ahead(known, about))[:most]
    return ()


def _ahead(steps: Sequence[Step], about: Brief) -> list[Milestone]:
    """Milestones to come, their own first, then the nearest."""
    to = {one.id for one in about.to}
    ahead = [
        (one.owner not in to, one.due, one)
        for one in steps
        if isinstance(one, Milestone) and one.due and one.due >= about.day
    ]
    return [one for _, _, one in sorted(ahead, key=lambda found: found[:2])]


def _said(action: NextAction, context: Context, about: Brief) -> Said | None:
    """Words of the source just read that all recipients know, or that colleagues may."""
    chosen = _REPEATED.get(action.intent) if about.outward else _ours
    if chosen is None:
        return None
    repeated = (
        chosen(place, turn, context, about) for place, turn in _known(action, context, about)
    )
    return next((one for one in repeated if one), None)


def _known(action: NextAction, context: Context, about: Brief) -> Iterator[tuple[Evidence, Turn]]:
    """The short words behind an action that stand in the source, where recipients know them."""
    turns = {turn.n: turn for turn in context.source.turns}
    if about.outward:
        first, last = presence(context.source, context.plan, about.to)
        turns = {n: turn for n, turn in turns.items() if first <= n <= last}
    for place in action.evidence:
        here = place.source == context.source_id and place.turn in turns
        if here and place.end - place.start <= LONGEST:
            yield place, turns[place.turn]


def _own(place: Evidence, turn: Turn, context: Context, about: Brief) -> Said | None:
    """The one recipient's own words."""
    who = speaker_of(turn, context.plan.stakeholders)
    if [one.id for one in about.to] != [who]:
        return None
    return Said(quote(place, context.source.turns))


def _ours(place: Evidence, turn: Turn, context: Context, _: Brief) -> Said | None:
    """What somebody of ours said."""
    who = context.plan.person(speaker_of(turn, context.plan.stakeholders))
    if who is None or who.side != "seller":
        return None
    return Said(quote(place, context.source.turns), ours=True)


_REPEATED: Mapping[Intent, Callable[[Evidence, Turn, Context, Brief], Said | None]] = {
    **dict.fromkeys(QUOTING, _own),
    "send_material": _ours,
}
