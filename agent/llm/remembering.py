"""Answers are remembered, so that a retry, a crash or the same question again pays once."""

import json
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from pydantic import JsonValue

from agent.llm.port import Answer, Ask, LanguageModel
from memory.base import Store
from memory.records import KeptAnswer
from plan.usage import Usage


class Remembering:
    """Fits `LanguageModel`: gives the answers it has, and asks another for those it has not.

    Only complete answers are kept, with the source whose words they rest on. Nothing is held
    open in the store while the model is asked.

    Args:
        model: Whom to ask.
        store: Where answers are kept.
        now: The clock.
        recount: Whether a remembered answer tells the tokens that it took when it was asked, as
            whoever compares what answers cost must know.
    """

    def __init__(
        self,
        model: LanguageModel,
        store: Store,
        now: Callable[[], datetime],
        *,
        recount: bool = False,
    ) -> None:
        self.name = model.name
        self._model = model
        self._store = store
        self._now = now
        self._recount = recount

    @property
    def window(self) -> int:
        """The model's."""
        return self._model.window

    def ask(self, ask: Ask) -> Answer:
        """The answer; a remembered one took no attempt, and no tokens unless they are recounted.

        Raises:
            LanguageModelError: The model gave no answer.
        """
        key = key_of(self.name, ask)
        with self._store.read(ask.workspace) as unit:
            kept = unit.answers.get(key)
        if kept is not None:
            return Answer(text=kept.text, usage=self._usage(kept), finish="stop")
        answer = self._model.ask(ask)
        if answer.finish == "stop":
            self._keep(key, ask, answer)
        return answer

    def _usage(self, kept: KeptAnswer) -> Usage:
        if not self._recount:
            return Usage()
        return Usage(tokens_in=kept.tokens_in, tokens_out=kept.tokens_out)

    def _keep(self, key: str, ask: Ask, answer: Answer) -> None:
        kept = KeptAnswer(
            key=key,
            source=ask.source,
            model=self.name,
            prompt=ask.prompt,
            text=answer.text,
            finish=answer.finish,
            tokens_in=answer.usage.tokens_in,
            tokens_out=answer.usage.tokens_out,
            at=self._now(),
        )
        with self._store.write(ask.workspace) as unit:
            unit.answers.keep(kept)


def key_of(model: str, ask: Ask) -> str:
    """sha256, in hex, of all that decides an answer, which is not whose it is or about what."""
    decides: dict[str, JsonValue] = {
        "model": model,
        "prompt": ask.prompt,
        "system": ask.system,
        "user": ask.user,
        "shape": ask.shape.document if ask.shape else None,
        "mode": ask.mode,
    }
    canonical = json.dumps(decides, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()
