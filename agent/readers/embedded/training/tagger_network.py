"""The tagger's network: the encoder, a mean over each sentence, the cues, and a head."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from agent.readers.embedded.tagging.cues import WIDTH as CUES
from agent.readers.embedded.tagging.network import feed
from agent.readers.embedded.tagging.tags import TAGS
from agent.readers.embedded.training.encoder import LAYERS, WIDTH, Encoder, mask_of
from agent.readers.embedded.training.examples import Example
from agent.readers.embedded.training.settings import Settings

CUE_WIDTH, HEAD_WIDTH, DROPOUT = 128, 256, 0.15
RARE = -3.5
"""Where the head begins: hardly any sentence bears a tag."""


class TaggerNetwork(nn.Module):
    """Windows in, a logit for every sentence and tag out."""

    def __init__(self, encoder: Encoder, settings: Settings) -> None:
        super().__init__()
        self.encoder = encoder
        self.frozen = settings.frozen
        self.drop = nn.Dropout(settings.dropout)
        self.cues = nn.Linear(CUES, CUE_WIDTH)
        self.head = nn.Sequential(
            nn.Dropout(DROPOUT),
            nn.Linear(2 * WIDTH + CUE_WIDTH, HEAD_WIDTH),
            nn.GELU(),
            nn.Dropout(DROPOUT),
            nn.Linear(HEAD_WIDTH, len(TAGS)),
        )
        nn.init.constant_(self.head[-1].bias, RARE)

    def below(self, example: Example) -> Tensor:
        """What the frozen layers make of a window, shape (tokens, WIDTH); never learned."""
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            x = self.encoder.begin(torch.tensor([example.window.tokens]))
            return self.encoder.run(x, None, range(self.frozen))[0].to(torch.bfloat16)

    def forward(self, batch: Sequence[Example], below: Sequence[Tensor]) -> Tensor:
        """Logits of all sentences of some windows, shape (sentences, tags)."""
        lengths = [len(one.window.tokens) for one in batch]
        x = torch.zeros(len(batch), max(lengths), WIDTH, dtype=torch.bfloat16)
        for row, (vectors, length) in enumerate(zip(below, lengths, strict=True)):
            x[row, :length] = vectors
        with torch.autocast("cpu", torch.bfloat16):
            x = self.encoder.run(x, mask_of(lengths), range(self.frozen, LAYERS))
        parts = [self._said(one, x[row].float()) for row, one in enumerate(batch)]
        heard: Tensor = self.head(torch.cat(parts))
        return heard

    def tell(self, tokens: Tensor, pool: Tensor, marks: Tensor, cues: Tensor) -> Tensor:
        """Likelihoods for one window, as the reader asks (see `tagging.network.feed`)."""
        x = self.encoder.run(self.encoder.begin(tokens), None, range(LAYERS))
        return torch.sigmoid(self.head(self._joined(x[0], pool, marks, cues)))

    def _said(self, example: Example, vectors: Tensor) -> Tensor:
        given = {k: torch.from_numpy(v) for k, v in feed(example.window, example.cues, 0).items()}
        length = given["pool"].shape[1]
        return self._joined(vectors[:length], given["pool"], given["marks"], given["cues"])

    def _joined(self, vectors: Tensor, pool: Tensor, marks: Tensor, cues: Tensor) -> Tensor:
        known = functional.gelu(self.cues(self.drop(cues)))
        return torch.cat([pool @ vectors, vectors[marks], known], dim=-1)
