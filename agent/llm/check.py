"""Whether a model can be used as things are set: one small question, answered in plain words."""

from collections.abc import Callable
from time import monotonic
from typing import Literal

from pydantic import BaseModel, ConfigDict

from agent.llm.errors import LanguageModelError
from agent.llm.port import Ask, LanguageModel, Mode
from agent.llm.structured import Structured, ask_for
from plan.models import Frozen
from plan.usage import Usage

_MILLISECONDS = 3
_LESS_STRICT: dict[Mode, str] = {
    "schema": "",
    "json": " It enforces no schema, only JSON: answers may have to be mended more often.",
    "plain": " It enforces no form of answers: they may have to be mended more often.",
}
_UNCOUNTED = " It does not tell how many tokens were used, so budgets and costs cannot count."


class Checked(Frozen):
    """What a check found.

    Attributes:
        model: The model's name.
        usable: Whether it can be used.
        mode: The strictest way to ask for an answer's form that works; None where none did.
        seconds: How long it took.
        usage: What it took.
        told: What was found, in whole sentences: how it works, or what to mend.
    """

    model: str
    usable: bool
    mode: Mode | None
    seconds: float
    usage: Usage
    told: str


class _Sign(BaseModel):
    """The tiny answer that is asked for."""

    model_config = ConfigDict(extra="forbid")

    word: Literal["ready"]


def check(model: LanguageModel, clock: Callable[[], float] = monotonic) -> Checked:
    """Ask a model something small and tell what came of it; raises nothing that a model raises.

    It holds no customer's words. The model should be one that does not remember answers.

    Args:
        model: The model to check.
        clock: Seconds that only go forward.
    """
    began = clock()
    try:
        answer = ask_for(model, _ASK, _Sign)
    except LanguageModelError as error:
        seconds = round(clock() - began, _MILLISECONDS)
        return Checked(
            model=model.name,
            usable=False,
            mode=None,
            seconds=seconds,
            usage=error.usage,
            told=str(error),
        )
    return _usable(model.name, answer, round(clock() - began, _MILLISECONDS))


_ASK = Ask(
    workspace="",
    source=None,
    prompt="check",
    system="You are asked for a sign of life.\n",
    user="Give the word `ready`.\n",
)


def _usable(name: str, answer: Structured[_Sign], seconds: float) -> Checked:
    told = f"{name} answers in {seconds:.1f} seconds.{_LESS_STRICT[answer.mode]}"
    return Checked(
        model=name,
        usable=True,
        mode=answer.mode,
        seconds=seconds,
        usage=answer.usage,
        told=told if answer.usage.tokens_in else told + _UNCOUNTED,
    )
