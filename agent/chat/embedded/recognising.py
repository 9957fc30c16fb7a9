"""Recognising what a question is about: people, items, roles, sides and days of a deal."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from hashlib import sha256

from agent.answers.answer import ItemRef
from agent.answers.dossier import About, Dossier
from agent.chat.embedded.asking import asks
from agent.chat.embedded.following import Followed, followed
from agent.chat.embedded.linked import Linked, linked
from agent.chat.embedded.parts import in_roles, people_in, roles_in, side_in
from agent.chat.embedded.question import Question
from agent.chat.embedded.terms import terms
from agent.ports import Context
from agent.readers.embedded.dates import DateMention, find_dates
from agent.readers.embedded.dates.order import day_first
from agent.readers.embedded.roster import people_of, roster
from agent.readers.embedded.words import plain
from memory.base import Embedder
from memory.records import Message
from plan.sources import Source, Turn

_SINCE = re.compile(r"\b(?:since|after|from|seit|depuis)\s+(?:the )?$")
_UNTIL = re.compile(r"\b(?:until|till|before|up to|by|bis)\s+(?:the )?$")
_SELF = re.compile(r"\b(?:i|i'm|i've|me|my|mine)\b")


_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|they|them)\b")
_DEED = re.compile(r"^(?:and |so |but )?(?:has|have|had|did|hasn't|haven't|didn't)\b")
"""Asks for something done: there "decided" and "signed" name no role."""
_LEAD = 12
"""Characters before a day in which "since the" stands."""


def recognise(
    text: str, before: Sequence[Message], dossier: Dossier, embedder: Embedder
) -> Question:
    """Understand a question about a deal, with the thread it stands in.

    No text raises: what is not recognised is left empty.
    """
    text = " ".join(text.split())
    said = plain(text)
    earlier = followed(said, before)
    context = _context(text, dossier)
    people = people_of(context)
    names = roster(context.source, people)
    named = people_in(text, names, people)
    named = named or in_roles(roles_in(said), people)
    days = find_dates(text, dossier.today, day_first=day_first(dossier.plan.deal))
    found = linked(context, frozenset(named), frozenset(one.day for one in days), embedder)
    whole = f"{earlier.question} {text}".strip()
    spoken = terms(" ".join(names.members[one].name for one in named))
    return Question(
        text=whole,
        said=said,
        asks=asks(said),
        terms=terms(whole) - spoken,
        about=About(
            people=_people(said, named, dossier.user, earlier),
            items=_items(found, earlier),
            roles=() if _DEED.search(said) else roles_in(said),
            side=side_in(said),
            since=_bound(text, days, _SINCE),
            until=_bound(text, days, _UNTIL),
            text=text,
        ),
        roster=names,
        named=named,
        sure=found.sure,
    )


def _context(text: str, dossier: Dossier) -> Context:
    """The question as a reader would see it: a chat of one turn on this deal."""
    noon = datetime.combine(dossier.today, time(12), UTC)
    source = Source(
        kind="chat",
        format="text",
        occurred_at=noon,
        day=dossier.today,
        sha256=sha256(text.encode(errors="replace")).hexdigest(),
        turns=(Turn(n=1, text=text),),
    )
    plan = dossier.plan
    return Context(source_id="question", source=source, plan=plan, pending=dossier.proposals)


def _people(
    said: str, named: tuple[str, ...], user: str | None, earlier: Followed
) -> tuple[str, ...]:
    """Those named; else whoever "he" or "she" goes back to; "I" is the user."""
    if named or not _SELF.search(said):
        spoken = earlier.people if _PRONOUN.search(said) and not named else ()
        return named or spoken
    return (user,) if user else ()


def _items(found: Linked, earlier: Followed) -> tuple[ItemRef, ...]:
    """What the question names itself; what it only points to comes from the answer before."""
    if found.sure or not earlier.items:
        return found.items
    return tuple(dict.fromkeys((*earlier.items, *found.items)))


def _bound(text: str, days: Sequence[DateMention], cue: re.Pattern[str]) -> date | None:
    """The day behind "since" or "until", also where the mention took the word in."""
    for one in days:
        before = plain(text[max(0, one.start - _LEAD) : one.start])
        inside = plain(text[one.start : one.end])
        if cue.search(before) or cue.search(f"{inside.partition(' ')[0]} "):
            return one.day
    return None
