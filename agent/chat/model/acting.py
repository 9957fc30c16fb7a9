"""A tool that takes its arguments as a model sends them, whatever their names are."""

from collections.abc import Callable

from langchain_core.tools import BaseTool
from pydantic import JsonValue

Arguments = dict[str, JsonValue]
Act = Callable[[Arguments], str]


class Acting(BaseTool):
    """A tool whose arguments are handed on as one, since a model may call one of them `self`.

    Attributes:
        act: Does what the tool is for, and checks what it gets.
    """

    act: Act

    # The library's type knows single strings only; here all arguments are the one.
    def _to_args_and_kwargs(  # type: ignore[override]
        self,
        tool_input: str | dict[str, JsonValue],
        tool_call_id: str | None,  # noqa: ARG002 - the library's own signature
    ) -> tuple[tuple[Arguments], dict[str, JsonValue]]:
        return (dict(tool_input) if isinstance(tool_input, dict) else {},), {}

    def _run(self, told: Arguments) -> str:
        return self.act(told)
