"""Who has a role in a deal, who had it, and who would have it."""

from collections.abc import Collection, Iterator

from agent.answers.answer import Statement
from agent.answers.dossier import Dossier
from agent.answers.history import Change, changes_of
from agent.answers.naming import named, plainly
from agent.answers.people.gains import dropped, gained
from agent.answers.telling import thing
from agent.answers.waiting import waits
from agent.answers.wording import day, listed
from agent.answers.words_behind import events_of, words_of
from plan.models import Stakeholder
from plan.values import Role

TENDING: frozenset[Role] = frozenset({"security", "legal", "procurement"})
"""Roles that are called by what their holders look after."""


def holds(person: Stakeholder, wanted: Collection[Role]) -> bool:
    """Whether somebody has one of the roles, or opposes where opponents are asked after."""
    return any(one in wanted for one in person.roles) or _against(person, wanted)


def holding(dossier: Dossier, person: Stakeholder, wanted: Collection[Role]) -> Statement:
    """Which of the roles somebody has, with the words that gave them."""
    shown = [one for one in person.roles if one in wanted]
    parts = [in_role(shown)] if shown else []
    parts += ["has a negative sentiment"] if _against(person, wanted) else []
    changes = _given(dossier, person, wanted)
    return Statement(
        text=f"{named(dossier.plan, person)} {listed(parts)}.",
        items=(dossier.ref("stakeholder", person.id),),
        words=words_of(changes),
        events=events_of(changes),
    )


def in_role(roles: Collection[Role]) -> str:
    """What somebody with these roles does: `acts as champion and looks after legal`."""
    return _in_role(roles, "acts as", "looks after")


def _in_role(roles: Collection[Role], acts: str, tends: str) -> str:
    posts = [plainly(one) for one in roles if one not in TENDING]
    areas = [one for one in roles if one in TENDING]
    parts = [f"{acts} {listed(posts)}"] if posts else []
    parts += [f"{tends} {listed(areas)}"] if areas else []
    return " and ".join(parts)


def held_before(
    dossier: Dossier, person: Stakeholder, wanted: Collection[Role]
) -> Iterator[Statement]:
    """The roles that somebody had and lost, and until when, the latest first."""
    missed = [one for one in wanted if one not in person.roles]
    for change in reversed(changes_of(dossier, "stakeholder", person.id, "roles")):
        lost = [one for one in missed if one in dropped(change)]
        if lost and change.type == "updated":
            did = _in_role(lost, "acted as", "looked after")
            yield Statement(
                text=f"{named(dossier.plan, person)} {did} until {day(change.day)}.",
                items=(dossier.ref("stakeholder", person.id),),
                words=words_of((change,)),
                events=(change.seq,),
            )


def raising(dossier: Dossier) -> Iterator[Statement]:
    """Open blockers that somebody raised: they may oppose, or only have a point."""
    for risk in dossier.risks:
        people = [one for one in map(dossier.person, risk.stakeholders) if one]
        if risk.kind == "blocker_raised" and people:
            who = listed([named(dossier.plan, one) for one in people])
            yield Statement(
                text=f"{who} raised a blocker that is open.",
                basis="said" if risk.basis == "said" else "reckoned",
                items=tuple(dossier.ref("stakeholder", one.id) for one in people),
                words=risk.evidence[:1],
            )


def holding_waits(dossier: Dossier, wanted: Collection[Role]) -> Iterator[Statement]:
    """Waiting proposals that would give somebody one of the roles."""
    for one in dossier.proposals:
        roles = one.edit.set.get("roles")
        given = [role for role in wanted if isinstance(roles, list) and role in roles]
        if one.edit.entity == "stakeholder" and given:
            who = thing(dossier, "stakeholder", one.edit.id)
            yield waits(one, "A new role", f"{who} {in_role(given)}")


def _against(person: Stakeholder, wanted: Collection[Role]) -> bool:
    return "blocker" in wanted and person.sentiment == "negative"


def _given(dossier: Dossier, person: Stakeholder, wanted: Collection[Role]) -> tuple[Change, ...]:
    """The latest changes, after the opening, that gave the roles or the negative sentiment."""
    every = changes_of(dossier, "stakeholder", person.id)
    history = [one for one in every if one.type != "opened"]
    roles = [one for one in history if one.field == "roles" and gained(one).intersection(wanted)]
    moods = [one for one in history if one.field == "sentiment" and one.after == "negative"]
    return (*roles[-1:], *(moods[-1:] if _against(person, wanted) else ()))
