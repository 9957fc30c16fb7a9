"""The embedded reader: sentences, signals, days, people and links, then each kind of edit."""

from collections.abc import Sequence
from dataclasses import replace

from agent.ports import Context, Drafts
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.edits import KINDS
from agent.readers.embedded.labels import swapped
from agent.readers.embedded.material import material
from agent.readers.embedded.merge import merge
from agent.readers.embedded.retractions import standing
from agent.readers.embedded.risks import risks
from memory.base import Embedder

SWAPPED = (
    "The speakers' names in this transcript seem to be swapped, so nobody is named as the owner."
)


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
        if swapped(read):
            claims = _unowned(claims)
        return Drafts(edits=merge(read, claims), risks=risks(read))


def _unowned(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without their owners, each with a warning that says why."""
    left = ({k: v for k, v in claim.set.items() if k != "owner"} for claim in claims)
    return [
        replace(claim, set=values, warnings=(*claim.warnings, SWAPPED))
        for claim, values in zip(claims, left, strict=True)
    ]
