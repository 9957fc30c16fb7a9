"""What was promised, by whom and to whom, and what of it is open or overdue."""

from collections.abc import Iterator, Sequence

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.asking import words
from agent.answers.dossier import About, Dossier
from agent.answers.people.owning import owning
from agent.answers.promises.parties import Parties, parties
from agent.answers.promises.promise import Promise, promises_in, told
from agent.answers.shortening import shortened
from agent.answers.waiting import proposed
from agent.answers.wording import listed
from plan.models import Milestone, Stakeholder
from plan.schedule import FINISHED

TOPIC = "promises"
_OPEN = frozenset({"owe", "owes", "owing", "owed", "open", "outstanding", "still", "left"})
_LATE = frozenset({"overdue", "late", "missed", "behind"})


def promises(dossier: Dossier, about: About) -> Answer:
    """The promises of a side or a person: overdue ones first, then by day, kept ones last.

    A promise is an action, or what a waiting proposal would make one, told as waiting. To
    whom a promise was made the plan does not say. Asked for those to somebody, what names them
    comes first, and what names only other people is left out. Of the rest, what is under a
    milestone of theirs, or rests on a source of the day on which they were last heard, comes
    before all else that side promised; a note says so.

    `since` keeps what was promised on or after a day, up to `until`; `until` alone keeps what
    is due by it. What is owed or open leaves out kept promises, what is overdue all others.
    Items that are asked after come first. Of people asked after, milestones they own follow.
    """
    by = parties(dossier, about)
    theirs = [one for one in promises_in(dossier) if by.made(one)]
    spoken = frozenset(words(about.text))
    near = [one for one in theirs if not _for_others(by.to, one)]
    asked = [one for one in near if _timely(about, one) and _meant(dossier, one, spoken)]
    asked.sort(key=lambda one: (_rank(dossier, about, by.to, one), one.order()))
    statements = [*_told(dossier, asked), *_milestones(dossier, about, by)]
    if statements:
        return Answer(
            topic=TOPIC, statements=shortened(statements), note=_note(dossier, by.to, asked)
        )
    if near and spoken & (_OPEN | _LATE):
        return Answer(topic=TOPIC, statements=(_nothing(dossier, near, spoken),))
    return unknown(TOPIC, *shortened(_told(dossier, theirs[:1])))


def _timely(about: About, promise: Promise) -> bool:
    if about.since is None:
        return about.until is None or (promise.due is not None and promise.due <= about.until)
    return about.since <= promise.said and (about.until is None or promise.said <= about.until)


def _meant(dossier: Dossier, promise: Promise, spoken: frozenset[str]) -> bool:
    if spoken & _LATE:
        return promise.overdue(dossier.today)
    return promise.open or not spoken & _OPEN


def _rank(
    dossier: Dossier, about: About, to: Sequence[Stakeholder], promise: Promise
) -> tuple[bool, bool, bool, int]:
    """Items asked after, what names those it is to, open before kept, near before far."""
    asked = {one.id for one in about.items}
    place = promise.item.id if promise.item else ""
    beside = not asked & {place, promise.milestone}
    distance = min((_distance(dossier, promise, one) for one in to), default=0)
    return beside, distance > 0, not promise.open, distance


def _distance(dossier: Dossier, promise: Promise, person: Stakeholder) -> int:
    """0 for a promise that names somebody, 1 for one near them, 2 for any other."""
    if person.id in promise.names:
        return 0
    step = dossier.plan.find("milestone", promise.milestone or "")
    if isinstance(step, Milestone) and step.owner == person.id:
        return 1
    heard = dossier.engaged.get(person.id)
    days = {one.id: one.day for one in dossier.sources}
    return 1 if heard and any(days.get(one.source) == heard for one in promise.words) else 2


def _for_others(to: Sequence[Stakeholder], promise: Promise) -> bool:
    """Whether a promise names people of their side, and none of those it should be to."""
    return bool(to and promise.names) and promise.names.isdisjoint(one.id for one in to)


def _told(dossier: Dossier, asked: Sequence[Promise]) -> Iterator[Statement]:
    for one in asked:
        yield told(dossier, one)
        if one.item:
            yield from proposed(dossier, one.item.entity, one.item.id)


def _milestones(dossier: Dossier, about: About, by: Parties) -> Iterator[Statement]:
    """Open milestones of those who are asked after by name; nobody promised them on a day."""
    late = bool(_LATE.intersection(words(about.text)))
    for one in dossier.plan.milestones:
        theirs = one.owner in by.owners and one.status not in FINISHED and about.since is None
        timely = about.until is None or (one.due is not None and one.due <= about.until)
        overdue = one.due is not None and one.due < dossier.today
        if theirs and timely and (overdue or not late):
            yield owning(dossier, one)


def _note(dossier: Dossier, to: Sequence[Stakeholder], asked: Sequence[Promise]) -> str:
    unclear = any(_distance(dossier, promise, one) for promise in asked for one in to)
    if not unclear:
        return ""
    names = listed([one.name for one in to])
    return f"The plan does not say to whom a promise was made; those nearest to {names} come first."


def _nothing(dossier: Dossier, theirs: Sequence[Promise], spoken: frozenset[str]) -> Statement:
    state = "overdue" if spoken & _LATE else "open"
    whose = (
        "The only such promise is not" if len(theirs) == 1 else f"None of {len(theirs)} promises is"
    )
    items = tuple(one.item for one in theirs if one.item)
    return Statement(
        text=f"{whose} {state}.",
        basis="reckoned",
        items=items or (dossier.ref("deal"),),
    )
