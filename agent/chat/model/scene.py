"""All that one question to the model's chat has around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agent.answers.dossier import Dossier
from agent.chat.model.lines import Lines
from agent.chat.ports import Asked, Library
from agent.readers.model.view.short_ids import ShortIds, numbered
from tools.registry import Scope


@dataclass(frozen=True)
class Scene:
    """One question, and what it may be answered from.

    Attributes:
        workspace: Whose deals they are.
        asked: The question with its thread.
        library: What may be looked up on the user's behalf.
        today: The deal's own day; of all deals the clock's.
        lines: What the tools have returned so far.
        dossier: The deal that is spoken of; None where all are.
        ids: Its short ids.
        deals: All deals, where all are spoken of.
    """

    workspace: str
    asked: Asked
    library: Library
    today: date
    lines: Lines
    dossier: Dossier | None = None
    ids: ShortIds | None = None
    deals: Sequence[Dossier] = ()

    @property
    def scope(self) -> Scope:
        """Whether one deal is spoken of or all of them."""
        return "portfolio" if self.dossier is None else "deal"

    @property
    def dossiers(self) -> Sequence[Dossier]:
        """The deals that are spoken of."""
        return self.deals if self.dossier is None else (self.dossier,)


def scene(workspace: str, asked: Asked, library: Library, today: date) -> Scene:
    """Look up what a question is about.

    Args:
        workspace: Whose deals they are.
        asked: The question.
        library: What may be looked up.
        today: The clock's day, for questions about all deals.

    Raises:
        NotFoundError: There is no such deal.
    """
    lines = Lines(workspace, library.quoted)
    if library.deal is None:
        deals = library.portfolio()
        return Scene(workspace, asked, library, today, lines, deals=deals)
    dossier = library.dossier(library.deal)
    ids = numbered(dossier.plan, dossier.proposals)
    return Scene(workspace, asked, library, dossier.today, lines, dossier, ids)
