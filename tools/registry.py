"""What a model may call, all of it: a tool that is not listed here does not exist for a model.

Workspace, deal and user are no arguments of any tool: they come from whoever asked.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple, Protocol, TypeVar

Scope = Literal["deal", "portfolio"]
"""Whether a question is about one deal or about all deals of the workspace."""

Access = Literal["read", "write"]


class Grant(NamedTuple):
    """One tool that a model may call.

    Attributes:
        tool: The tool's name.
        scope: In which questions.
        access: `write` where something is kept; all that a model may keep is a proposal, which
            waits for a person.
    """

    tool: str
    scope: Scope
    access: Access = "read"


class Named(Protocol):
    """A tool of any make."""

    @property
    def name(self) -> str:
        """By which a model calls it."""


Tool = TypeVar("Tool", bound=Named)

GRANTS: tuple[Grant, ...] = (
    Grant("blockers", "deal"),
    Grant("critical_path", "deal"),
    Grant("next_steps", "deal"),
    Grant("at_risk", "deal"),
    Grant("changes", "deal"),
    Grant("due", "deal"),
    Grant("amounts", "deal"),
    Grant("roles", "deal"),
    Grant("person", "deal"),
    Grant("silence", "deal"),
    Grant("promises", "deal"),
    Grant("outcomes", "deal"),
    Grant("approvals", "deal"),
    Grant("search_sources", "deal"),
    Grant("search_plan", "deal"),
    Grant("propose_edit", "deal", "write"),
    Grant("slipping", "portfolio"),
    Grant("stepless", "portfolio"),
    Grant("overdue", "portfolio"),
    Grant("closing", "portfolio"),
    Grant("whereabouts", "portfolio"),
    Grant("risky", "portfolio"),
    Grant("totals", "portfolio"),
)


def granted(tools: Iterable[Tool], scope: Scope) -> list[Tool]:
    """Those of some tools that a model may call in a question of that scope."""
    names = {one.tool for one in GRANTS if one.scope == scope}
    return [one for one in tools if one.name in names]
