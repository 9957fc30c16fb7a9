"""Weighing: which two people's labels the clues of a call make look exchanged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, combinations
from math import log

from agent.labels.answers import answered
from agent.labels.call import Call, heard
from agent.labels.clues import FEW_TURNS, MARGIN, THRESHOLD, WEIGHTS, Clue
from agent.labels.companies import spoken_for
from agent.labels.doubt import Doubt
from agent.labels.manner import lean
from agent.labels.naming import named
from agent.labels.tasks import tasked
from agent.ports import Context


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people by id, in order, and how much the clues say that their labels are exchanged."""

    one: str
    two: str
    score: float


def label_doubts(context: Context) -> tuple[Doubt, ...]:
    """The people of a call whose labels look exchanged; empty for anything but a call.

    A property of the whole call: work it out once a source, not once an edit.
    """
    if context.source.kind != "call":
        return ()
    call = heard(context)
    clues = tuple(chain(named(call), answered(call), tasked(call), spoken_for(call)))
    return tuple(_doubts(call, clues))


def weighed(call: Call, clues: Iterable[Clue]) -> tuple[Pair, ...]:
    """Every two people of a call, those first whose labels look most exchanged.

    What speaks against a label at all counts for every pair it is in; what would give its
    words to one other person, for the two of them.
    """
    alone: dict[str, float] = dict.fromkeys(call.people, 0.0)
    between: dict[frozenset[str], float] = {}
    for clue in clues:
        if clue.other is None:
            alone[clue.label] += worth(clue)
        else:
            both = frozenset((clue.label, clue.other))
            between[both] = between.get(both, 0) + worth(clue)
    talk, most = _talk(call), threshold(call)

    def score(one: str, two: str) -> float:
        # Manner alone never suffices: now and then it is the buyer who leads a call.
        manner = max(-most, min(most, _manner(call, talk, one, two)))
        return alone[one] + alone[two] + between.get(frozenset((one, two)), 0) + manner

    pairs = (Pair(one, two, score(one, two)) for one, two in combinations(sorted(call.people), 2))
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.one, pair.two)))


def threshold(call: Call) -> float:
    """The sum that a pair must exceed to be doubted in a call of this length."""
    return THRESHOLD + log(max(1.0, len(call.utterances) / FEW_TURNS))


def worth(clue: Clue) -> float:
    """What a clue adds to the sum: above 0 where it speaks against the label."""
    weight = WEIGHTS[clue.kind]
    return clue.strength * (weight.wrong if clue.wrong else -weight.right)


def _talk(call: Call) -> dict[str, float]:
    talk = dict.fromkeys(call.people, 0.0)
    for one in call.utterances:
        talk[one.label] += lean(one.text)
    return talk


def _manner(call: Call, talk: dict[str, float], one: str, two: str) -> float:
    """How much better the two sound if each has the other's side."""
    sides = (call.people[one].side, call.people[two].side)
    if sides == ("buyer", "seller"):
        one, two = two, one
    elif sides != ("seller", "buyer"):
        return 0
    return talk[two] - talk[one]


def _doubts(call: Call, clues: tuple[Clue, ...]) -> Iterator[Doubt]:
    least, doubted = threshold(call), set[str]()
    pairs = weighed(call, clues)
    for pair in pairs:
        if pair.score > least and doubted.isdisjoint((pair.one, pair.two)):
            people = _people(pair, pairs)
            doubted.update(people)
            yield Doubt.of(call, people, _strongest(pair, clues))


def _people(pair: Pair, pairs: tuple[Pair, ...]) -> tuple[str, ...]:
    """The two, and where another might as well be the second, that other too."""
    near = [one for one in pairs if one.score > pair.score - MARGIN]
    for shared in (pair.one, pair.two):
        if len(near) > 1 and all(shared in (one.one, one.two) for one in near):
            return (shared, *(one.two if one.one == shared else one.one for one in near))
    return (pair.one, pair.two)


def _strongest(pair: Pair, clues: tuple[Clue, ...]) -> Clue:
    """The clue that tells a person most, the first of equals."""
    both = {pair.one, pair.two}
    about = (one for one in clues if one.label in both and one.other in {None, *both})
    return max(about, key=worth)
