"""Who has gone quiet, and since when."""

from collections.abc import Sequence
from datetime import date

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.dossier import About, Dossier
from agent.answers.history import changes_of
from agent.answers.naming import days, named, plainly
from agent.answers.shortening import shortened
from agent.answers.wording import day
from plan.models import Stakeholder

TOPIC = "silence"


def silence(dossier: Dossier, about: About) -> Answer:
    """The active buyers not heard for `silent_days` or more, the longest first.

    Somebody never heard is silent from the day they became known: of the words that added
    them, else the day the plan was as of. Of people who are named it is told when they were
    last heard, silent or not, on whichever side. Nobody silent is an answer, too.
    """
    named_ones = [one for one in map(dossier.person, about.people) if one]
    buyers = [one for one in dossier.plan.stakeholders if one.active and one.side == "buyer"]
    if named_ones:
        return Answer(
            topic=TOPIC, statements=shortened(_silence(dossier, one) for one in named_ones)
        )
    if not buyers:
        return unknown(TOPIC)
    quiet = [one for one in buyers if silent_for(dossier, one) >= dossier.numbers.silent_days]
    quiet.sort(key=lambda one: -silent_for(dossier, one))
    told = [_silence(dossier, one) for one in quiet] or [_nobody(dossier, buyers)]
    return Answer(topic=TOPIC, statements=shortened(told))


def last_heard(dossier: Dossier, person: Stakeholder) -> date | None:
    """The last day somebody was engaged, in sources or before them; None if never."""
    heard = (dossier.engaged.get(person.id), person.last_engaged)
    return max((one for one in heard if one), default=None)


def silent_for(dossier: Dossier, person: Stakeholder) -> int:
    """Days since somebody was last heard, or became known."""
    since = last_heard(dossier, person) or known_since(dossier, person)
    return (dossier.today - since).days


def known_since(dossier: Dossier, person: Stakeholder) -> date:
    """The day somebody became known: of the words that added them, else when the deal opened."""
    changes = changes_of(dossier, "stakeholder", person.id)
    return changes[0].day if changes else dossier.plan.as_of


def _silence(dossier: Dossier, person: Stakeholder) -> Statement:
    last = last_heard(dossier, person)
    since = last or known_since(dossier, person)
    ago = max((dossier.today - since).days, 0)
    when = f"{day(since)}, {days(ago)} ago" if ago else f"{day(since)}"
    heard = "was last heard on" if last else "has not been heard since becoming known on"
    risks = [one for one in dossier.risks if person.id in one.stakeholders]
    silent = [one for one in risks if one.kind == "sponsor_silent"]
    said = [one for one in risks if one.basis == "said"]
    danger = f" This is a risk of {silent[0].severity} severity." if silent else ""
    also = f" Another risk is open: {plainly(said[0].kind)}." if said else ""
    return Statement(
        text=f"{named(dossier.plan, person)} {heard} {when}.{danger}{also}",
        basis="reckoned",
        items=(dossier.ref("stakeholder", person.id),),
        words=said[0].evidence[:1] if said else (),
    )


def _nobody(dossier: Dossier, buyers: Sequence[Stakeholder]) -> Statement:
    limit = days(dossier.numbers.silent_days)
    return Statement(
        text=f"Nobody on the buyer’s side has been silent for {limit} or more.",
        basis="reckoned",
        items=tuple(dossier.ref("stakeholder", one.id) for one in buyers),
    )
