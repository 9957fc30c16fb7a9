"""Who is who in a source: the deal's people, those it introduces, and how a text names them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from agent.ports import Context
from agent.readers.embedded.words import listed, plain
from plan.models import Stakeholder
from plan.people import match, name_words
from plan.sources import Source, Turn
from plan.values import Side

COMMON_WORDS = listed(
    """
    will may mark grace bill rich faith hope joy june april august sunny art rob pat jack sue drew
    dean chase frank rose ray grant miles wade brook brooks dale lane hill green brown white black
    gray long short young king price page day park field case iris ivy major bishop cook baker
    smith sir lady penny max ally gene herb jean pearl amber ruby dawn summer autumn winter
    """
)
"""Words that are names only where they are written with a capital."""
PARTICLES = listed("van von der den de la le du da di el al bin ten ter dos das of the dr")
"""Words of names that by themselves name nobody."""
TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of this source: `key` is a stakeholder's id, or a newcomer's draft id."""

    key: str
    name: str
    side: Side | None
    title: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Naming:
    """A person named in a text, at an offset."""

    at: int
    key: str


@dataclass(frozen=True)
class Roster:
    """Everybody whom this source may mean.

    Attributes:
        members: By key.
        names: By a name's word, lower case: the one person it can only mean.
        speakers: By turn number: whose turn it is.
        addressees: Of a mail: those it is to, in order, its writer left out.
    """

    members: Mapping[str, Member]
    names: Mapping[str, str]
    speakers: Mapping[int, str]
    addressees: tuple[str, ...] = ()

    def side(self, key: str | None) -> Side | None:
        """Whose side somebody is on."""
        member = self.members.get(key) if key else None
        return member.side if member else None

    def named(self, text: str) -> tuple[Naming, ...]:
        """The people a text names by first name, last name or both, in order, each once."""
        found: dict[str, int] = {}
        for token in TOKEN.finditer(text):
            key = self._meant(token.group())
            if key:
                found.setdefault(key, token.start())
        return tuple(Naming(at, key) for key, at in found.items())

    def _meant(self, token: str) -> str | None:
        word = _bare(token)
        if word in COMMON_WORDS and not token[0].isupper():
            return None
        return self.names.get(word)


def people_of(context: Context) -> tuple[Stakeholder, ...]:
    """The deal's people, and those whom waiting proposals would add."""
    proposed = (
        Stakeholder.model_validate({**proposal.edit.set, "id": proposal.edit.id})
        for proposal in context.pending
        if proposal.edit.op == "add" and proposal.edit.entity == "stakeholder"
    )
    return (*context.plan.stakeholders, *proposed)


def roster(
    source: Source, people: Sequence[Stakeholder], newcomers: Iterable[Member] = ()
) -> Roster:
    """Put together whom a source may mean: the deal's people, then who it introduces."""
    members = {one.id: Member(one.id, one.name, one.side, one.title or "") for one in people}
    members |= {one.key: one for one in newcomers}
    speakers = _speakers(source.turns, people, members)
    return Roster(
        MappingProxyType(members),
        MappingProxyType(_names(members.values())),
        MappingProxyType(speakers),
        _addressees(source, people, frozenset(speakers.values())),
    )


def _speakers(
    turns: Sequence[Turn], people: Sequence[Stakeholder], members: Mapping[str, Member]
) -> dict[int, str]:
    known: dict[tuple[str | None, str | None], str | None] = {}
    for turn in turns:
        label = (turn.speaker, turn.address)
        if label not in known:
            known[label] = match(people, *label) or _newcomer(turn.speaker, members)
    found = ((turn.n, known[turn.speaker, turn.address]) for turn in turns)
    return {number: key for number, key in found if key}


def _newcomer(label: str | None, members: Mapping[str, Member]) -> str | None:
    wanted = name_words(label or "")
    same = (one.key for one in members.values() if wanted and name_words(one.name) == wanted)
    return next(same, None)


def _addressees(
    source: Source, people: Sequence[Stakeholder], writers: frozenset[str]
) -> tuple[str, ...]:
    found = (match(people, person.name, person.address) for person in source.people)
    return tuple(dict.fromkeys(key for key in found if key and key not in writers))


def _names(members: Iterable[Member]) -> dict[str, str]:
    """Each word of a name, for the one person who bears it; what two people bear names nobody."""
    bearers: dict[str, set[str]] = {}
    for one in members:
        for word in _name_tokens(one.name):
            bearers.setdefault(word, set()).add(one.key)
    return {word: keys.copy().pop() for word, keys in bearers.items() if len(keys) == 1}


def _name_tokens(name: str) -> set[str]:
    tokens = {_bare(token.group()) for token in TOKEN.finditer(name)}
    return {token for token in tokens if len(token) > 1 and token not in PARTICLES}


def _bare(token: str) -> str:
    word = plain(token).removesuffix("'s")
    if word.isascii() and word.isalpha():
        return word
    return "".join(char for char in unicodedata.normalize("NFKD", word) if char.isalpha())
