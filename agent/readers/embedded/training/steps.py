"""The steps of training, each kept on disk as soon as it is done, so that a stop costs one step."""

import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import TypeVar
from zlib import crc32

import numpy as np
from tokenizers import Tokenizer

from agent.readers.embedded.linking.features import Rows
from agent.readers.embedded.tagging.tagger import Spoken
from agent.readers.embedded.tagging.tags import TAGS
from agent.readers.embedded.tagging.windows import Encode, windows
from agent.readers.embedded.training.examples import Example, examples, spoken_of
from agent.readers.embedded.training.noise import noisy
from agent.readers.embedded.training.passages import Passage
from agent.readers.embedded.training.settings import Settings
from agent.readers.embedded.training.tagger_network import TaggerNetwork
from memory.base import Embedder

T = TypeVar("T")
Say = Callable[[str], None]


class Kept:
    """Results of steps in a folder, made once.

    Args:
        folder: Where they are kept; another folder for other settings or passages.
        say: Is told what is being done.
    """

    def __init__(self, folder: Path, say: Say) -> None:
        self._folder = folder
        self._say = say
        folder.mkdir(parents=True, exist_ok=True)

    def made(self, name: str, make: Callable[[], T]) -> T:
        """The result of a step: read where it was made before, else made and kept."""
        file = self._folder / f"{name}.pickle"
        if file.exists():
            self._say(f"{name}: made before")
            kept: T = pickle.loads(file.read_bytes())  # noqa: S301  # written by this program, in its own folder
            return kept
        self._say(f"{name}: begun")
        result = make()
        part = file.with_suffix(".part")
        part.write_bytes(pickle.dumps(result))
        part.replace(file)
        return result


def fold_of(passage: str, folds: int) -> int:
    """The part that a passage belongs to, by its id."""
    return crc32(passage.encode()) % folds


def heard(found: Sequence[Passage], embedder: Embedder) -> dict[str, Spoken]:
    """By passage, how a tagger hears it."""
    return {one.id: spoken_of(one.context, embedder) for one in found}


def learned_from(
    found: Sequence[Passage],
    spoken: dict[str, Spoken],
    encode: Encode,
    embedder: Embedder,
    settings: Settings,
) -> list[Example]:
    """All examples of some passages, a part of the calls heard once more with noise."""
    chance = Random(settings.seed)  # noqa: S311  # a choice of examples, no secret
    result: list[Example] = []
    for one in found:
        result += examples(one, spoken[one.id], encode)
        if one.context.source.kind != "email" and chance.random() < settings.noisy:
            again = noisy(one, chance)
            result += examples(again, spoken_of(again.context, embedder), encode)
    return result


def tags_of(network: TaggerNetwork, spoken: Spoken, encode: Encode) -> Rows:
    """What a network tells of a source, shape (sentences, tags)."""
    import torch  # noqa: PLC0415  # half a second that commands can save

    from agent.readers.embedded.tagging.network import feed  # noqa: PLC0415  # the same

    found = np.zeros((len(spoken.sentences), len(TAGS)), np.float32)
    with torch.no_grad():
        for window in windows(spoken.sentences, spoken.labels, encode):
            given = feed(window, spoken.cues, window.sentences.start)
            told = network.tell(*(torch.from_numpy(value) for value in given.values())).numpy()
            inside = window.core.start - window.sentences.start
            found[window.core.start : window.core.stop] = told[inside : inside + len(window.core)]
    return found


def encoder_of(tokenizer: Path) -> Encode:
    """Words to token ids."""
    loaded = Tokenizer.from_file(str(tokenizer))
    loaded.no_padding()
    loaded.no_truncation()
    return lambda text: list(loaded.encode(text, add_special_tokens=False).ids)
