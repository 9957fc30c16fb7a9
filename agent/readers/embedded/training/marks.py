"""Marks: which sentences of a passage bear which tags, by the quotes of its answers."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from agent.quotes import fold
from agent.readers.embedded.sentences import Sentence
from agent.readers.embedded.tagging.fields import RISK_TAGS, ROLES, field_tag
from agent.readers.embedded.tagging.tags import TAGS, Tag
from agent.readers.embedded.training.passages import Change, Passage
from agent.readers.embedded.words import words
from plan.models import Plan, Stakeholder
from plan.values import TrapReason

TRAP_TAGS: dict[TrapReason, Tag] = {
    "already_known": Tag.KNOWN,
    "hypothetical": Tag.LOOSE,
    "vague": Tag.LOOSE,
    "question": Tag.LOOSE,
    "joke": Tag.LOOSE,
    "not_agreed": Tag.LOOSE,
    "past": Tag.AWAY,
    "other_deal": Tag.AWAY,
    "small_talk": Tag.AWAY,
    "quoted_history": Tag.AWAY,
    "injection": Tag.AWAY,
    "retracted": Tag.BACK,
}
BY_ROLE: dict[str, Tag] = {str(role): tag for role, tag in ROLES.items()}
WORDS, PART = 3, 0.5
"""A quote is of a sentence of which it holds so many words, or this part of it or of the quote."""


def marks(passage: Passage, cut: Sequence[Sentence]) -> NDArray[np.float32]:
    """Shape (sentences, tags): 1 for a tag borne, 0 for none, -1 where people would differ."""
    found = np.zeros((len(cut), len(TAGS)), np.float32)
    for quotes, tags, value in _all(passage):
        places = sorted({at for quote in quotes for at in located(cut, quote)})
        for tag in tags:
            column = TAGS.index(tag)
            for at in places:
                found[at, column] = (
                    value if found[at, column] == 0 else max(found[at, column], value)
                )
    return found


def tags_of(change: Change) -> frozenset[Tag]:
    """The tags that the words of an edit bear."""
    return frozenset(_tags(change))


def located(cut: Sequence[Sentence], quote: str) -> list[int]:
    """Indexes of the sentences that a quote covers."""
    wanted = _spoken(quote)
    said = [_spoken(one.text) for one in cut]
    flat = [(word, at) for at, text in enumerate(said) for word in text]
    sizes = [len(text) for text in said]
    spoken = [word for word, _ in flat]
    for start in range(len(flat) - len(wanted) + 1):
        if (
            wanted
            and spoken[start] == wanted[0]
            and tuple(spoken[start : start + len(wanted)]) == wanted
        ):
            held = [at for _, at in flat[start : start + len(wanted)]]
            return [at for at in sorted(set(held)) if _covers(held.count(at), sizes[at], len(held))]
    return []


def _spoken(text: str) -> tuple[str, ...]:
    """Words without apostrophes, which are lost where speech is recognised poorly."""
    return tuple(word.replace("'", "") for word in words(fold(text)))


def _covers(held: int, size: int, quoted: int) -> bool:
    return held >= WORDS or held >= PART * size or held >= PART * quoted


def _all(passage: Passage) -> Iterator[tuple[tuple[str, ...], Iterable[Tag], int]]:
    for change in passage.changes:
        tags, held = tags_of(change), _held(change, passage.context.plan)
        yield change.quote, tags - held, 1 if change.required else -1
        yield change.quote, tags & held, -1
    for trap in passage.traps:
        yield trap.quote, (TRAP_TAGS[trap.why], Tag.TRAP), 1
    for risk in passage.risks:
        yield risk.quote, (RISK_TAGS[risk.kind],), 1


def _held(change: Change, plan: Plan) -> frozenset[Tag]:
    """Tags of the roles that somebody had before: the words may say nothing of them."""
    item = plan.find(change.entity, change.id) if change.id else None
    roles = item.roles if isinstance(item, Stakeholder) else ()
    return frozenset(ROLES[role] for role in roles)


def _tags(change: Change) -> Iterator[Tag]:
    fields = change.set.items() if change.op == "update" else [("", None)]
    for field, value in fields:
        tag = field_tag(change.op, change.entity, field, value)
        if tag:
            yield tag
    roles = change.set.get("roles")
    for role in roles if isinstance(roles, list) else ():
        yield BY_ROLE[str(role)]
