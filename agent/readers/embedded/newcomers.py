"""Newcomers: people a source introduces who are not yet of the deal."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.ports import Context
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.names import FullName, full_names
from agent.readers.embedded.roster import Member, people_of
from agent.readers.embedded.sentences import Sentence
from agent.readers.embedded.sides import side_of_newcomer
from agent.readers.embedded.titles import TITLE_WORD, has_title, powers, role_of
from agent.readers.embedded.words import plain
from plan.ids import free_id
from plan.models import Deal, Stakeholder
from plan.people import match, name_words
from plan.sources import Source, Turn
from plan.values import Role, Side

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
PRONOUN = re.compile(r"^(?:she|he|she's|he's|they|her|his)\b")
BEFORE = re.compile(
    r"(?:colleague|successor(?: is)?|(?:my|your|our) (?:boss|manager|counterpart)|be with|called|"
    r"named|introduce(?: you to)?|meet|copied in|copying|in (?:cc|copy) is|cc'?d?|write to|"
    r"contact (?:is|will be)|person is|replacement is|taken by|deal with|reports? to|"
    r"sits (?:from )?now(?: on)?|new \w+(?: \w+){0,4}(?: is|'s)?)[,:]? $"
)
"""Words before a name that introduce its bearer."""
AFTER = re.compile(
    r"^(?:'s)?(?:,|\.| is\b| has\b| chairs\b| runs\b| heads\b| leads\b|:| \(| in my\b| of the\b|"
    r" from the\b)"
)
"""Words after a name with which what its bearer is may follow."""
TAKES_ON = re.compile(
    r"^(?:'s| is| has| will be| will)? ?(?:now |also |agreed to )?(?:picking|picks|picked|taking|"
    r"takes|taken|took|covering|covers|running|runs|leading|leads|joining|joins|replacing|"
    r"replaces|chairs|heads|owns)\b"
)
"""Words after a name that say what its bearer takes on."""
TITLE_AFTER = re.compile(
    r"^(?:,| is|'s| \([^)]{1,80}\)|, who is|,? (?:she|he)(?:'s| is)|,? and (?:she|he)'s){0,3} ?"
    r"(?:our|the|your|my|their|a|an)? ?(?:new |acting |interim )?"
    rf"((?:[\w&-]+ ){{0,4}}?{TITLE_WORD}\b(?: (?:of|for|it)(?: [\w&-]+){{0,3}}?)?)"
    r"(?=[,.;()]|$| (?:and|who|is|at|in|on|from|to|she|he|so)\b)",
    re.IGNORECASE,
)
TITLE_BEFORE = re.compile(
    r"(?:our|the|my|your|new|by) (?:new |acting |interim )?"
    rf"((?:[\w&-]+ ){{0,4}}{TITLE_WORD}(?: (?:of|for) [\w&-]+(?: [\w&-]+)?)?),? (?:is )?$",
    re.IGNORECASE,
)
NEAR = 110
"""Characters around a name in which stands what its bearer is."""
GOES_ON = 3
"""Sentences that may go on about a newcomer."""
FEW = 6
"""Words of a sentence that is nothing but a title."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody introduced.

    Attributes:
        member: Their name, side and title, under the draft id that other drafts use.
        roles: Roles that their title or what is said of them tells.
        email: Their mail address, where it is known.
        evidence: Indexes of the sentences that introduce them.
    """

    member: Member
    roles: tuple[Role, ...]
    email: str | None
    evidence: tuple[int, ...]


@dataclass(frozen=True)
class _Scene:
    """What stays the same while a source is searched for newcomers."""

    source: Source
    deal: Deal
    people: tuple[Stakeholder, ...]
    cut: Sequence[Sentence]

    def knows(self, name: str) -> bool:
        """Whether a name is somebody's of the deal, or has words of a company in it."""
        companies = name_words(f"{self.deal.account} {self.deal.seller}")
        people = frozenset(word for one in self.people for word in name_words(one.name))
        words = name_words(name)
        known = match(self.people, name) is not None or words <= people
        return known or bool(words & companies)


