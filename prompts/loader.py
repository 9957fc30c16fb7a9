"""Prompts are files: versioned, with declared variables, and known by the hash of their text."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, StrictUndefined, TemplateError, meta

FOLDER = Path(__file__).parent
Versions = Mapping[str, str]
"""Versions by the prompts' names, in place of the active ones."""

_DIGITS = 12
_VERSION = re.compile(r"v[0-9]+")
_FENCE = "+++\n"
_SYSTEM, _USER = "# system\n", "\n# user\n"
# What is filled in is text for a model, not markup; an undefined variable is an error.
_JINJA = Environment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)  # noqa: S701 - no HTML


class PromptError(Exception):
    """A prompt file or its variables are not as declared; the message says where."""


class Rendered(NamedTuple):
    """A prompt filled in: what is sent, and which prompt it came from."""

    id: str
    system: str
    user: str


@dataclass(frozen=True)
class Prompt:
    """One version of a prompt.

    Attributes:
        name: What it is for, such as `read`.
        version: `v` and a number.
        hash: The first 12 hex digits of the file's sha256.
        variables: The variables it must be given, all of them.
        notes: Why it is as it is.
        changes: What changed against the version before.
        system: The part that never changes from call to call, sent as it stands and first, so
            that providers cache it.
        user: The part with the variables.
    """

    name: str
    version: str
    hash: str
    variables: tuple[str, ...]
    notes: str
    changes: str
    system: str
    user: str

    @property
    def id(self) -> str:
        """Name, version and hash, as kept with everything the prompt caused."""
        return f"{self.name}/{self.version}#{self.hash}"

    def render(self, values: Mapping[str, str]) -> Rendered:
        """Fill in the variables.

        Raises:
            PromptError: A declared variable is missing, or another is given.
        """
        if set(values) != set(self.variables):
            wanted, given = ", ".join(self.variables), ", ".join(sorted(values))
            raise PromptError(f"{self.id} takes {wanted}; it was given {given}.")
        return Rendered(self.id, self.system, _JINJA.from_string(self.user).render(values))


def load(name: str, version: str | None = None) -> Prompt:
    """A prompt, in the version given or the active one.

    Raises:
        PromptError: There is none, or its file is not in the form.
    """
    if name not in active():
        raise PromptError(f"There is no prompt `{name}`; there are {', '.join(active())}.")
    chosen, there = version or active()[name], versions(name)
    if chosen not in there:
        known = ", ".join(there)
        raise PromptError(f"There is no version {chosen} of `{name}`; there are {known or 'none'}.")
    return _read(FOLDER / name / f"{chosen}.md")


def versions(name: str) -> Sequence[str]:
    """The versions of a prompt, oldest first; a file with another name is none."""
    found = (path.stem for path in (FOLDER / name).glob("v*.md"))
    return sorted(filter(_VERSION.fullmatch, found), key=lambda version: int(version[1:]))


@cache
def active() -> Mapping[str, str]:
    """Every prompt's active version, by the prompt's name."""
    with (FOLDER / "active.toml").open("rb") as file:
        return {str(name): str(version) for name, version in tomllib.load(file).items()}


@cache
def _read(path: Path) -> Prompt:
    try:
        text = path.read_text(encoding="utf-8")
        told, system, user = _parts(text)
        prompt = Prompt(
            name=path.parent.name,
            version=path.stem,
            hash=sha256(text.encode()).hexdigest()[:_DIGITS],
            variables=tuple(told["variables"]),
            notes=told.get("notes", ""),
            changes=told.get("changes", ""),
            system=system.strip() + "\n",
            user=user.strip() + "\n",
        )
    except (OSError, ValueError, LookupError) as error:
        raise PromptError(f"{path} is no prompt: {error}") from None
    return _checked(prompt)


def _parts(text: str) -> tuple[dict[str, Any], str, str]:
    """The front matter and the two parts, each heading at the start of its line.

    Raises:
        ValueError: The file is not in that form.
    """
    before, front, body = text.split(_FENCE, 2)
    system, user = body.split(_USER, 1)
    if before or not system.startswith(_SYSTEM):
        raise ValueError("it begins with front matter between +++ lines, then `# system`")
    return tomllib.loads(front), system.removeprefix(_SYSTEM), user


def _checked(prompt: Prompt) -> Prompt:
    """A prompt whose user part takes the variables that it declares."""
    try:
        used = meta.find_undeclared_variables(_JINJA.parse(prompt.user))
    except TemplateError as error:
        raise PromptError(f"{prompt.id} is no template: {error}") from None
    if used != set(prompt.variables):
        raise PromptError(f"{prompt.id} declares {prompt.variables} and uses {sorted(used)}.")
    return prompt
