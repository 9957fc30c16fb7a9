import json
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from agent.llm.errors import (
    BusyError,
    RejectedError,
    ShapeUnsupportedError,
    UnusableAnswerError,
)
from agent.llm.port import Answer, Ask, Finish
from agent.llm.shapes import shape_of
from agent.llm.structured import ask_for
from plan.usage import Usage
from tests.fakes.language_models import COSTS, ScriptedModel

ASK = Ask(workspace="w", source="acme.s1", prompt="read/v1#abc", system="Rules.", user="Matter.")
TRIED = Usage(attempts=1)


class Pair(BaseModel):
    model_config = ConfigDict(extra="forbid")

    word: Literal["yes", "no"]
    number: Annotated[int, Field(ge=0, le=9)]


GOOD = '{"word": "yes", "number": 3}'
UNSUPPORTED = "There is no such response_format."


def test_a_right_answer_is_asked_for_once_and_by_schema() -> None:
    with ScriptedModel(GOOD) as model:
        got = ask_for(model, ASK, Pair)
    assert (got.value, got.usage, got.mode) == (Pair(word="yes", number=3), COSTS, "schema")
    assert model.asks == [ASK.model_copy(update={"shape": shape_of(Pair)})]


@pytest.mark.parametrize(
    "text",
    [
        f"```json\n{GOOD}\n```",
        f"```\n{GOOD}\n```\nAnything else?",
        f"Here it is: {GOOD}",
        f"<think>A {{ brace }} while thinking.</think>\n{GOOD}",
        f"\ufeff \n{GOOD}\n",
    ],
)
def test_what_models_write_around_an_answer_is_let_go(text: str) -> None:
    with ScriptedModel(text) as model:
        assert ask_for(model, ASK, Pair).value == Pair(word="yes", number=3)


def test_a_server_without_schemas_is_asked_in_json_mode_with_the_schema_in_words() -> None:
    with ScriptedModel(ShapeUnsupportedError(UNSUPPORTED, TRIED), GOOD) as model:
        got = ask_for(model, ASK, Pair)
    assert (got.mode, got.usage) == ("json", COSTS + TRIED)
    asked = model.asks[1]
    assert asked.mode == "json"
    assert asked.user == ASK.user
    assert asked.system.startswith(ASK.system)
    assert json.dumps(shape_of(Pair).document, separators=(",", ":")) in asked.system
    assert "JSON" in asked.system, "OpenAI's JSON mode refuses messages without the word"


def test_a_server_without_json_mode_is_asked_in_plain_words() -> None:
    error = ShapeUnsupportedError(UNSUPPORTED, TRIED)
    with ScriptedModel(error, ShapeUnsupportedError(UNSUPPORTED, TRIED), GOOD) as model:
        got = ask_for(model, ASK, Pair)
    assert (got.mode, got.usage.attempts) == ("plain", 3)
    assert [one.mode for one in model.asks] == ["schema", "json", "plain"]


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ('{"word": "maybe", "number": 3}', "word: Input should be 'yes' or 'no'"),
        ('{"word": "yes", "number": 12}', "number: Input should be less than or equal to 9"),
        ('{"word": "yes"}', "number: Field required"),
        ('{"word": "yes", "number": 3, "more": 1}', "more: Extra inputs are not permitted"),
        ('{"word": "yes", "numb', "the whole: Invalid JSON"),
        ("I could not find any.", "the whole: Invalid JSON"),
        ("", "the whole: Invalid JSON"),
        ("{}", "word: Field required; number: Field required"),
    ],
)
def test_a_wrong_answer_is_mended_once_with_its_faults_told(bad: str, told: str) -> None:
    with ScriptedModel(bad, GOOD) as model:
        got = ask_for(model, ASK, Pair)
    assert got.value == Pair(word="yes", number=3)
    assert got.usage == COSTS + COSTS
    again = model.asks[1]
    assert again.system == ASK.system, "the rules stay as providers cache them"
    assert again.user.startswith(ASK.user)
    assert told in again.user
    assert bad in again.user
    assert '"additionalProperties":false' in again.user


def test_an_answer_wrong_twice_is_an_error_and_never_an_empty_success() -> None:
    with (
        ScriptedModel("{}", '{"word": "yes"}') as model,
        pytest.raises(UnusableAnswerError, match=r"asked twice.* number: Field required\.$") as got,
    ):
        ask_for(model, ASK, Pair)
    assert got.value.usage == COSTS + COSTS


@pytest.mark.parametrize(("finish", "told"), [("length", "cut off"), ("refused", "refusal")])
def test_an_answer_cut_off_or_refused_is_told_as_such_and_not_asked_for_again(
    finish: Finish, told: str
) -> None:
    answer = Answer(text=GOOD, usage=COSTS, finish=finish)
    with (
        ScriptedModel(answer) as model,
        pytest.raises(UnusableAnswerError, match=told) as got,
    ):
        ask_for(model, ASK, Pair)
    assert (got.value.finish, got.value.usage) == (finish, COSTS)


def test_an_answer_cut_off_while_mending_is_told_as_such() -> None:
    cut = Answer(text='{"word', usage=COSTS, finish="length")
    with ScriptedModel("{}", cut) as model, pytest.raises(UnusableAnswerError) as got:
        ask_for(model, ASK, Pair)
    assert (got.value.finish, got.value.usage) == ("length", COSTS + COSTS)


def test_an_outage_while_mending_counts_what_was_spent_before() -> None:
    with (
        ScriptedModel("{}", BusyError("It is busy.", TRIED, retry_after=3)) as model,
        pytest.raises(BusyError, match=r"^It is busy\.$") as got,
    ):
        ask_for(model, ASK, Pair)
    assert got.value.usage == COSTS + TRIED
    assert got.value.retry_after == 3


def test_a_rejection_is_not_asked_again_in_another_mode() -> None:
    with ScriptedModel(RejectedError("No.", TRIED)) as model, pytest.raises(RejectedError):
        ask_for(model, ASK, Pair)


def test_a_server_that_refuses_plain_words_too_is_an_error() -> None:
    errors = [ShapeUnsupportedError(UNSUPPORTED, TRIED) for _ in range(3)]
    with ScriptedModel(*errors) as model, pytest.raises(ShapeUnsupportedError) as got:
        ask_for(model, ASK, Pair)
    assert got.value.usage.attempts == 3


def test_a_thousand_faults_and_a_huge_answer_are_told_in_short() -> None:
    bad = json.dumps({f"{'x' * 500}{n}": n for n in range(1000)})
    with ScriptedModel(bad, "x" * 500_000) as model, pytest.raises(UnusableAnswerError) as got:
        ask_for(model, ASK, Pair)
    assert len(model.asks[1].user) < 50_000
    assert "and 992 more." in model.asks[1].user
    assert len(str(got.value)) < 500


@given(st.text() | st.recursive(st.none() | st.text(), st.lists).map(json.dumps))
def test_whatever_comes_back_is_a_valid_value_or_an_error(text: str) -> None:
    model = ScriptedModel(text, text)
    try:
        got = ask_for(model, ASK, Pair)
    except UnusableAnswerError as error:
        assert error.usage == COSTS + COSTS  # noqa: PT017 - one of two right ends
    else:
        assert Pair.model_validate(got.value.model_dump())
