"""A case's YAML files with the line of every place in them, so that faults can be told exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from evals.cases.faults import BrokenCaseError, Fault
from tools.exchange.errors import UnreadableFileError
from tools.exchange.safe_yaml import load

T = TypeVar("T")
Place = Sequence[str | int]


@dataclass(frozen=True)
class Document:
    """A YAML file: what it holds, and where."""

    path: Path
    content: object
    root: yaml.Node | None

    def fault(self, place: Place, message: str) -> Fault:
        """What is wrong at a place, such as `("edits", 2, "quote")`."""
        return Fault(self.path, self._line(place), message)

    def _line(self, place: Place) -> int:
        """The line of the deepest part of a place that the file has."""
        node = self.root
        line = 1
        for part in place:
            found = _inside(node, part)
            if found is None:
                break
            line, node = found
        return line


def _inside(node: yaml.Node | None, part: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        value = node.value[part]
        return value.start_mark.line + 1, value
    return None


def read_document(path: Path) -> Document:
    """The YAML file at a path.

    Raises:
        BrokenCaseError: It cannot be read or is no YAML that is read here.
    """
    try:
        text = path.read_text(encoding="utf-8")
        content = load(text)
    except OSError as error:
        raise BrokenCaseError([Fault(path, 1, f"It cannot be read: {error.strerror}.")]) from None
    except UnicodeDecodeError:
        raise BrokenCaseError([Fault(path, 1, "It is not UTF-8 text.")]) from None
    except UnreadableFileError as error:
        raise BrokenCaseError([Fault(path, error.line or 1, str(error))]) from None
    return Document(path, content, yaml.compose(text, Loader=yaml.SafeLoader))


def as_kind(document: Document, kind: TypeAdapter[T]) -> T:
    """What a document holds, as the kind of data it should be.

    Raises:
        BrokenCaseError: It is not; each place is told with its line.
    """
    try:
        return kind.validate_python(document.content)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False)
        told = (_told(one["loc"], one["msg"]) for one in problems)
        faults = [document.fault(place, message) for place, message in told]
        raise BrokenCaseError(list(dict.fromkeys(faults))) from None


def _told(place: tuple[str | int, ...], message: str) -> tuple[tuple[str | int, ...], str]:
    name = ".".join(str(part) for part in place) or "the file"
    return place, f"{name}: {message.removeprefix('Value error, ')}"
