from collections.abc import Callable
from itertools import count

import pytest

from agent.llm.check import check
from agent.llm.errors import RejectedError, ShapeUnsupportedError
from agent.llm.port import Answer, Mode
from plan.usage import Usage
from tests.fakes.language_models import COSTS, Line, ScriptedModel

READY = '{"word": "ready"}'
UNSUPPORTED = Usage(attempts=1)


def ticking() -> Callable[[], float]:
    ticks = count(10.0, 1.5)
    return lambda: next(ticks)


def test_a_model_that_works_is_said_to() -> None:
    with ScriptedModel(READY) as model:
        found = check(model, ticking())
    assert (found.usable, found.mode, found.seconds, found.usage) == (True, "schema", 1.5, COSTS)
    assert found.told == "scripted:model answers in 1.5 seconds."


@pytest.mark.parametrize(("refusals", "mode", "told"), [(1, "json", "JSON"), (2, "plain", "form")])
def test_a_server_with_less_is_told(refusals: int, mode: Mode, told: str) -> None:
    lines: list[Line] = [ShapeUnsupportedError("No.", UNSUPPORTED) for _ in range(refusals)]
    with ScriptedModel(*lines, READY) as model:
        found = check(model, ticking())
    assert (found.usable, found.mode) == (True, mode)
    assert told in found.told
    assert found.usage.attempts == refusals + 1


def test_a_server_that_counts_no_tokens_is_told() -> None:
    with ScriptedModel(Answer(text=READY, usage=Usage(attempts=1))) as model:
        assert "budgets and costs cannot count" in check(model, ticking()).told


def test_what_is_wrong_is_told_in_the_errors_words() -> None:
    with ScriptedModel(RejectedError("The provider refused the key.", UNSUPPORTED)) as model:
        found = check(model, ticking())
    assert (found.usable, found.mode, found.usage) == (False, None, UNSUPPORTED)
    assert found.told == "The provider refused the key."


def test_a_model_that_cannot_answer_in_form_is_not_usable() -> None:
    with ScriptedModel("Ready!", "Ready!") as model:
        found = check(model, ticking())
    assert not found.usable
    assert "has not the form" in found.told
