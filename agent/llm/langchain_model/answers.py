"""What came back, as an answer: text, why it ended, and what it took."""

import json

from langchain_core.messages import AIMessage
from openai import ContentFilterFinishReasonError, LengthFinishReasonError

from agent.llm.port import Answer, Finish
from plan.usage import Usage

Ended = LengthFinishReasonError | ContentFilterFinishReasonError
"""OpenAI's client raises these over structured answers that are answers all the same."""

_REASONS = ("finish_reason", "stop_reason", "done_reason")
_CUT_OFF = frozenset({"length", "max_tokens", "max_output_tokens", "model_length", "model_context"})
_REFUSED = frozenset({"content_filter", "refusal", "safety", "guardrail_intervened", "blocked"})


def answer_of(message: AIMessage) -> Answer:
    """The answer in a message; with no usage where the provider told none."""
    told = message.usage_metadata
    usage = Usage(
        tokens_in=max(0, told["input_tokens"]) if told else 0,
        tokens_out=max(0, told["output_tokens"]) if told else 0,
        attempts=1,
        money=None,
    )
    refusals = [one["refusal"] for one in message.content_blocks if one["type"] == "refusal"]
    if refusals:
        return Answer(text=_storable("\n".join(refusals)), usage=usage, finish="refused")
    return Answer(text=_storable(_text(message)), usage=usage, finish=_finish(message))


def answer_in(ended: Ended) -> Answer:
    """The answer in an error of a structured answer that was cut off or filtered."""
    completion = ended.completion
    told = completion.usage if completion else None
    usage = Usage(
        tokens_in=told.prompt_tokens if told else 0,
        tokens_out=told.completion_tokens if told else 0,
        attempts=1,
        money=None,
    )
    text = completion.choices[0].message.content if completion else None
    finish: Finish = "length" if isinstance(ended, LengthFinishReasonError) else "refused"
    return Answer(text=_storable(text or ""), usage=usage, finish=finish)


def _text(message: AIMessage) -> str:
    """Its text; where a provider's structured answers are calls of a tool, its arguments."""
    if not message.text and message.tool_calls:
        return json.dumps(message.tool_calls[0]["args"], ensure_ascii=False)
    return message.text


def _storable(text: str) -> str:
    """A text without what no database takes: NUL characters and halves of surrogate pairs."""
    return text.replace("\0", "").encode(errors="replace").decode()


def _finish(message: AIMessage) -> Finish:
    """Why it ended, by any provider's name for it."""
    metadata = message.response_metadata
    told = [metadata.get(key) for key in _REASONS]
    if isinstance(details := metadata.get("incomplete_details"), dict):
        told.append(details.get("reason"))
    reasons = {str(one).lower() for one in told if one}
    if reasons & _CUT_OFF:
        return "length"
    return "refused" if reasons & _REFUSED else "stop"
