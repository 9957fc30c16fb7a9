"""What rules know of each sentence, as numbers that the network hears beside the words."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from agent.readers.embedded.cues import Signal
from agent.readers.embedded.dates import DateMention
from agent.readers.embedded.items import Item
from agent.readers.embedded.linking.features import Compared, Heard, Rows
from agent.readers.embedded.newcomers import Newcomer
from agent.readers.embedded.numerals import numerals
from agent.readers.embedded.roster import Roster
from agent.readers.embedded.words import words

SIGNALS = tuple(Signal)
FEW, MANY = 3, 25
"""Words of a sentence that says little, and of a long one."""
LATELY = 3
"""Sentences back to which an item may have been named."""


class Noted(NamedTuple):
    """What rules worked out of a source.

    Attributes:
        heard: Each sentence, with who says it.
        given: Each sentence's signals.
        dates: Each sentence's days.
        compared: The sentences compared with the items.
        items: What they may be about.
        people: Who is who.
        newcomers: Who is introduced.
    """

    heard: Sequence[Heard]
    given: Sequence[frozenset[Signal]]
    dates: Sequence[tuple[DateMention, ...]]
    compared: Compared
    items: Sequence[Item]
    people: Roster
    newcomers: Sequence[Newcomer]


def cue_rows(noted: Noted, *, written: bool) -> Rows:
    """One row a sentence, its neighbours' rows beside it: shape (sentences, WIDTH)."""
    due = frozenset(item.due for item in noted.items if item.due)
    introduced = {at for one in noted.newcomers for at in one.evidence}
    own = [
        [
            *(signal in signals for signal in SIGNALS),
            *_dated(dates, due),
            *_topic(noted, at),
            *_said(one, noted.people),
            at in introduced,
            written,
        ]
        for at, (one, signals, dates) in enumerate(
            zip(noted.heard, noted.given, noted.dates, strict=True)
        )
    ]
    rows = np.array(own, np.float32).reshape(len(own), OWN)
    nothing = np.zeros((1, OWN), np.float32)
    before = np.concatenate([nothing, rows])[: len(rows)]
    after = np.concatenate([rows, nothing])[1:]
    return np.concatenate([rows, before, after], axis=1)


def _dated(said: Sequence[DateMention], due: frozenset[object]) -> list[float]:
    """Days said: any that stands, any new to the plan, any of the plan, past or rejected ones."""
    standing = [one for one in said if not (one.negated or one.past)]
    return [
        bool(standing),
        any(one.day not in due for one in standing),
        any(one.day in due for one in said),
        any(one.past for one in said),
        any(one.negated for one in said),
        any(not one.sure for one in standing),
        len(standing) > 1,
    ]


def _topic(noted: Noted, at: int) -> list[float]:
    """How far one item is named, and what kind of item the nearest is."""
    compared = noted.compared
    overlap = compared.overlap[at]
    if not len(overlap):
        return [0.0] * TOPIC
    top = int(overlap.argmax())
    item, named, speaker = noted.items[top], float(overlap[top]), noted.heard[at].speaker
    return [
        named,
        float(compared.overlap[max(0, at - LATELY) : at + 1].max()),
        named > 0 and item.closed,
        named > 0 and item.entity == "action",
        named > 0 and item.owner is not None and item.owner == speaker,
        float(compared.kind[at].max()),
        float(compared.same_day[at].max()),
    ]


def _said(one: Heard, people: Roster) -> list[float]:
    side = people.side(one.speaker)
    count = len(words(one.text))
    figures = numerals(one.text)
    return [
        side == "seller",
        side == "buyer",
        one.speaker is None,
        bool(one.named),
        count <= FEW,
        count > MANY,
        bool(figures),
        any(not figure.spoken for figure in figures),
    ]


DATED, TOPIC, SAID, SOURCE = 7, 7, 8, 2
"""Numbers of a sentence's days, of its topic, of how it is said, and of its source."""
OWN = len(SIGNALS) + DATED + TOPIC + SAID + SOURCE
"""Numbers of one sentence."""
WIDTH = 3 * OWN
"""Numbers of one sentence with those of its neighbours."""
