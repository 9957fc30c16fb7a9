"""All rules of the date grammar, by the words that they can begin with."""

from collections.abc import Mapping

from agent.readers.embedded.dates import (
    edges,
    figures,
    holidays,
    monthdays,
    neighbours,
    nth,
    offsets,
    ordinals,
    relative,
    weekdays,
)
from agent.readers.embedded.dates.grammar import DIGITS, Found, Rule, Scene

_FAMILIES = (
    figures.FAMILY,
    holidays.FAMILY,
    neighbours.FAMILY,
    nth.FAMILY,
    monthdays.FAMILY,
    weekdays.FAMILY,
    offsets.FAMILY,
    relative.FAMILY,
    edges.FAMILY,
    ordinals.FAMILY,
)


def _index() -> Mapping[str, tuple[Rule, ...]]:
    index: dict[str, tuple[Rule, ...]] = {}
    for family in _FAMILIES:
        for firsts, rule in family:
            for word in firsts:
                index[word] = (*index.get(word, ()), rule)
    return index


_BY_WORD = _index()


def longest(scene: Scene, i: int) -> Found | None:
    """The longest expression at the i-th word; of equals the first family's."""
    word = scene.words.at(i)
    best: Found | None = None
    for rule in _BY_WORD.get(DIGITS if word.isdecimal() else word, ()):
        found = rule(scene, i)
        if found is not None and (best is None or found.stop > best.stop):
            best = found
    return best


def begins(word: str) -> bool:
    """Whether any rule can begin with the word; most words need no more than this look."""
    return word in _BY_WORD or word.isdecimal()
