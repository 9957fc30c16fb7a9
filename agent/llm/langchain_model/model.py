"""One model of one provider."""

import logging
from collections.abc import Callable
from datetime import datetime

import httpx
import httpx2
from langchain_core.exceptions import ModelConnectionError, ModelError, ModelTimeoutError
from langchain_core.language_models import BaseChatModel
from langsmith import tracing_context
from openai import (
    APIConnectionError,
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    OpenAIError,
)

from agent.llm.errors import LanguageModelError, ShapeUnsupportedError
from agent.llm.failures import Failure, failure_of
from agent.llm.langchain_model.answers import answer_in, answer_of
from agent.llm.langchain_model.chats import chat_for, secrets_of, without_temperature
from agent.llm.langchain_model.requests import bound, messages_of
from agent.llm.meanings import meaning
from agent.llm.port import WINDOW, Answer, Ask
from agent.llm.talk import Said, Talk
from plan.usage import Usage

TIMEOUT = 300.0
"""Seconds without a byte after which a request is given up; answers are not streamed."""

_NO_ANSWER = (
    APIConnectionError,
    ModelConnectionError,
    ModelTimeoutError,
    httpx.TransportError,
    httpx2.TransportError,
    OSError,
)
_FAILED = (
    *(OpenAIError, ModelError, httpx.HTTPError, httpx2.HTTPError, OSError),
    *(AttributeError, LookupError, TypeError, ValueError),
)
"""What a failed request raises; the second line over an answer that is none, such as a page of a
proxy. Clients of other providers have errors of no common kind, but with a `status_code`."""

_TEMPERATURE, _BAD_REQUEST = "temperature", frozenset({400, 422})
_LOG = logging.getLogger(__name__)


class LangChainModel:
    """Fits `agent.llm.port.LanguageModel`: any model that LangChain's `init_chat_model` knows.

    The temperature is 0 where the model takes one. Keys and addresses are read by the providers'
    clients from variables of their own, such as OPENAI_API_KEY and OPENAI_BASE_URL.

    Args:
        name: `<provider>:<name>`.
        now: The clock.
        window: How many tokens it takes in; by default what LangChain knows of it, or `WINDOW`.
        timeout: Seconds without a byte after which a request is given up.

    Raises:
        ModelSettingError: It cannot be used as things are set.
    """

    def __init__(
        self,
        name: str,
        now: Callable[[], datetime],
        window: int | None = None,
        timeout: float = TIMEOUT,
    ) -> None:
        self.name = name
        self._now = now
        self._chat, self._client = chat_for(name, timeout)
        self.window: int = window or (self._chat.profile or {}).get("max_input_tokens") or WINDOW
        self._tells_usage = True
        self._unsupported: set[tuple[str, str]] = set()

    def ask(self, ask: Ask) -> Answer:
        """The answer to one request, or to a second where the first was about the temperature.

        Raises:
            BusyError: It cannot answer now.
            RejectedError: The provider does not take the request.
            ShapeUnsupportedError: The server does not take the shape in this mode; once it has
                said so it is not asked again.
        """
        self._refuse_known(ask)
        chat, attempts = self._chat, 1
        outcome = self._outcome(chat, ask)
        if isinstance(outcome, Failure) and _is_of_temperature(outcome, chat):
            self._chat, attempts = without_temperature(chat), 2
            outcome = self._outcome(self._chat, ask)
        if isinstance(outcome, Failure):
            raise self._error(outcome, ask, attempts)
        self._watch(outcome.usage)
        usage = outcome.usage.model_copy(update={"attempts": attempts})
        return outcome.model_copy(update={"usage": usage})

    def close(self) -> None:
        """Let go of all connections."""
        if self._client is not None:
            self._client.close()

    def _outcome(self, chat: BaseChatModel, ask: Ask) -> Answer | Failure:
        model, messages = bound(chat, ask), messages_of(ask)
        try:
            with tracing_context(enabled=False):
                message = model.invoke(messages)
            answer = answer_of(message)
        except (LengthFinishReasonError, ContentFilterFinishReasonError) as ended:
            return answer_in(ended)
        except Exception as error:
            if not (isinstance(error, _FAILED) or hasattr(error, "status_code")):
                raise
            return failure_of(error, _NO_ANSWER, secrets_of(chat), self._now())
        return Said(message=message, **dict(answer)) if isinstance(ask, Talk) else answer

    def _error(self, failure: Failure, ask: Ask, attempts: int) -> LanguageModelError:
        error = meaning(failure, self.name, ask)
        error.usage = Usage(attempts=attempts)
        if isinstance(error, ShapeUnsupportedError) and ask.shape is not None:
            self._unsupported.add((ask.mode, ask.shape.name))
        return error

    def _refuse_known(self, ask: Ask) -> None:
        """Refuse without a request what the server has refused before."""
        if ask.shape is not None and (ask.mode, ask.shape.name) in self._unsupported:
            raise ShapeUnsupportedError(f"{self.name} takes no answers in the mode `{ask.mode}`.")

    def _watch(self, usage: Usage) -> None:
        """Say once where budgets and costs cannot count."""
        if usage.tokens_in or not self._tells_usage:
            return
        self._tells_usage = False
        _LOG.warning("%s tells no tokens: no budget or cost counts what it is asked.", self.name)


def _is_of_temperature(failure: Failure, chat: BaseChatModel) -> bool:
    """Whether a request was refused for the temperature that it had."""
    refused = failure.status in _BAD_REQUEST and _TEMPERATURE in failure.told.lower()
    return refused and getattr(chat, _TEMPERATURE, None) is not None
