"""Models whose real client talks to the fake server; nothing else can be reached."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest

from agent.llm.langchain_model import LangChainModel
from tests.fakes.openai_server import OpenAIServer

KEY = "sk-proj-Abc123Abc123Abc123Abc123"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
_VARIABLES = (
    *("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_API_BASE", "OPENAI_PROXY", "LANGSMITH_GATEWAY"),
    *("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"),
)

ModelOf = Callable[..., LangChainModel]


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment in which nothing is set that a provider's client reads."""
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.fixture
def model_of(environment: pytest.MonkeyPatch) -> Iterator[ModelOf]:
    """Makes models that talk to a server, with a key; they are closed after the test."""
    with ExitStack() as closing:

        def make(
            server: OpenAIServer, name: str = "openai:gpt-fake", timeout: float = 5.0
        ) -> LangChainModel:
            environment.setenv("OPENAI_BASE_URL", server.url)
            environment.setenv("OPENAI_API_KEY", KEY)
            model = LangChainModel(name, lambda: NOW, timeout=timeout)
            closing.callback(model.close)
            return model

        yield make
