"""Composing: computed statements first, then the words of sources that are not yet told."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from agent.answers.answer import Answer, Statement
from agent.answers.dossier import Dossier
from agent.chat.embedded.consequences import about, consequences, overlap
from agent.chat.embedded.quoting import Span, quoting, spans
from agent.chat.embedded.searching import Searched
from agent.chat.embedded.topics import Topic
from agent.chat.ports import Library
from plan.sources import Evidence

MOST = 6
"""Statements of an answer."""
COMPUTED = 4
"""Of them computed ones."""
QUOTED = 4
"""Sentences that are chosen to be quoted."""
CLOSE = 0.6
"""The part of the best sentence's score that others need."""


def quotes(
    found: Searched, dossier: Dossier, library: Library, told: Sequence[Statement] = ()
) -> tuple[Statement, ...]:
    """The best sentences as statements, those next to each other as one.

    Words that changed the plan are told by what they changed.

    Args:
        found: What the search found.
        dossier: The deal.
        library: Where the words are.
        told: What is told already; its words are not told again.
    """
    before = [words for one in told for words in one.words]
    every = found.best()
    best = [at for at in every if not _in(found.compared.said[at].evidence, before)]
    least = CLOSE * float(found.scores[best[0]]) if best else 0.0
    chosen = [at for at in best[:QUOTED] if found.scores[at] >= least]
    effects, said = consequences(dossier), found.compared.said
    made = {at: about(effects, said[at].evidence) for at in chosen}
    more = [one for at in chosen for one in made[at]]
    rest = [at for at in chosen if not made[at]]
    more += [_quoted(span, found, dossier, library) for span in spans(said, rest)]
    return tuple(dict.fromkeys(more))


def _quoted(span: Span, found: Searched, dossier: Dossier, library: Library) -> Statement:
    said = [found.compared.said[at] for at in span.at]
    kind = library.source(span.words.source).kind
    return quoting(said, kind, dossier.plan, span.words)


class TopicAnswer(NamedTuple):
    """What was computed for one topic of a question."""

    topic: Topic
    answer: Answer


def together(known: Sequence[TopicAnswer]) -> tuple[Statement, ...]:
    """The first statements of computed answers, of each topic as many as there is room for."""
    each = COMPUTED // max(1, len(known))
    return tuple(dict.fromkeys(one for found in known for one in found.answer.statements[:each]))


def composed(told: Sequence[Statement], quoted: Sequence[Statement]) -> tuple[Statement, ...]:
    """Statements of both kinds; words that a statement rests on already are not told again."""
    kept = list(told)
    for one in quoted:
        if len(kept) < MOST and not _told(one, kept):
            kept.append(one)
    return tuple(kept)


def _told(statement: Statement, kept: Iterable[Statement]) -> bool:
    before = [words for one in kept for words in one.words]
    return all(_in(words, before) for words in statement.words)


def _in(words: Evidence, before: Iterable[Evidence]) -> bool:
    return any(overlap(words, other) for other in before)
