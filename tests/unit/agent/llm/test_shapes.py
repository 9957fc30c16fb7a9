from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field, JsonValue, RootModel

from agent.llm.shapes import shape_of
from tests.fakes.openai_schemas import schema_fault


class Call(BaseModel):
    kind: Literal["call"]
    minutes: Annotated[int, Field(ge=1, le=90, description="How long.")]


class Mail(BaseModel):
    """A mail."""

    kind: Literal["mail"]
    day: date | None


class Found(BaseModel):
    first: Annotated[Call | Mail, Field(discriminator="kind")]
    others: list[Mail]
    told: Annotated[Mail, Field(description="The one that was told.")]
    words: tuple[Annotated[str, Field(max_length=9)], ...]
    amount: Decimal
    sure: bool


class Node(BaseModel):
    name: str
    parts: list["Node"]


CALL: dict[str, JsonValue] = {
    "type": "object",
    "properties": {
        "kind": {"type": "string", "enum": ["call"]},
        "minutes": {"type": "integer", "description": "How long."},
    },
    "required": ["kind", "minutes"],
    "additionalProperties": False,
}


def test_a_flat_model_loses_its_bounds_and_requires_all_fields() -> None:
    assert shape_of(Call).name == "Call"
    assert shape_of(Call).document == CALL


def test_alternatives_references_and_lists_stay() -> None:
    document = shape_of(Found).document
    properties, definitions = document["properties"], document["$defs"]
    assert isinstance(properties, dict)
    assert isinstance(definitions, dict)
    assert properties["first"] == {"anyOf": [{"$ref": "#/$defs/Call"}, {"$ref": "#/$defs/Mail"}]}
    assert properties["others"] == {"type": "array", "items": {"$ref": "#/$defs/Mail"}}
    assert properties["words"] == {"type": "array", "items": {"type": "string"}}
    assert properties["amount"] == {"anyOf": [{"type": "number"}, {"type": "string"}]}
    assert definitions["Call"] == CALL


def test_nothing_stands_beside_a_reference() -> None:
    properties = shape_of(Found).document["properties"]
    assert isinstance(properties, dict)
    told = properties["told"]
    assert isinstance(told, dict)
    assert told["description"] == "The one that was told."
    assert "$ref" not in told
    assert told["required"] == ["kind", "day"]


@pytest.mark.parametrize("kind", [Call, Mail, Found, Node])
def test_openai_takes_the_schema(kind: type[BaseModel]) -> None:
    assert schema_fault(shape_of(kind).document) is None


def test_a_model_may_hold_itself() -> None:
    document = shape_of(Node).document
    assert document["type"] == "object"
    assert isinstance(document["$defs"], dict)


class Defaults(BaseModel):
    found: list[Call] = []
    more: Annotated[list[Call], Field(default_factory=list)]
    sure: bool


class Inside(BaseModel):
    inside: list[Defaults]


class Mapped(BaseModel):
    values: dict[str, int]


class Open(BaseModel):
    value: JsonValue


class Mixed(BaseModel):
    pair: tuple[int, str]


class Bare(BaseModel):
    things: list[object]


class Listed(RootModel[list[int]]):
    pass


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (Defaults, "^Defaults has defaults for found, more"),
        (Inside, "^Defaults has defaults"),
        (Mapped, r"^Mapped\.values has no named fields"),
        (Open, r"^Open\.value may be anything|^JsonValue may be anything"),
        (Mixed, r"^Mixed\.pair\[\] may be anything"),
        (Bare, r"^Bare\.things\[\] may be anything"),
        (Listed, "^Listed is no object"),
    ],
)
def test_what_strict_modes_cannot_say_is_refused_when_written(
    kind: type[BaseModel], told: str
) -> None:
    with pytest.raises(TypeError, match=told):
        shape_of(kind)
