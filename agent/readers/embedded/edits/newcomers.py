"""Newcomers: people whom a source introduces become stakeholders."""

from collections.abc import Iterator

from pydantic import JsonValue

from agent.readers.embedded.claims import Claim
from agent.readers.embedded.material import Material
from agent.readers.embedded.newcomers import Newcomer

CONFIDENCE = 0.7


def read(material: Material) -> Iterator[Claim]:
    """Add each of them with what is said of them."""
    for new in material.newcomers:
        who = f"{new.member.name}, {new.member.title}," if new.member.title else new.member.name
        why = f"{who} is introduced by full name."
        values = _values(new)
        yield Claim("add", "stakeholder", new.member.key, values, new.evidence, CONFIDENCE, why)


def _values(new: Newcomer) -> dict[str, JsonValue]:
    values: dict[str, JsonValue] = {"name": new.member.name, "side": new.member.side}
    if new.member.title:
        values["title"] = new.member.title
    if new.roles:
        values["roles"] = list(new.roles)
    if new.email:
        values["email"] = new.email
    return values
