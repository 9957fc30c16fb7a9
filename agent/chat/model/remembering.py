"""Answers are remembered, so that the same question costs nothing while nothing has changed."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256

from langchain_core.tools import BaseTool
from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import TypeAdapter

from agent.chat.ports import Answered, Happening
from memory.base import Store
from memory.records import KeptAnswer
from plan.edits import canonical_json
from plan.usage import Usage
from prompts.loader import Rendered

_HAPPENED: TypeAdapter[tuple[Happening, ...]] = TypeAdapter(tuple[Happening, ...])


class Remembered:
    """What was told before, in one workspace.

    An answer is forgotten with any of the sources whose words it holds.

    Args:
        store: Where it is kept.
        workspace: Whose it is.
        now: The clock.
    """

    def __init__(self, store: Store, workspace: str, now: Callable[[], datetime]) -> None:
        self._store = store
        self._workspace = workspace
        self._now = now

    def get(self, key: str) -> tuple[Happening, ...]:
        """What was told then, which takes nothing now; empty where nothing is kept."""
        with self._store.read(self._workspace) as unit:
            kept = unit.answers.get(key)
        told = _HAPPENED.validate_json(kept.text) if kept else ()
        return tuple(_for_nothing(one) for one in told)

    def keep(self, key: str, told: Sequence[Happening]) -> None:
        """Keep what was told, the answer last."""
        *_, answered = told
        if not isinstance(answered, Answered):
            return
        source, *others = _sources(answered) or (None,)
        kept = KeptAnswer(
            key=key,
            source=source,
            others=tuple(one for one in others if one),
            model=answered.by.removeprefix("model:"),
            prompt=answered.prompt,
            text=_HAPPENED.dump_json(tuple(told)).decode(),
            tokens_in=answered.usage.tokens_in,
            tokens_out=answered.usage.tokens_out,
            at=self._now(),
        )
        with self._store.write(self._workspace) as unit:
            unit.answers.keep(kept)


def key_of(model: str, rendered: Rendered, tools: Sequence[BaseTool], about: Sequence[str]) -> str:
    """sha256, in hex, of all that decides an answer.

    Args:
        model: The model's name.
        rendered: The prompt filled in: question, thread, day, user and deal are in it.
        tools: What the model may call.
        about: Whose question it is, about which deal, and the stamp of all it may rest on.
    """
    described = [json.dumps(convert_to_openai_tool(one), sort_keys=True) for one in tools]
    return sha256(canonical_json([model, [*rendered], described, [*about]]).encode()).hexdigest()


def _sources(answered: Answered) -> tuple[str, ...]:
    words = (one for told in answered.answer.statements for one in told.words)
    return tuple(dict.fromkeys(one.source for one in words))


def _for_nothing(one: Happening) -> Happening:
    return one.model_copy(update={"usage": Usage()}) if isinstance(one, Answered) else one
