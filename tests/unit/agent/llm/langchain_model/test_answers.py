import pytest
from langchain_core.messages import AIMessage
from langchain_core.messages.ai import UsageMetadata

from agent.llm.langchain_model.answers import answer_of
from agent.llm.port import Answer, Finish
from plan.usage import Usage

TOLD = UsageMetadata(input_tokens=100, output_tokens=10, total_tokens=110)
FULL = Usage(tokens_in=100, tokens_out=10, attempts=1)


def message(**metadata: object) -> AIMessage:
    return AIMessage("Yes.", response_metadata=metadata, usage_metadata=TOLD)


@pytest.mark.parametrize(
    ("metadata", "finish"),
    [
        ({}, "stop"),
        ({"finish_reason": "stop"}, "stop"),
        ({"finish_reason": None}, "stop"),
        ({"finish_reason": "length"}, "length"),
        ({"finish_reason": "MAX_TOKENS"}, "length"),
        ({"stop_reason": "max_tokens"}, "length"),
        ({"stop_reason": "end_turn"}, "stop"),
        ({"done_reason": "length"}, "length"),
        ({"status": "incomplete", "incomplete_details": {"reason": "max_output_tokens"}}, "length"),
        ({"incomplete_details": {"reason": "content_filter"}}, "refused"),
        ({"incomplete_details": None}, "stop"),
        ({"finish_reason": "content_filter"}, "refused"),
        ({"finish_reason": "SAFETY"}, "refused"),
        ({"stop_reason": "refusal"}, "refused"),
    ],
)
def test_why_an_answer_ended_is_told_alike_for_all_providers(
    metadata: dict[str, object], finish: Finish
) -> None:
    assert answer_of(message(**metadata)) == Answer(text="Yes.", usage=FULL, finish=finish)


def test_a_refusal_in_blocks_is_one() -> None:
    blocks: list[str | dict[str, object]] = [{"type": "refusal", "refusal": "I will not."}]
    refusal = AIMessage(blocks, response_metadata={"model_provider": "openai"})
    assert answer_of(refusal) == Answer(
        text="I will not.", usage=Usage(attempts=1, money=None), finish="refused"
    )


def test_text_in_several_blocks_is_one_text() -> None:
    blocks: list[str | dict[str, object]] = [
        {"type": "reasoning", "reasoning": "Hm."},
        {"type": "text", "text": "Yes, "},
        {"type": "text", "text": "indeed."},
    ]
    assert answer_of(AIMessage(blocks)).text == "Yes, indeed."


def test_the_arguments_of_a_called_tool_are_the_answer_where_there_is_no_text() -> None:
    call = AIMessage("", tool_calls=[{"name": "Found", "args": {"who": "Zoë"}, "id": "1"}])
    assert answer_of(call).text == '{"who": "Zoë"}'
