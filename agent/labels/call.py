"""A call as the clues see it: whom each turn is labelled with, and whom its sentences name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from agent.labels.calling import is_called
from agent.ports import Context
from agent.readers.embedded.roster import COMMON_WORDS, TOKEN, Roster, people_of, roster
from agent.readers.embedded.sentences import split
from agent.readers.embedded.words import IDLE, plain
from plan.models import Plan, Stakeholder
from plan.people import name_words

SHORT = 2
"""Letters up to which a name is taken for an everyday word too."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a sentence.

    Attributes:
        person: Their id.
        start: Offset of the name in the sentence.
        end: Offset after the name, all its words taken together.
        called: Whether they are spoken to by it, not of.
    """

    person: str
    start: int
    end: int
    called: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """Some words of a turn and the speakers of the call whom they name."""

    text: str
    mentions: tuple[Mention, ...]

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return "?" in self.text


@dataclass(frozen=True, slots=True)
class Utterance:
    """A turn labelled with somebody of the deal.

    Attributes:
        turn: The turn's `n`.
        label: The id of the person whom it is labelled with.
        text: Its words.
        sentences: The same, cut.
        opens: Whether it is the first turn with that label.
    """

    turn: int
    label: str
    text: str
    sentences: tuple[Sentence, ...]
    opens: bool


@dataclass(frozen=True)
class Call:
    """A call's labelled turns in order, those whom they are labelled with, and the plan."""

    utterances: tuple[Utterance, ...]
    people: Mapping[str, Stakeholder]
    plan: Plan


def heard(context: Context) -> Call:
    """Look at a source's turns once, in time linear in their words."""
    people = people_of(context)
    known = roster(context.source, people)
    there = frozenset(known.speakers.values())
    labelled = [turn for turn in context.source.turns if turn.n in known.speakers]
    first = {known.speakers[turn.n]: turn.n for turn in reversed(labelled)}
    firms = name_words(context.plan.deal.account) | name_words(context.plan.deal.seller)
    utterances = (
        Utterance(
            turn.n,
            label := known.speakers[turn.n],
            turn.text,
            tuple(_sentence(text, known, there, firms) for text in _cut(turn.text)),
            opens=first[label] == turn.n,
        )
        for turn in labelled
    )
    return Call(tuple(utterances), {one.id: one for one in people if one.id in there}, context.plan)


def _cut(text: str) -> Iterator[str]:
    return (text[start:end] for start, end in split(text))


def _sentence(text: str, known: Roster, there: frozenset[str], firms: frozenset[str]) -> Sentence:
    found = (one for one in _mentions(text, known) if one.person in there)
    # A company that bears its owner's name is meant more often than the owner.
    return Sentence(
        text, tuple(one for one in found if not name_words(text[one.start : one.end]) <= firms)
    )


def _mentions(text: str, known: Roster) -> Iterator[Mention]:
    tokens = [found.span() for found in TOKEN.finditer(text)]
    places = {start: index for index, (start, _) in enumerate(tokens)}
    for naming in known.named(text):
        end = _end(text, tokens[places[naming.at] :], naming.key, known)
        called = is_called(text, naming.at, end)
        if called or not _everyday(text[naming.at : end]):
            yield Mention(naming.key, naming.at, end, called)


def _end(text: str, tokens: Sequence[tuple[int, int]], person: str, known: Roster) -> int:
    """Where a name ends: after all words next to each other that name the person."""
    end = tokens[0][1]
    for start, stop in tokens[1:]:
        named = known.named(text[start:stop])
        if text[end:start].strip(" .") or not named or named[0].key != person:
            break
        end = stop
    return end


def _everyday(name: str) -> bool:
    """Whether a name is a word as well: "Will" names somebody only where he is called."""
    return len(name) <= SHORT or plain(name) in COMMON_WORDS | IDLE
