"""Words of the sales desk, which no buyer may read."""

from collections.abc import Iterator
from typing import get_args

from agent.writers.model.brief import Brief
from agent.writers.model.checks.fault import Fault
from agent.writers.model.checks.phrases import INSIDE
from agent.writers.model.folding import run, without
from plan.values import Intent, RiskKind

_KINDS = (*get_args(RiskKind), *get_args(Intent))
_PLAIN = frozenset({"send material", "schedule meeting", "confirm date"})
"""Intents whose names are everyday words."""

WORDS = frozenset({*INSIDE, *(kind.replace("_", " ") for kind in _KINDS)}) - _PLAIN


def inside(text: str, about: Brief) -> Iterator[Fault]:
    """Kinds of risks, names of roles and intents, and the desk's own words."""
    said = run(without(text, about.names))
    for phrase in sorted(WORDS):
        if f" {phrase} " in said or f" {phrase}s " in said:
            yield Fault("it holds a word that is for colleagues only", phrase)
