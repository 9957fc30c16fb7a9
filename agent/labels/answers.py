"""Clues in turn taking: who speaks when somebody has been called by name."""

from collections.abc import Iterator
from itertools import pairwise

from agent.labels.call import Call, Utterance
from agent.labels.clues import Clue, Kind


def answered(call: Call) -> Iterator[Clue]:
    """Whether it is the one called who speaks next, surest after a question."""
    for one, then in pairwise(call.utterances):
        called = _called(one)
        if then.turn != one.turn + 1 or then.label == one.label or called in (None, one.label):
            continue
        kind = _kind(one, called)
        if kind:
            wrong = then.label != called
            yield Clue(kind, then.turn, then.label, called if wrong else None, wrong)


def _called(one: Utterance) -> str | None:
    """The one person whom a turn calls."""
    called = {m.person for sentence in one.sentences for m in sentence.mentions if m.called}
    return called.pop() if len(called) == 1 else None


def _kind(one: Utterance, person: str | None) -> Kind | None:
    calls = [
        index
        for index, sentence in enumerate(one.sentences)
        if any(mention.called and mention.person == person for mention in sentence.mentions)
    ]
    if any(sentence.asks for sentence in one.sentences[calls[-1] :]):
        return Kind.ANSWERS
    # A name at the head of a longer statement more often looks back than hands over.
    return Kind.FOLLOWS if calls[-1] > 0 or len(one.sentences) == 1 else None
