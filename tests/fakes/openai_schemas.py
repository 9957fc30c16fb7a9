"""What strict structured output of OpenAI takes for a schema, by its published rules."""

from collections.abc import Iterator

from pydantic import JsonValue

_KNOWN = frozenset(
    {
        *("type", "enum", "const", "description", "anyOf", "items", "$ref", "$defs"),
        *("properties", "required", "additionalProperties", "title"),
    }
)


def schema_fault(schema: JsonValue) -> str | None:
    """The first thing in a schema that a strict mode refuses; None where there is none."""
    if not isinstance(schema, dict) or schema.get("type") != "object":
        return "schema must be a JSON Schema of 'type: \"object\"'"
    return next(_faults(schema, "()"), None)


def _faults(schema: JsonValue, context: str) -> Iterator[str]:
    if not isinstance(schema, dict):
        yield f"In context={context}, a schema is an object."
        return
    if unknown := schema.keys() - _KNOWN:
        yield f"In context={context}, {sorted(unknown)} is not permitted."
    if "$ref" in schema and len(schema) > 1:
        yield f"In context={context}, $ref cannot have keywords beside it."
    if not schema.keys() & {"type", "anyOf", "$ref", "enum", "const"}:
        yield f"In context={context}, schema must have a 'type' key."
    if schema.get("type") == "object":
        yield from _object_faults(schema, context)
    if schema.get("type") == "array" and "items" not in schema:
        yield f"In context={context}, array schema missing items."
    for place, part in _parts(schema):
        yield from _faults(part, f"{context}.{place}")


def _object_faults(schema: dict[str, JsonValue], context: str) -> Iterator[str]:
    properties, required = schema.get("properties"), schema.get("required")
    if schema.get("additionalProperties") is not False:
        yield f"In context={context}, 'additionalProperties' is required to be false."
    if not isinstance(properties, dict) or not isinstance(required, list):
        yield f"In context={context}, 'properties' and 'required' are required."
    elif list(properties) != required:
        yield f"In context={context}, 'required' must include every key in properties."


def _parts(schema: dict[str, JsonValue]) -> Iterator[tuple[str, JsonValue]]:
    for key in ("properties", "$defs"):
        named = schema.get(key)
        yield from named.items() if isinstance(named, dict) else ()
    several = schema.get("anyOf")
    for place, one in enumerate(several if isinstance(several, list) else ()):
        yield str(place), one
    if "items" in schema:
        yield "items", schema["items"]
