"""Markup, places left to be filled in, and links: what no plain message holds."""

import re
from collections.abc import Iterator

from agent.writers.model.brief import Brief
from agent.writers.model.checks.fault import Fault
from agent.writers.model.checks.phrases import PLACEHOLDERS
from agent.writers.model.folding import run, without

_MARKS = re.compile(r"[<>\[\]{}|`~^_*#=\\]")
"""Characters of markup, of templates and of places to fill in, which plain mail does without."""
_ENTITY = re.compile(r"&#?[a-z0-9]{1,10};", re.IGNORECASE)
_LINKED = re.compile(
    r"://|\bwww\b|@|\b(?:mailto|javascript|data|tel|file|vbscript):", re.IGNORECASE
)
_HOST = re.compile(r"[^\W_]{2,}[.][^\W\d_]{2,}")
"""Two words with a dot between them and no blank."""


def marks(text: str, about: Brief) -> Iterator[Fault]:
    """Characters and entities of markup and templates."""
    rest = without(text, about.names)
    for found in (*_MARKS.finditer(rest), *_ENTITY.finditer(rest)):
        yield Fault("it holds markup or a place to be filled in", found.group())


def placeholders(text: str, about: Brief) -> Iterator[Fault]:
    """Words that stand for what the writer did not know."""
    said = run(without(text, about.names))
    for phrase in PLACEHOLDERS:
        if f" {phrase} " in said:
            yield Fault("it leaves something to be filled in", phrase)


def links(text: str, about: Brief) -> Iterator[Fault]:
    """Addresses of any kind."""
    rest = without(text, about.names)
    for found in (*_LINKED.finditer(rest), *_HOST.finditer(rest)):
        yield Fault("it holds a link or an address", found.group())
