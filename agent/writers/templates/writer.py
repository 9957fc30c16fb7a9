"""The writer that needs no model: short drafts in the thread's language, of facts and quotes."""

from collections.abc import Sequence
from types import MappingProxyType

from agent.ports import Context, Drafted
from agent.writers.model.brief import Brief, brief
from agent.writers.model.heard import to_software
from agent.writers.templates.english import ENGLISH
from agent.writers.templates.french import FRENCH
from agent.writers.templates.german import GERMAN
from agent.writers.templates.matter import matter
from agent.writers.templates.piece import Piece
from agent.writers.templates.tongue import Tongue
from plan.observations import NextAction

TONGUES = MappingProxyType({one.name: one for one in (ENGLISH, GERMAN, FRENCH)})
"""The languages that there are templates for; a thread in another gets English and a warning."""


class TemplateWriter:
    """Words every intent the same way; says nothing that is not in the plan or was not said."""

    def draft(self, action: NextAction, context: Context) -> Drafted:
        """A message, an agenda or a task, by the action's kind, with one question."""
        return self._draft(action, context, to_software(context.source))

    def drafts(self, actions: Sequence[NextAction], context: Context) -> tuple[Drafted, ...]:
        """One text each."""
        without = to_software(context.source) if actions else frozenset()
        return tuple(self._draft(one, context, without) for one in actions)

    @staticmethod
    def _draft(action: NextAction, context: Context, without: frozenset[int]) -> Drafted:
        about = brief(action, context, without)
        tongue = TONGUES.get(about.language or "", ENGLISH)
        deal = context.plan.deal
        piece = Piece(
            action=action,
            about=about,
            matter=matter(action, context, about),
            tongue=tongue,
            deal=deal.name,
            seller=deal.seller,
            kind=context.source.kind,
        )
        return Drafted(
            text=piece.text(),
            subject=piece.subject(),
            by="templates",
            warnings=_warnings(about, tongue),
        )


def _warnings(about: Brief, tongue: Tongue) -> tuple[str, ...]:
    if about.language in {None, tongue.name}:
        return ()
    return (f"It is in {tongue.name}, while the thread is in {about.language}.",)
