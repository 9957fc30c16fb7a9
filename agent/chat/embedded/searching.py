"""Extractive search: the sentences of a deal's sources that answer a question best."""

from dataclasses import dataclass

import numpy as np

from agent.answers.dossier import Dossier
from agent.chat.embedded.consequences import about, consequences
from agent.chat.embedded.features import Compared, Row, compare
from agent.chat.embedded.question import Question
from agent.chat.embedded.sentences import said_in
from agent.chat.embedded.weights import WEIGHTS
from agent.chat.ports import Library
from memory.base import Embedder

CHUNKS = 16
"""Chunks that are looked at."""


@dataclass(frozen=True)
class Searched:
    """Sentences, compared with a question and scored, shape (sentences,)."""

    compared: Compared
    scores: Row

    def best(self) -> list[int]:
        """Indexes of the sentences that may be quoted, the best first."""
        order = np.argsort(-self.scores, kind="stable").tolist()
        return [at for at in order if not self.compared.said[at].commanding]


def search(question: Question, dossier: Dossier, library: Library, embedder: Embedder) -> Searched:
    """Search a deal's sources.

    Args:
        question: The question.
        dossier: The deal.
        library: What is searched.
        embedder: What compares by meaning.
    """
    found = library.search(dossier.plan.deal.id, question.text, CHUNKS)
    said = said_in(found, library, dossier.plan.stakeholders)
    effects = consequences(dossier)
    made = [" ".join(one.text for one in about(effects, each.evidence)) for each in said]
    asked = embedder.embed([question.text])[0]
    likeness: Row = embedder.embed([one.text for one in said]) @ asked
    alike = np.zeros(len(said), np.float32)
    telling = [at for at, text in enumerate(made) if text]
    alike[telling] = embedder.embed([made[at] for at in telling]) @ asked
    compared = compare(question, said, made, likeness, alike)
    scores = sum(
        (weight * compared.values[name] for name, weight in WEIGHTS.items()),
        np.zeros(len(said), np.float32),
    )
    return Searched(compared, scores)
