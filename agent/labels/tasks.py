"""Clues in tasks: who says "I" of whose items in the plan, and who asks about them."""

from collections import Counter
from collections.abc import Iterator, Mapping

from agent.labels.call import Call, Sentence, Utterance
from agent.labels.clues import Clue, Kind
from agent.readers.embedded.words import content, listed, words
from plan.models import Action, Milestone, Plan

I_WORDS = listed("i i'm i'll i've i'd my mine im ill ive")
"""Words by which somebody speaks of themselves alone."""
PLAIN_HITS, STRONG = 2, 1.7
"""Words of one person's items from which a sentence is surely about them, and how much surer."""


def tasked(call: Call) -> Iterator[Clue]:
    """Whose items the sentences are about that say "I" or ask."""
    owners = owned_words(call.plan)
    for one in call.utterances:
        for sentence in one.sentences:
            owner, hits = _owner(sentence, owners)
            if owner in call.people:
                yield from _clue(one, sentence, owner, hits)


def owned_words(plan: Plan) -> Mapping[str, str]:
    """The word stems in titles of one person's items alone, with that person's id."""
    owners: dict[str, set[str]] = {}
    items: tuple[Milestone | Action, ...] = (*plan.milestones, *plan.actions)
    for item in items:
        for word in content(item.title):
            owners.setdefault(word, set()).add(item.owner or "")
    return {word: next(iter(keys)) for word, keys in owners.items() if len(keys) == 1}


def _owner(sentence: Sentence, owners: Mapping[str, str]) -> tuple[str, int]:
    """The one person whose items a sentence has most words of, and how many."""
    hits = Counter(owners[word] for word in content(sentence.text) if word in owners)
    (owner, most), (_, second) = [*hits.most_common(2), ("", 0), ("", 0)][:2]
    return (owner, most) if most > second else ("", 0)


def _clue(one: Utterance, sentence: Sentence, owner: str, hits: int) -> Iterator[Clue]:
    own, self_spoken = owner == one.label, not I_WORDS.isdisjoint(words(sentence.text))
    other = None if own else owner
    if self_spoken and not sentence.asks:
        strength = STRONG if hits >= PLAIN_HITS else 1
        yield Clue(Kind.TAKES, one.turn, one.label, other, not own, strength=strength)
    elif sentence.asks and not self_spoken:
        yield Clue(Kind.ASKS, one.turn, one.label, other, own)
