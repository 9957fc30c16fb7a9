"""The embedded reader: sentences, signals, days, people and links, then candidates and a choice."""

from collections.abc import Iterator

from agent.ports import Context, Drafts
from agent.readers.embedded.candidates.choosing import chosen
from agent.readers.embedded.candidates.explaining import explained
from agent.readers.embedded.candidates.features import rows
from agent.readers.embedded.candidates.gather import gather
from agent.readers.embedded.candidates.scorer import Scorer, TrainedScorer
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.material import Material, material
from agent.readers.embedded.merge import merge
from agent.readers.embedded.risks import risks
from agent.readers.embedded.signing import with_close
from agent.readers.embedded.tagging.network import NetworkTagger
from agent.readers.embedded.tagging.tagger import Tagger
from memory.base import Embedder


class EmbeddedReader:
    """Reads without a model provider: two small trained networks, and rules for values.

    A tagger hears what each sentence does; rules work out days, people and figures and link
    sentences with the plan's items; a scorer tells how likely each candidate is right, and
    only what `candidates.choosing` holds likely enough is proposed.

    Args:
        embedder: Compares sentences with the plan's items by meaning.
        tagger: Hears the sentences; the trained one without.
        scorer: Weighs the candidates; the trained one without.
    """

    name = "embedded"
    prompt = ""

    def __init__(
        self, embedder: Embedder, tagger: Tagger | None = None, scorer: Scorer | None = None
    ) -> None:
        self._embedder = embedder
        self._tagger = tagger or NetworkTagger()
        self._scorer = scorer or TrainedScorer()

    def read(self, context: Context) -> Drafts:
        """Draft edits and said risks; automatic replies and calendar notices say nothing.

        Raises:
            WeightsError: A network's file is missing or altered.
        """
        if context.source.notice:
            return Drafts()
        read = material(context, self._embedder, self._tagger)
        claims = with_close(read, self._claims(read))
        return Drafts(edits=merge(read, claims), risks=risks(read))

    def _claims(self, read: Material) -> Iterator[Claim]:
        """What is likely right, each as sure as the scorer says."""
        found = gather(read)
        likely = self._scorer.sureness(rows(read, found)).tolist() if found else []
        for at in chosen(found, likely):
            yield explained(read, found[at], likely[at])
