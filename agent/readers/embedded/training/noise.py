"""Noise: calls as poor speech recognition writes them down, so that the tagger hears those too."""

import re
from dataclasses import replace
from random import Random

from agent.quotes import fold
from agent.readers.embedded.training.passages import Passage
from agent.readers.embedded.words import plain
from plan.sources import Turn

MARKS = re.compile(r"(?<!\d)[^\w\s'£$€%-]|[^\w\s'£$€%-](?!\d)")
"""Signs that nobody hears; those inside numbers are heard: 2.4, 10:30, 468,000."""
BARE = 0.5
"""How often apostrophes are lost."""


def noisy(passage: Passage, chance: Random) -> Passage:
    """The passage in lower case without punctuation; its quotes still find their words."""
    source = passage.context.source
    turns = tuple(_noisy(turn, chance) for turn in source.turns)
    heard = passage.context.model_copy(
        update={"source": source.model_copy(update={"turns": turns})}
    )
    return replace(passage, context=heard)


def _noisy(turn: Turn, chance: Random) -> Turn:
    text = MARKS.sub(" ", plain(fold(turn.text)))
    bare = text.replace("'", "") if chance.random() < BARE else text
    return turn.model_copy(update={"text": " ".join(bare.split()) or "mm"})
