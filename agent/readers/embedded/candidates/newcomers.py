"""Newcomers: people whom words may introduce, beyond those that rules are sure of."""

from collections.abc import Iterator

from pydantic import JsonValue

from agent.readers.embedded.candidates.candidate import CONFIDENCE, Candidate, evidence, heard
from agent.readers.embedded.candidates.roles import roles_told
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.material import Material
from agent.readers.embedded.names import full_names
from agent.readers.embedded.newcomers import EMAIL, PRONOUN, TITLE_AFTER
from agent.readers.embedded.persons import SELF
from agent.readers.embedded.roster import people_of
from agent.readers.embedded.sides import side_of_newcomer
from agent.readers.embedded.tagging.tags import Tag
from agent.readers.embedded.words import plain
from plan.ids import free_id
from plan.people import match, name_words
from plan.values import Side


def read(material: Material) -> Iterator[Candidate]:
    """Everybody unknown who is named in full, or speaks, where somebody may be introduced."""
    keys = {name_words(one.member.name): one.member.key for one in material.newcomers}
    taken = {one.id for one in people_of(material.context)}
    for at in heard(material, Tag.PERSON):
        for name, after in _met(material, at):
            who = name_words(name)
            if who not in keys:
                keys[who] = free_id(name, "person", {*taken, *keys.values()})
            yield from _candidate(material, keys[who], name, at, after)


def _met(material: Material, at: int) -> Iterator[tuple[str, str]]:
    """The unknown whom a sentence names, and who says it, each with what is said after."""
    text = material.sentences[at].text
    for name in full_names(text):
        if not _known(material, name.text):
            yield name.text, text[name.end :]
    stranger = _stranger(material, at)
    if stranger:
        of_themselves = SELF.search(plain(text)) or EMAIL.search(text)
        yield stranger, text if of_themselves else ""


def _stranger(material: Material, at: int) -> str | None:
    """Who says a sentence, where that is somebody unknown with more than one name."""
    speaker = material.context.source.turns[material.sentences[at].turn - 1].speaker
    full = speaker and len(name_words(speaker)) > 1 and not _known(material, speaker)
    return speaker if full else None


def _known(material: Material, name: str) -> bool:
    people = people_of(material.context)
    deal = material.context.plan.deal
    companies = name_words(f"{deal.account} {deal.seller}")
    return match(people, name) is not None or bool(name_words(name) & companies)


def _candidate(material: Material, key: str, name: str, at: int, after: str) -> Iterator[Candidate]:
    found = evidence(material, Tag.PERSON, at)
    words = tuple(k for k in found if k == at or not _of_others(material, name, k))
    more = " ".join(material.sentences[k].text for k in words if k > at)
    email = EMAIL.search(f"{_of_their_own(name, after)} {more}")
    said = f"{after} {more}"
    side = _side(material, at, email.group().lower().rstrip(".") if email else None, plain(said))
    if side is None:
        return
    values: dict[str, JsonValue] = {"name": name, "side": side}
    title = TITLE_AFTER.match(after)
    if title:
        values["title"] = title[1].strip(" ,")
    roles = roles_told(material, words, side)
    if roles:
        values["roles"] = [*roles]
    if email:
        values["email"] = email.group().lower().rstrip(".")
    claim = Claim("add", "stakeholder", key, values, words, CONFIDENCE, f"{name} is introduced.")
    yield Candidate(claim, Tag.PERSON)


def _of_others(material: Material, name: str, at: int) -> bool:
    """Whether a sentence introduces somebody else, and does not go on with "she" or "he"."""
    goes_on = PRONOUN.match(plain(material.sentences[at].text))
    return not goes_on and any(name_words(met) != name_words(name) for met, _ in _met(material, at))


def _of_their_own(name: str, said: str) -> str:
    """What is said before somebody else is named in full."""
    others = (one.start for one in full_names(said) if name_words(one.text) != name_words(name))
    return said[: next(others, len(said))]


def _side(material: Material, at: int, email: str | None, said: str) -> Side | None:
    turn = material.context.source.turns[material.sentences[at].turn - 1]
    return side_of_newcomer(people_of(material.context), turn, email, said)
