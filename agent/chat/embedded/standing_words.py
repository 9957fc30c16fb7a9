"""Words that no longer stand: a source may be forgotten after the plan took something from it."""

from agent.answers.answer import Answer, Statement
from agent.chat.ports import Library
from memory.errors import NotFoundError
from plan.sources import Evidence

GONE = "Words of a source that was forgotten are left out."


def standing(answer: Answer, library: Library) -> tuple[Answer, tuple[str, ...]]:
    """An answer without words that cannot be cut any more, and warnings where there were any.

    A statement that rests on nothing else is left out; an answer of which no statement is left
    admits that nothing tells.
    """
    kept = [(one, tuple(w for w in one.words if _stands(w, library))) for one in answer.statements]
    if all(one.words == words for one, words in kept):
        return answer, ()
    statements = tuple(
        one.model_copy(update={"words": words}) for one, words in kept if words or _rests(one)
    )
    unknown = answer.unknown or not statements
    return answer.model_copy(update={"statements": statements, "unknown": unknown}), (GONE,)


def _stands(words: Evidence, library: Library) -> bool:
    try:
        library.quoted(words)
    except (NotFoundError, LookupError):
        return False
    return True


def _rests(statement: Statement) -> bool:
    return bool(statement.items or statement.proposals or statement.events)
