"""What is typed on the command line: files, entities and field values."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast, get_args

from api.cli.errors import UsageError
from plan.fields import holds_many
from plan.thresholds import DEFAULTS
from plan.values import Entity
from tools.exchange.plan_file import PlanFile, read_plan


def plan_file(path: Path) -> PlanFile:
    """The plan file at a path.

    Raises:
        UsageError: It cannot be read.
        UnreadableFileError: It is not in the layout.
    """
    try:
        return read_plan(file_bytes(path).decode())
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8 text; a plan file is YAML in UTF-8.") from None


def file_bytes(path: Path) -> bytes:
    """A file's bytes, one more than the limit at most: too large a file is not loaded.

    Raises:
        UsageError: It cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(DEFAULTS.file_bytes + 1)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None


def entity_named(name: str) -> Entity:
    """The entity of that name.

    Raises:
        UsageError: There is none.
    """
    if name not in get_args(Entity):
        raise UsageError(f"There is no `{name}`; there are {', '.join(get_args(Entity))}.")
    return cast("Entity", name)


def field_values(entity: Entity, pairs: Sequence[str]) -> dict[str, object]:
    """Field values from `field=value` words: nothing after `=` is no value, commas part a list.

    Raises:
        UsageError: A word has no `=`.
    """
    values: dict[str, object] = {}
    for pair in pairs:
        field, equals, text = pair.partition("=")
        if not equals:
            raise UsageError(f"`{pair}` is not of the form field=value.")
        many = holds_many(entity, field)
        parts = [part.strip() for part in text.split(",") if part.strip()]
        values[field] = parts if many else (text or None)
    return values
