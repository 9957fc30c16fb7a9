"""A tagger that hears nothing: the reader by rules alone, for comparison."""

import numpy as np

from agent.readers.embedded.linking.features import Rows
from agent.readers.embedded.tagging.tagger import Spoken
from agent.readers.embedded.tagging.tags import TAGS


class SilentTagger:
    """Gives every tag no likelihood."""

    def tags(self, spoken: Spoken) -> Rows:
        """Noughts, shape (sentences, tags)."""
        return np.zeros((len(spoken.sentences), len(TAGS)), np.float32)
