"""The JSON schema of a pydantic model, in the subset that strict structured output takes.

Strict modes (OpenAI's, and the grammars of compatible servers) want every property required,
no properties beyond them, `anyOf` for alternatives, nothing beside a `$ref`, an object at the
top, and no bounds, patterns or defaults. Bounds are left out of the schema and still hold:
what comes back is validated by the model itself.
"""

from pydantic import BaseModel, JsonValue

from agent.llm.port import Shape

_KEPT = frozenset({"type", "enum", "description", "$ref"})
_DEFINITIONS = "#/$defs/"

_Schema = dict[str, JsonValue]


def shape_of(kind: type[BaseModel]) -> Shape:
    """The shape of the answers that `kind` validates.

    Raises:
        TypeError: It has a field with a default, which an answer could leave out unseen, or one
            that no strict schema can express: a mapping, a tuple of several kinds, or anything.
    """
    told: _Schema = kind.model_json_schema()
    definitions = _schema(told.get("$defs", {}))
    document = _strict(_referred(told, definitions), definitions, kind.__name__)
    if document.get("type") != "object":
        raise TypeError(f"{kind.__name__} is no object, which a strict schema has at its top.")
    if definitions:
        document["$defs"] = {
            name: _strict(_schema(one), definitions, name) for name, one in definitions.items()
        }
    return Shape(name=kind.__name__, document=document)


def _schema(value: JsonValue) -> _Schema:
    """A part of a schema that is a schema, or holds some by name."""
    return value if isinstance(value, dict) else {}


def _listed(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []


def _referred(schema: _Schema, definitions: _Schema) -> _Schema:
    """What a reference refers to, with what stands beside it; any other schema as it is."""
    if "$ref" not in schema:
        return schema
    meant = _schema(definitions[str(schema["$ref"]).removeprefix(_DEFINITIONS)])
    return {**meant, **{key: value for key, value in schema.items() if key == "description"}}


def _strict(schema: _Schema, definitions: _Schema, place: str) -> _Schema:
    """A schema in strict form, without its definitions."""
    if "description" in schema:
        schema = _referred(schema, definitions)
    strict = {key: value for key, value in schema.items() if key in _KEPT}
    if "const" in schema:
        strict["enum"] = [schema["const"]]
    if alternatives := _listed(schema.get("anyOf", schema.get("oneOf"))):
        strict["anyOf"] = [_strict(_schema(one), definitions, place) for one in alternatives]
    if schema.get("type") == "array":
        strict["items"] = _strict(_schema(schema.get("items")), definitions, f"{place}[]")
    if schema.get("type") == "object":
        strict |= _object(schema, definitions, place)
    if strict.keys() <= {"description"}:
        raise TypeError(f"{place} may be anything, and no strict schema can say so.")
    return strict


def _object(schema: _Schema, definitions: _Schema, place: str) -> _Schema:
    """The fields of an object, all of them required and no others."""
    fields = _schema(schema.get("properties"))
    if not fields:
        raise TypeError(f"{place} has no named fields; a mapping fits no strict schema.")
    required = _listed(schema.get("required"))
    if optional := [name for name in fields if name not in required]:
        raise TypeError(f"{place} has defaults for {', '.join(optional)}; make them nullable.")
    properties: _Schema = {
        name: _strict(_schema(one), definitions, f"{place}.{name}") for name, one in fields.items()
    }
    return {"properties": properties, "required": list(fields), "additionalProperties": False}
