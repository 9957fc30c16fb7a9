"""The form of a computed answer, as the registry of them lists it."""

from collections.abc import Callable
from dataclasses import dataclass

from agent.answers.answer import Answer
from agent.answers.dossier import About, Dossier

Compute = Callable[[Dossier, About], Answer]


@dataclass(frozen=True)
class Computed:
    """One computed answer.

    Attributes:
        name: What it is called by, such as `blockers`.
        compute: The function.
        tells: One sentence that says which questions it answers; a model chooses by it.
        takes: The fields of `About` that it heeds.
    """

    name: str
    compute: Compute
    tells: str
    takes: tuple[str, ...] = ()
