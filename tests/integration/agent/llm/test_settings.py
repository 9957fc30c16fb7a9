from datetime import UTC, datetime

import pytest

from agent.llm.errors import ModelSettingError
from agent.llm.langchain_model import LangChainModel
from agent.llm.port import Ask
from tests.fakes.openai_replies import Says
from tests.fakes.openai_server import OpenAIServer

ASK = Ask(workspace="w", source=None, prompt="p", system="Rules.", user="Matter.")


def model(name: str = "openai:gpt-fake") -> LangChainModel:
    return LangChainModel(name, lambda: datetime(2026, 3, 2, tzinfo=UTC), timeout=5)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gpt-5-mini", r"^TANDEM_MODEL is `gpt-5-mini`; it has the form <provider>:<name>"),
        ("openai:", "it has the form"),
        (":gpt-5-mini", "it has the form"),
        ("nobody:gpt-5-mini", r"^nobody:gpt-5-mini cannot be set up: Unsupported provider"),
        ("anthropic:claude-x", r"requires the langchain-anthropic package.*pip install"),
        ("openai:gpt-5-mini", r"^There is no key for openai\. Set OPENAI_API_KEY"),
    ],
)
@pytest.mark.usefixtures("environment")
def test_a_setting_that_cannot_be_used_says_what_to_mend(name: str, told: str) -> None:
    with pytest.raises(ModelSettingError, match=told) as raised:
        model(name)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("variable", ["OPENAI_BASE_URL", "OPENAI_API_BASE"])
def test_a_server_of_ones_own_needs_no_key(environment: pytest.MonkeyPatch, variable: str) -> None:
    with OpenAIServer([Says("Yes.")], key="none") as server:
        environment.setenv(variable, server.url)
        mine = model()
        assert mine.ask(ASK).text == "Yes."
        mine.close()


@pytest.mark.parametrize("variable", ["LANGSMITH_GATEWAY", "LANGCHAIN_TRACING"])
def test_variables_that_would_redirect_or_break_langchain_are_refused(
    environment: pytest.MonkeyPatch, variable: str
) -> None:
    environment.setenv("OPENAI_API_KEY", "sk-key")
    environment.setenv(variable, "true")
    with pytest.raises(ModelSettingError, match=f"^{variable} is set, "):
        model()
    environment.setenv(variable, "false")
    model().close()


def test_a_proxy_of_openais_is_no_setting_to_refuse(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("OPENAI_API_KEY", "sk-key")
    environment.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    environment.setenv("OPENAI_PROXY", "http://127.0.0.1:9")
    model().close()
