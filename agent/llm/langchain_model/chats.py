"""LangChain's chat model for a name, made so that nothing but the provider is talked to."""

import os
import warnings
from typing import Any, NamedTuple

import httpx2
from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel
from openai import DefaultHttpxClient, OpenAIError
from pydantic import ValidationError

from agent.llm.errors import ModelSettingError

_OPENAI = "openai"
_KEY, _PROXY = "OPENAI_API_KEY", "OPENAI_PROXY"
_ADDRESSES = ("OPENAI_BASE_URL", "OPENAI_API_BASE")
_NO_KEY = "none"
"""What a compatible server gets that wants no key; the client sends no request without one."""

_OFF = frozenset({"", "0", "no", "false"})
_UNWANTED = {
    "LANGSMITH_GATEWAY": "which sends every question to LangSmith's gateway, not to the provider; "
    "unset it, or name the gateway's address in OPENAI_BASE_URL",
    "LANGCHAIN_TRACING": "with which LangChain does not work any more; unset it",
    "LANGCHAIN_HANDLER": "with which LangChain does not work any more; unset it",
}

_NOISE = (
    "This model does not support OpenAI's structured output",
    "Invalid schema for OpenAI's structured output",
    "Pydantic serializer warnings",
    "Unrecognized structured output method",
)
"""Warnings beside failures, which are told as errors and in words for people."""


class Chat(NamedTuple):
    """A chat model, and its connections where they are ours to close."""

    model: BaseChatModel
    client: httpx2.Client | None


def chat_for(name: str, timeout: float) -> Chat:
    """The chat model of a name.

    Args:
        name: `<provider>:<name>`.
        timeout: Seconds without a byte after which a request is given up.

    Raises:
        ModelSettingError: The provider is not known, its package is missing, or its key is.
    """
    _refuse_variables()
    for message in _NOISE:
        warnings.filterwarnings("ignore", message=message, category=UserWarning)
    provider, _, model = name.partition(":")
    if not provider or not model:
        raise ModelSettingError(
            f"TANDEM_MODEL is `{name}`; it has the form <provider>:<name>, as openai:gpt-5-mini."
        )
    client = _client(timeout) if provider == _OPENAI else None
    chat = _made(name, provider, model, timeout, client)
    return Chat(_fitting(chat), client)


def without_temperature(chat: BaseChatModel) -> BaseChatModel:
    """The same model at its own temperature."""
    return chat.model_copy(update={"temperature": None})


def secrets_of(chat: BaseChatModel) -> tuple[str, ...]:
    """The keys that must not be told; read when needed, so that no object of ours holds them."""
    return tuple(filter(None, map(os.environ.get, chat.lc_secrets.values())))


def _refuse_variables() -> None:
    """Refuse what LangChain heeds in the environment and would not do for us."""
    for variable, told in _UNWANTED.items():
        if os.environ.get(variable, "").lower() not in _OFF:
            raise ModelSettingError(f"{variable} is set, {told}.")


def _client(timeout: float) -> httpx2.Client:
    """Connections of our own: LangChain's are shared by the process and never closed."""
    return DefaultHttpxClient(timeout=timeout, proxy=os.environ.get(_PROXY) or None)


def _made(
    name: str, provider: str, model: str, timeout: float, client: httpx2.Client | None
) -> BaseChatModel:
    settings = _openai_settings(client) if client else {}
    try:
        chat: BaseChatModel = init_chat_model(
            model,
            model_provider=provider,
            temperature=0,
            timeout=timeout,
            max_retries=0,
            disable_streaming=True,
            cache=False,
            **settings,
        )
    except ImportError as error:
        raise ModelSettingError(f"{name} cannot be used yet: {error}.") from None
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)
        told = "; ".join(one["msg"] for one in found)
        raise ModelSettingError(f"{name} cannot be set up: {told}.") from None
    except (OpenAIError, ValueError) as error:
        told = str(error).partition("\n")[0].rstrip(".")
        raise ModelSettingError(f"{name} cannot be set up: {told}.") from None
    return chat


def _openai_settings(client: httpx2.Client) -> dict[str, Any]:
    """What only OpenAI's client takes; its variables it reads itself, but for a missing key."""
    settings = {"http_client": client, "http_socket_options": (), "openai_proxy": None}
    if os.environ.get(_KEY):
        return settings
    if not any(map(os.environ.get, _ADDRESSES)):
        raise ModelSettingError(
            "There is no key for openai. Set OPENAI_API_KEY; for a server of your own that needs "
            "none, set OPENAI_BASE_URL to its address."
        )
    return {**settings, "api_key": _NO_KEY}


def _fitting(chat: BaseChatModel) -> BaseChatModel:
    """Reasoning models have a temperature of their own, and refuse another."""
    fixed = (chat.profile or {}).get("temperature") is False
    return without_temperature(chat) if fixed else chat
