"""The arguments that tools take from a model: names, short ids and days, as plain strings."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from plan.models import Item, Outcome, Stakeholder
from plan.values import Entity, Role, Side

_FEW = 10
_LONG = 400
_Name = Annotated[str, Field(max_length=_LONG)]


class Called(BaseModel):
    """What a computed answer may be asked about; each tool takes some of it."""

    model_config = ConfigDict(extra="forbid")

    people: Annotated[list[_Name], Field(max_length=_FEW)] = Field(
        default=[], description="Names or short ids (p1) of people."
    )
    items: Annotated[list[_Name], Field(max_length=_FEW)] = Field(
        default=[],
        description="Titles or short ids (m1, a1, o1) of milestones, actions and outcomes; `deal` "
        "for the deal itself and its close.",
    )
    roles: Annotated[list[Role], Field(max_length=_FEW)] = Field(
        default=[], description="Roles asked after."
    )
    side: Side | None = Field(
        default=None, description="The side asked after: `we` is the seller, `they` the buyer."
    )
    since: _Name = Field(default="", description="The first day asked after: 2026-03-20.")
    until: _Name = Field(default="", description="The last day asked after: 2026-03-20.")
    text: str = Field(
        default="",
        max_length=_LONG,
        description="The question in words that stand alone, names in place of `it` and `she`.",
    )


class Query(BaseModel):
    """What a search looks for."""

    model_config = ConfigDict(extra="forbid")

    query: str = Field(
        min_length=1, max_length=_LONG, description="A few words to look for, as people say them."
    )


class Change(BaseModel):
    """What a user asks to change."""

    model_config = ConfigDict(extra="forbid")

    entity: Entity = Field(description="What kind of thing changes.")
    id: _Name = Field(
        description="Its short id or title; empty for a new one, and for the deal and the plan."
    )
    set: dict[str, JsonValue] = Field(
        description="The fields that change with their new values: days as 2026-03-20, people and "
        "things by short id or name, values of closed lists as the plan writes them."
    )
    why: str = Field(
        min_length=1,
        max_length=_LONG,
        description="The words of the user's own question that ask for it, copied exactly.",
    )


def schema_of(form: type[BaseModel], takes: Sequence[str] | None = None) -> dict[str, JsonValue]:
    """The JSON schema of a tool's arguments.

    Args:
        form: All that such tools take.
        takes: The fields that this one takes; None for all.
    """
    whole = form.model_json_schema()
    fields = whole["properties"]
    kept = {name: told for name, told in fields.items() if takes is None or name in takes}
    return {**whole, "title": form.__name__, "properties": kept}


def title_of(item: Item) -> str:
    """What people call a thing."""
    if isinstance(item, Stakeholder):
        return item.name
    return item.metric if isinstance(item, Outcome) else item.title
