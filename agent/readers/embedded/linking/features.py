"""What speaks for a sentence being about an item: one row of numbers for each pair."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agent.readers.embedded.items import Item
from agent.readers.embedded.linking.kinds import kinds_in
from agent.readers.embedded.words import content, plain

Rows = NDArray[np.float32]

NEAR, FAR = 2, 7
"""How many sentences back the topic may have been named, closely and at all."""
LEANING = re.compile(r"\b(?:it|that|this|them|those|they|one|mine|same|there)\b")
FEW = 3
"""Words of meaning up to which a sentence says too little to be understood alone."""
ALONE, WRITTEN = 0.5, 0.5
"""What earlier sentences count for one that names its own thing, and for one of a mail."""
LEAST_WEIGHT = 0.5
"""A title whose words all occur in other titles too weighs at least this."""


class Heard(NamedTuple):
    """What linking knows of one sentence: its words, who says it, whom and which days it names."""

    text: str
    speaker: str | None
    named: frozenset[str]
    days: frozenset[date]


@dataclass(frozen=True)
class Compared:
    """All sentences compared with all items by everything but meaning.

    Shape (sentences, items); what only the item decides has shape (items,), `lean` (sentences,).
    """

    overlap: Rows
    kind: Rows
    same_day: Rows
    owns: Rows
    named: Rows
    closed: Rows
    action: Rows
    outcome: Rows
    lean: tuple[float, ...]


def compare(heard: Sequence[Heard], items: Sequence[Item], *, written: bool) -> Compared:
    """Compare words, kinds, days and owners; of a mail, each sentence stands more for itself."""
    said = [(one, content(one.text), kinds_in(plain(one.text))) for one in heard]
    titles = {item: content(item.title) for item in items}
    weights = _weights(tuple(titles.values()))

    def rows(measure: Callable[[Heard, frozenset[str], frozenset[str], Item], float]) -> Rows:
        values = [[measure(*one, item) for item in items] for one in said]
        return np.array(values, np.float32).reshape(len(heard), len(items))

    def each(measure: Callable[[Item], bool]) -> Rows:
        return np.array([measure(item) for item in items], np.float32)

    return Compared(
        overlap=rows(lambda _, stems, __, item: _share(stems, titles[item], weights)),
        kind=rows(lambda _, __, kinds, item: item.kind in kinds),
        same_day=rows(lambda one, _, __, item: item.due in one.days),
        owns=rows(lambda one, _, __, item: item.owner is not None and item.owner == one.speaker),
        named=rows(lambda one, _, __, item: item.owner in one.named),
        closed=each(lambda item: item.closed),
        action=each(lambda item: item.entity == "action"),
        outcome=each(lambda item: item.entity == "outcome"),
        lean=tuple(_lean(one.text, stems) * (WRITTEN if written else 1) for one, stems, _ in said),
    )


def _lean(text: str, stems: frozenset[str]) -> float:
    """How much a sentence is understood from those before it."""
    return 1.0 if len(stems) <= FEW or LEANING.search(plain(text)) else ALONE


def features(compared: Compared, at: int, likeness: Rows) -> dict[str, Rows]:
    """By name, each feature of one sentence with every item, shape (items,).

    Args:
        compared: All sentences compared with all items.
        at: The sentence's index.
        likeness: Its cosine with each item's title, shape (items,).
    """
    near, far, lean = at - NEAR, at - FAR, compared.lean[at]
    return {
        "likeness": likeness,
        "overlap": compared.overlap[at],
        "overlap_near": lean * _top(compared.overlap, near, at),
        "overlap_far": lean * _top(compared.overlap, far, near),
        "kind": compared.kind[at],
        "kind_near": _top(compared.kind, near, at),
        "same_day": _top(compared.same_day, near, at + 1),
        "speaker_owns": compared.owns[at],
        "owner_named": _top(compared.named, at - 1, at + 1),
        "closed": compared.closed,
        "action": compared.action,
        "outcome": compared.outcome,
    }


def _weights(titles: Sequence[frozenset[str]]) -> dict[str, float]:
    """Rare words of titles tell more: one over the number of titles that have the word."""
    counts = Counter(word for title in titles for word in title)
    return {word: 1 / count for word, count in counts.items()}


def _share(said: frozenset[str], title: frozenset[str], weights: dict[str, float]) -> float:
    common = title & said
    if not common:
        return 0.0
    whole = sum(weights[word] for word in title)
    return sum(weights[word] for word in common) / max(LEAST_WEIGHT, whole)


def _top(rows: Rows, start: int, end: int) -> Rows:
    """The greatest value of each column among some rows; nought where there is no row."""
    part = rows[max(0, start) : max(0, end)]
    return part.max(axis=0) if len(part) else np.zeros(rows.shape[1], np.float32)
