"""Who decides, signs, pays, champions, opposes or looks after something, and who did before."""

from collections.abc import Collection, Iterator, Sequence

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.asking import words
from agent.answers.dossier import About, Dossier
from agent.answers.naming import named
from agent.answers.people.duties import OWNING, TENDED, asked_after
from agent.answers.people.holders import (
    held_before,
    holding,
    holding_waits,
    holds,
    in_role,
    raising,
)
from agent.answers.people.leaving import departure, warnings_of
from agent.answers.people.owning import (
    Owned,
    asked_items,
    owners_before,
    owning,
    owning_waits,
    steps_of,
)
from agent.answers.people.succession import successors
from agent.answers.shortening import shortened
from plan.models import Milestone, Stakeholder
from plan.values import Role, Side

TOPIC = "roles"
_SIDES: tuple[Side, ...] = ("buyer", "partner", "seller")


def roles(dossier: Dossier, about: About) -> Answer:
    """Who has the roles, or owns the items, that are asked after; and who had them before.

    A role is held by whom the plan gives it. Where opponents are asked after, anybody active
    whose sentiment is negative is one, and who raised a blocker is told as having done that.
    An owner of a step of that kind comes near, and is an answer where the step is what
    somebody looks after (security, legal, procurement): to own the signature's step is not to
    sign. Who is gone is told as gone. A question that names people is told who took over from
    them; one with nothing to ask after, who there is.
    """
    wanted, kinds = asked_after(about)
    items = asked_items(dossier, about)
    if not (wanted or items or about.people):
        return _everybody(dossier, about)
    owned = [owning(dossier, item) for item in items if item.owner]
    held = [holding(dossier, one, wanted) for one in _holders(dossier, about, wanted)]
    steps = [one for one in steps_of(dossier, kinds) if one not in items]
    told = owned + held if OWNING.intersection(words(about.text)) else held + owned
    told += [owning(dossier, one) for one in steps if _tends(dossier, about, one)]
    told += raising(dossier) if "blocker" in wanted else ()
    told += [*_before(dossier, about, wanted), *owners_before(dossier, items)]
    near = [*_near(dossier, wanted, items), *_warnings(dossier, about, wanted)]
    near += [owning(dossier, one) for one in steps]
    if not told:
        return unknown(TOPIC, *shortened(near))
    return Answer(topic=TOPIC, statements=shortened([*told, *near]))


def _people(dossier: Dossier, about: About) -> tuple[Stakeholder, ...]:
    """The people of the side asked after, or of all, the buyer's first."""
    sides = (about.side,) if about.side else _SIDES
    return tuple(one for side in sides for one in dossier.plan.stakeholders if one.side == side)


def _holders(dossier: Dossier, about: About, wanted: Sequence[Role]) -> list[Stakeholder]:
    """Those who have a role now, in the order in which the roles are asked after."""
    held = [one for one in _people(dossier, about) if one.active and holds(one, wanted)]
    return sorted(held, key=lambda one: [role not in one.roles for role in wanted])


def _tends(dossier: Dossier, about: About, step: Milestone) -> bool:
    owner = dossier.person(step.owner)
    return step.kind in TENDED and owner is not None and owner.side == (about.side or "buyer")


def _before(dossier: Dossier, about: About, wanted: Collection[Role]) -> Iterator[Statement]:
    """Those who are gone or lost the role, and who took over from them."""
    for one in dossier.plan.stakeholders:
        asked = one.id in about.people
        meant = asked or not frozenset(wanted).isdisjoint(one.roles)
        gone = departure(dossier, one) if meant else None
        lost = [*held_before(dossier, one, wanted)]
        yield from lost
        if gone:
            yield gone
        if gone or lost or asked:
            yield from successors(dossier, one)


def _near(
    dossier: Dossier, wanted: Collection[Role], items: Sequence[Owned]
) -> Iterator[Statement]:
    """What does not answer, and comes near: what nobody owns, and what waits."""
    yield from (owning(dossier, item) for item in items if not item.owner)
    yield from holding_waits(dossier, wanted)
    yield from owning_waits(dossier, items)


def _warnings(dossier: Dossier, about: About, wanted: Collection[Role]) -> Iterator[Statement]:
    """Who of those told of or asked after is said to be leaving."""
    for one in dossier.plan.stakeholders:
        if one.active and (one.id in about.people or holds(one, wanted)):
            yield from warnings_of(dossier, one)


def _everybody(dossier: Dossier, about: About) -> Answer:
    """One statement a side: who is active there, and in which roles."""
    told = []
    people = [one for one in _people(dossier, about) if one.active]
    for side in _SIDES:
        there = [one for one in people if one.side == side]
        if there:
            refs = tuple(dossier.ref("stakeholder", one.id) for one in there)
            text = "; ".join(_with_roles(dossier, one) for one in there)
            told.append(Statement(text=f"{text}.", items=refs))
    return Answer(topic=TOPIC, statements=tuple(told)) if told else unknown(TOPIC)


def _with_roles(dossier: Dossier, person: Stakeholder) -> str:
    does = f" {in_role(person.roles)}" if person.roles else ""
    return f"{named(dossier.plan, person)}{does}"
