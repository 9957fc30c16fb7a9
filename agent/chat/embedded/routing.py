"""Routing: which computed answers a question asks for; only its own words are looked at."""

import re
from collections.abc import Mapping
from functools import cached_property

import numpy as np

from agent.chat.embedded.question import Question
from agent.chat.embedded.topics import TOPICS, Topic
from memory.base import Embedder

LIKE = 0.62
"""The likeness to an example from which a question without telling words is one of its kind."""

MOST = 2
"""Topics of one question."""
_TO_WHETHER = frozenset({"approvals", "person", "outcomes"})
"""Topics beside those that stand alone which a question for yes or no may ask for."""

_EVERYBODY = re.compile(
    r"\b(?:involved|stakeholders?|everybody|everyone|buying (?:team|committee|center)|"
    r"on the (?:team|"
    r"deal|other side)|owns?|owner|responsible|in charge|looks? after|tak(?:es?|ing) over|"
    r"took over)\b"
)
"""Words by which all who have a part in a deal, or the owner of an item, are asked after."""


class Router:
    """Chooses topics for questions.

    Args:
        embedder: What compares a question with the examples.
    """

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def topics(self, question: Question) -> tuple[Topic, ...]:
        """The topics that a question's words ask for, the narrowest first; else the likest one."""
        told = tuple(topic for topic in TOPICS if _asked(topic, question))
        return (told or self._likest(question))[:MOST]

    def _likest(self, question: Question) -> tuple[Topic, ...]:
        likeness = self._vectors @ self._embedder.embed([question.said])[0]
        best = int(np.argmax(likeness))
        topic = self._examples[best]
        fits = likeness[best] >= LIKE and _about(topic, question)
        return (topic,) if fits else ()

    @cached_property
    def _examples(self) -> Mapping[int, Topic]:
        listed = [topic for topic in TOPICS for _ in topic.examples]
        return dict(enumerate(listed))

    @cached_property
    def _vectors(self) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
        texts = [text for topic in TOPICS for text in topic.examples]
        return np.asarray(self._embedder.embed(texts), np.float32)


def _asked(topic: Topic, question: Question) -> bool:
    kind = not topic.asks or question.asks in topic.asks
    if question.asks == "whether":
        kind = topic.alone or topic.name in _TO_WHETHER
    asked = bool(topic.cue.search(question.said)) or _of_outcome(topic, question)
    return kind and asked and _about(topic, question)


def _of_outcome(topic: Topic, question: Question) -> bool:
    """Whether a question surely is about a success metric, however it asks for it."""
    items = question.about.items
    return topic.name == "outcomes" and question.sure and items[0].entity == "outcome"


def _about(topic: Topic, question: Question) -> bool:
    """Whether the question is about something that the topic needs."""
    about = question.about
    match topic.about:
        case "item":
            return question.sure
        case "person":
            return bool(about.people)
        case "holder":
            return bool(about.roles or about.people or _EVERYBODY.search(question.said))
    return True
