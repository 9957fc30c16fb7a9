"""Positions: what known people newly decide, pay for or sponsor; titles, lines, addresses."""

import re
from collections.abc import Iterator

from pydantic import JsonValue

from agent.readers.embedded.claims import Claim, about_person
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.material import Material
from agent.readers.embedded.newcomers import EMAIL
from agent.readers.embedded.persons import speaker_or_named, subject
from agent.readers.embedded.titles import DECISIVE, TITLE_WORD, powers, role_of
from agent.readers.embedded.words import plain
from plan.models import Stakeholder

CONFIDENCE = 0.6
NEW_TITLE = re.compile(
    r"\b(?:i'm|i am|he's|she's|he is|she is|made me|becomes|became|being) "
    r"(?:now |the |our |a |an ){0,3}"
    rf"((?:(?:new|acting|interim|group|deputy) )?(?:[\w&-]+ ){{0,3}}{TITLE_WORD}\b"
    r"(?: (?:of|for) [\w&-]+(?: [\w&-]+)?)?)(?! sponsor)"
)
SINCE = re.compile(
    r"\b(?:now|acting|interim|as of|effective|since|from (?:today|monday|next|the)|made me|"
    r"becomes|became|new)\b"
)
"""Words that make a title new."""
LINE = re.compile(r"\b(?:reports?|reporting|answers?) (?:straight |directly |now )?to ")
ADDRESS = re.compile(
    r"(?:now at|is now|use|changed to|it's|new (?:e-?mail|address|mail)(?: is)?:?|at) \S+@"
)


def read(material: Material) -> Iterator[Claim]:
    """Read each sentence that says what somebody is or decides."""
    for at in material.telling(Signal.ROLE):
        said = plain(material.sentences[at].text)
        yield from _roles(material, at, said)
        yield from _title(material, at, said)
        yield from _line(material, at, said)
        yield from _address(material, at, said)


def _roles(material: Material, at: int, said: str) -> Iterator[Claim]:
    for role, span in powers(said).items():
        who = material.context.plan.person(subject(material, at, span))
        if who and who.side == "buyer" and role in DECISIVE and role not in who.roles:
            told = f"is said to be {role.replace('_', ' ')}"
            yield _claim(who, {"roles": [*who.roles, role]}, at, told)


def _title(material: Material, at: int, said: str) -> Iterator[Claim]:
    found = NEW_TITLE.search(said) if SINCE.search(said) else None
    who = material.context.plan.person(subject(material, at, found.span()) if found else None)
    if not found or not who or found[1] == plain(who.title or ""):
        return
    start, end = found.span(1)
    values: dict[str, JsonValue] = {"title": material.sentences[at].text[start:end]}
    role = role_of(found[1], who.side)
    if role and role not in who.roles:
        values["roles"] = [*who.roles, role]
    yield _claim(who, values, at, "has a new title")


def _line(material: Material, at: int, said: str) -> Iterator[Claim]:
    found = LINE.search(said)
    who = material.context.plan.person(subject(material, at, found.span()) if found else None)
    named = material.roster.named(material.sentences[at].text)
    to = [one.key for one in named if found and one.at >= found.end()]
    if who and to and to[0] != who.id:
        yield _claim(who, {"reports_to": to[0]}, at, "has a new superior")


def _address(material: Material, at: int, said: str) -> Iterator[Claim]:
    found = EMAIL.search(said) if ADDRESS.search(said) else None
    key = speaker_or_named(material, at) or material.speakers[at]
    who = material.context.plan.person(key)
    if found and who:
        yield _claim(who, {"email": found.group().rstrip(".")}, at, "has a new address")


def _claim(who: Stakeholder, values: dict[str, JsonValue], at: int, told: str) -> Claim:
    return about_person(who.id, values, at, CONFIDENCE, f"{who.name} {told}.")
