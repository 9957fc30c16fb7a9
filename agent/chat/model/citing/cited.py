"""Cited lines in the form in which a model's drafts are checked: facts, names and days."""

from collections.abc import Iterator, Sequence
from datetime import date

from agent.answers.dossier import Dossier
from agent.answers.naming import house, plainly
from agent.chat.model.called import title_of
from agent.chat.model.lines import Line
from agent.readers.embedded.dates.order import day_first
from agent.readers.model.view.fence import one_line
from agent.writers.model.brief import Brief
from agent.writers.model.checks.days import blanked, mentions
from agent.writers.model.facts import Fact
from agent.writers.model.folding import run, words
from plan.models import COLLECTIONS, Plan


def brief(text: str, cited: Sequence[Line], dossiers: Sequence[Dossier]) -> Brief:
    """The lines that a sentence cites as the facts of a draft, and nothing else.

    Args:
        text: The sentence without its quotations.
        cited: The lines.
        dossiers: The deals that are spoken of; their people and things may be named where a line
            names them.
    """
    first, today = day_first(dossiers[0].plan.deal), dossiers[0].today
    blank = _about(today, first=first)
    told = run(" ".join((*(one.text for one in cited), *_of_the_deal(dossiers))))
    known = [one for one in _names(dossiers) if run(one) in told]
    others = [one for one in _names(dossiers) if run(one) not in told]
    people = {one.name for each in dossiers for one in each.plan.stakeholders}
    return _about(
        today,
        first=first,
        facts=(*(_fact(one, blank) for one in cited), *_positions(dossiers, known)),
        names=(*known, *_counted(text, cited, blank)),
        strangers=tuple(one for one in others if one in people),
        kept=tuple(one for one in others if one not in people and len(words(one)) > 1),
    )


def _about(
    today: date,
    *,
    first: bool,
    facts: tuple[Fact, ...] = (),
    names: tuple[str, ...] = (),
    strangers: tuple[str, ...] = (),
    kept: tuple[str, ...] = (),
) -> Brief:
    return Brief(
        outward=False,
        goal="",
        why="",
        to=(),
        sender=None,
        facts=facts,
        heard=(),
        language=None,
        day=today,
        day_first=first,
        names=names,
        strangers=strangers,
        kept=kept,
    )


def _fact(line: Line, about: Brief) -> Fact:
    """A line, its numbers apart from its dates; only days that code worded are days of it."""
    told = (one.day for one in mentions(line.plain, about) if one.kind == "day")
    return Fact(blanked(line.text, mentions(line.text, about)), (), tuple(told))


def _of_the_deal(dossiers: Sequence[Dossier]) -> tuple[str, ...]:
    """What the one deal that is spoken of is called, which every sentence is about."""
    if len(dossiers) > 1:
        return ()
    (deal,) = (one.plan.deal for one in dossiers)
    return deal.name, deal.account, deal.seller


def _names(dossiers: Sequence[Dossier]) -> tuple[str, ...]:
    """Everybody's name, and what deals and things are called."""
    every = (name for one in dossiers for name in _names_of(one.plan))
    return tuple(dict.fromkeys(filter(None, map(one_line, every))))


def _names_of(plan: Plan) -> Iterator[str]:
    yield from (plan.deal.name, plan.deal.account, plan.deal.seller)
    yield from (title_of(one) for entity in COLLECTIONS for one in plan.items(entity))


def _positions(dossiers: Sequence[Dossier], known: Sequence[str]) -> Iterator[Fact]:
    """Title, house and roles of people whom the lines name: they go with the name."""
    for dossier in dossiers:
        plan = dossier.plan
        for one in plan.stakeholders:
            if one.name in known:
                held = " ".join(map(plainly, one.roles))
                yield Fact(f"{one.name} {one.title or ''} {house(plan, one.side)} {held}", ())


def _counted(text: str, cited: Sequence[Line], about: Brief) -> Iterator[str]:
    """Lengths of time that the text has from what code worded: "6 days ago", "3 days overdue"."""
    plain = [run(one.plain) for one in cited]
    for one in mentions(text, about):
        phrase = text[one.start : one.end]
        if one.kind == "offset" and any(run(phrase) in told for told in plain):
            yield phrase