def newcomers(
    context: Context,
    cut: Sequence[Sentence],
    given: Sequence[frozenset[Signal]],
    void: frozenset[int],
) -> tuple[Newcomer, ...]:
    """Everybody whom a sentence introduces by full name with a title, a duty or an address."""
    found: dict[str, Newcomer] = {}
    turns = {turn.n: turn for turn in context.source.turns}
    scene = _Scene(context.source, context.plan.deal, people_of(context), cut)
    for one in cut:
        if one.index in void or Signal.QUESTION in given[one.index]:
            continue
        for new in _introduced(scene, turns[one.turn], one):
            found.setdefault(new.member.key, new)
    return tuple(found.values())


def _introduced(scene: _Scene, turn: Turn, one: Sentence) -> Iterator[Newcomer]:
    for name in full_names(one.text):
        if scene.knows(name.text):
            continue
        more = _said_of_them(scene.cut, one, name.text)
        before = one.text[: name.start]
        after = " ".join((one.text[name.end :], *(sentence.text for sentence in more[1:])))
        new = _newcomer(scene, turn, name, before, after)
        if new:
            member, roles, email = new
            yield Newcomer(member, roles, email, tuple(sentence.index for sentence in more))


def _newcomer(
    scene: _Scene, turn: Turn, name: FullName, before: str, after: str
) -> tuple[Member, tuple[Role, ...], str | None] | None:
    """Who is introduced by the words before and after a name, if anybody is."""
    email = _email(scene.source, name.text, after)
    title = _title(before, after)
    side = side_of_newcomer(scene.people, turn, email, plain(f"{before}{after}"))
    if side is None or not (title or email or _presented(plain(before), plain(after))):
        return None
    key = free_id(name.text, "person", {one.id for one in scene.people})
    member = Member(key, name.text, side, title, known=False)
    return member, _roles(title, side, plain(after)), email


def _presented(before: str, after: str) -> bool:
    """Whether words present a name's bearer: whose they are, what they do or take on."""
    goes_on = PRONOUN.search(after.partition(". ")[2])
    told = (AFTER.match(after) or goes_on) and has_title(after[:NEAR])
    return bool(BEFORE.search(before[-NEAR:]) or told or TAKES_ON.match(after))


def _email(source: Source, name: str, after: str) -> str | None:
    """Their address, as the sentence says it or as the source's list of people has it."""
    said = EMAIL.search(after[:NEAR])
    if said:
        return said.group().lower().rstrip(".")
    wanted = name_words(name)
    same = (one.address for one in source.people if one.name and name_words(one.name) == wanted)
    return next(same, None)


def _said_of_them(cut: Sequence[Sentence], one: Sentence, name: str) -> tuple[Sentence, ...]:
    """The sentence, and those after it in the same turn that go on about the same person."""
    said = [one]
    for after in cut[one.index + 1 : one.index + 1 + GOES_ON]:
        text = plain(after.text)
        named = not name_words(name).isdisjoint(name_words(after.text))
        if after.turn != one.turn or not (PRONOUN.match(text) or named or _is_title(text)):
            break
        said.append(after)
    return tuple(said)


def _is_title(said: str) -> bool:
    """Whether a sentence is nothing but a job title: "Superintendent radiographer."."""
    return has_title(said) and said.count(" ") < FEW


def _title(before: str, after: str) -> str:
    found = TITLE_AFTER.match(after) or TITLE_BEFORE.search(before[-NEAR:])
    return found[1].strip(" ,") if found else ""


def _roles(title: str, side: Side, after: str) -> tuple[Role, ...]:
    near = after[:NEAR]
    by_title = role_of(title, side) or (role_of(near, side) if has_title(near) else None)
    by_power = tuple(powers(after)) if side == "buyer" else ()
    return tuple(dict.fromkeys(role for role in (by_title, *by_power) if role))
