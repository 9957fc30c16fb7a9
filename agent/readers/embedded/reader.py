"""The embedded reader: sentences, signals, days, people and links, then each kind of edit."""

from agent.ports import Context, Drafts
from agent.readers.embedded.edits import KINDS
from agent.readers.embedded.material import material
from agent.readers.embedded.merge import merge
from agent.readers.embedded.retractions import standing
from agent.readers.embedded.risks import risks
from memory.base import Embedder


class EmbeddedReader:
    """Reads without a model provider: rules over cues, dates and names, and links by meaning.

    Better nothing than wrong: what is hedged, supposed, asked, long past, another deal's,
    kept as it was or taken back drafts nothing.

    Args:
        embedder: Compares sentences with the plan's items by meaning.
    """

    name = "embedded"
    prompt = ""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def read(self, context: Context) -> Drafts:
        """Draft edits and said risks; automatic replies and calendar notices say nothing."""
        if context.source.notice:
            return Drafts()
        read = material(context, self._embedder)
        claims = standing(read, (claim for kind in KINDS for claim in kind(read)))
        return Drafts(edits=merge(read, claims), risks=risks(read))
