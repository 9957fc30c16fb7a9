"""Figures of a course of training, all on passages that the networks had not seen."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from pydantic import JsonValue

from agent.readers.embedded.linking.features import Rows
from agent.readers.embedded.tagging.tagger import Spoken
from agent.readers.embedded.tagging.tags import TAGS
from agent.readers.embedded.training import scoring
from agent.readers.embedded.training.marks import marks
from agent.readers.embedded.training.passages import Passage
from agent.readers.embedded.training.scoring import Judged
from agent.readers.embedded.training.steps import fold_of

PARTS = 5
"""Parts of the candidates, each scored by trees fitted on the others."""
STEPS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
"""Likelihoods at which precision is told."""


def figures(
    found: Sequence[Passage],
    spoken: Mapping[str, Spoken],
    unseen: Mapping[str, Rows],
    judged: Sequence[Judged],
    seed: int,
) -> dict[str, JsonValue]:
    """What was learned from, how well tags are told, and how sure candidates are right.

    Average precision of a tag is the mean of the precisions at each sentence that bears it,
    sentences in the order of their likelihood.
    """
    return {
        "passages": len(found),
        "sentences": sum(len(one.sentences) for one in spoken.values()),
        "edits": sum(len(one.changes) for one in found),
        "average_precision": dict(_tags(found, spoken, unseen)),
        "candidates": sum(len(one.right) for one in judged),
        "precision_from": dict(_precisions(judged, seed)),
    }


def average_precision(right: NDArray[np.bool_], likelihood: Rows) -> float:
    """The mean precision at each right one, 0 where none is."""
    hits = right[np.argsort(-likelihood, kind="stable")]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float((precision * hits).sum() / max(1, hits.sum()))


def _tags(
    found: Sequence[Passage], spoken: Mapping[str, Spoken], unseen: Mapping[str, Rows]
) -> Iterator[tuple[str, JsonValue]]:
    held = [one for one in found if one.id in unseen]
    borne = np.concatenate([marks(one, spoken[one.id].sentences) for one in held])
    told = np.concatenate([unseen[one.id] for one in held])
    for column, tag in enumerate(TAGS):
        counts = borne[:, column] >= 0
        right = borne[counts, column] > 0
        value = average_precision(right, told[counts, column])
        yield tag.name.lower(), {"sentences": int(right.sum()), "value": round(value, 3)}


def _precisions(judged: Sequence[Judged], seed: int) -> Iterator[tuple[str, JsonValue]]:
    """For some likelihoods: how many candidates are at least so likely, and how many are right."""
    likely, right = _scored(judged, seed)
    for step in STEPS:
        chosen = right[likely >= step]
        share = round(float(chosen.mean()), 3) if len(chosen) else 0.0
        yield f"{step}", {"candidates": len(chosen), "right": share}


def _scored(judged: Sequence[Judged], seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Each candidate's likelihood, by trees that had not seen its passage, and whether right."""
    likely: list[NDArray[np.float64]] = []
    right: list[NDArray[np.float64]] = []
    for part in range(PARTS):
        trees = scoring.fitted([one for one in judged if fold_of(one.passage, PARTS) != part], seed)
        for one in judged:
            if fold_of(one.passage, PARTS) == part and len(one.right):
                values = np.array(one.right, np.float64)
                likely.append(scoring.sureness(trees, one.rows)[~np.isnan(values)])
                right.append(values[~np.isnan(values)])
    return np.concatenate(likely), np.concatenate(right)
