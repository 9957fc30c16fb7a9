"""Training from end to end: taggers, the scorer on what they had not seen, files and figures."""

import json
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from agent.readers.embedded.linking.features import Rows
from agent.readers.embedded.tagging.tagger import Spoken
from agent.readers.embedded.training import exporting, figures, scoring, trees
from agent.readers.embedded.training.fitting import fitted
from agent.readers.embedded.training.passages import DATA, passages
from agent.readers.embedded.training.scoring import Judged
from agent.readers.embedded.training.settings import Settings
from agent.readers.embedded.training.steps import (
    Kept,
    encoder_of,
    fold_of,
    heard,
    learned_from,
    tags_of,
)
from agent.readers.embedded.training.tagger_network import TaggerNetwork
from agent.readers.embedded.weights.files import CHECKSUMS, FOLDER
from memory.embedder import MiniLM

TOKENIZER = "tokenizer.json"
FIGURES = "figures.json"


def say(line: str) -> None:
    """Tell what is being done, from whichever process."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


@dataclass(frozen=True)
class Course:
    """One course of training; every step can run in a process of its own.

    Attributes:
        work: Where the results of steps are kept.
        weights: MiniLM's safetensors.
        settings: The numbers.
    """

    work: Path
    weights: Path
    settings: Settings

    def tagger(self) -> bytes:
        """The tagger that learned from all passages, as its file."""
        return self.kept().made("tagger", lambda: exporting.exported(self._learned("tagger", None)))

    def unseen(self) -> dict[str, Rows]:
        """Tags of the first part of the passages, by a tagger that learned from the others."""
        return self.kept().made("unseen", self._unseen)

    def kept(self) -> Kept:
        """The results of steps, in a folder for just these settings and passages."""
        return Kept(self.work / _digest(self.settings), say)

    def spoken(self) -> dict[str, Spoken]:
        """How a tagger hears the passages."""
        return self.kept().made("heard", lambda: heard(passages(), MiniLM()))

    def judged(self, unseen: dict[str, Rows]) -> list[Judged]:
        """The candidates of passages, by tags of a tagger that had not seen them."""
        say(f"candidates of {len(unseen)} passages: begun")
        embedder, found = MiniLM(), (one for one in passages() if one.id in unseen)
        return [scoring.judged(one, unseen[one.id], embedder) for one in found]

    def _unseen(self) -> dict[str, Rows]:
        network, encode = self._learned("unseen", 0), encoder_of(FOLDER / TOKENIZER)
        spoken = self.spoken()
        held = [one for one in spoken if fold_of(one, self.settings.folds) == 0]
        return {one: tags_of(network, spoken[one], encode) for one in held}

    def _learned(self, name: str, without: int | None) -> TaggerNetwork:
        """A tagger that learned from all passages but one fold's."""
        folds = self.settings.folds
        seen = [one for one in passages() if without is None or fold_of(one.id, folds) != without]
        encode = encoder_of(FOLDER / TOKENIZER)
        found = learned_from(seen, self.spoken(), encode, MiniLM(), self.settings)
        return fitted(found, self.weights, self.settings, _telling(name))


def train(course: Course, out: Path, jobs: int) -> None:
    """Train both networks, and write them with their checksums and figures.

    Args:
        course: What to train by.
        out: Where the files go.
        jobs: Processes at the same time. Each has one thread, so that the weights are the same
            whatever their number.
    """
    spoken = course.spoken()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as processes:
        whole = processes.submit(course.tagger)
        unseen = processes.submit(course.unseen).result()
        tagger = whole.result()
    judged = course.judged(unseen)
    boosted = scoring.fitted(judged, course.settings.seed)
    some = np.concatenate([one.rows for one in judged if len(one.right)])
    scorer = trees.exported(boosted, some)
    _write(out, {"tagger.onnx": tagger, "scorer.onnx": scorer})
    told = figures.figures(passages(), spoken, unseen, judged, course.settings.seed)
    (out / FIGURES).write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def _telling(name: str) -> Callable[[int, float], None]:
    return lambda epoch, loss: say(f"{name}: epoch {epoch}, loss {loss:.3f}")


def _digest(settings: Settings) -> str:
    """What the kept results depend on: the settings, the passages, and how a source is heard."""
    whole = sha256(repr(asdict(settings)).encode())
    reader = Path(__file__).parents[1]
    heard_by = (file for file in reader.rglob("*.py") if "candidates" not in file.parts)
    for file in sorted((*DATA.glob("*.yaml"), *heard_by)):
        whole.update(file.read_bytes())
    return whole.hexdigest()[:12]


def _write(out: Path, networks: dict[str, bytes]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = (FOLDER / TOKENIZER).read_bytes()
    lines = ["[sha256]"]
    for name, content in {**networks, TOKENIZER: tokenizer}.items():
        (out / name).write_bytes(content)
        lines.append(f'"{name}" = "{sha256(content).hexdigest()}"')
    (out / CHECKSUMS).write_text("\n".join(lines) + "\n", encoding="utf-8")
