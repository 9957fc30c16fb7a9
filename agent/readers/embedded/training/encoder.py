"""MiniLM in torch: the sentence encoder whose upper layers are fine-tuned."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, INNER, HEADS, LAYERS, VOCABULARY, LONGEST = 384, 1536, 12, 6, 30522, 512
"""all-MiniLM-L6-v2's own shape."""
EPSILON = 1e-12
DROPOUT = 0.1
HIDDEN = -1e4
"""What is added to the score of padding."""


class Layer(nn.Module):
    """One transformer layer, as BERT has it."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.second = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Vectors in and out, shape (windows, tokens, WIDTH); `mask` adds to the scores."""
        query, key, value = (_heads(part(x)) for part in (self.query, self.key, self.value))
        scores = query @ key.transpose(2, 3) * (WIDTH // HEADS) ** -0.5
        weights = functional.softmax(scores if mask is None else scores + mask, dim=-1)
        seen = (weights.to(value.dtype) @ value).transpose(1, 2).reshape(x.shape)
        x = self.first(x + self.drop(self.out(seen)))
        inner: Tensor = self.second(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return inner


class Encoder(nn.Module):
    """Tokens to vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def begin(self, tokens: Tensor) -> Tensor:
        """The vectors below the first layer."""
        places = self.places.weight[: tokens.shape[1]].unsqueeze(0)
        vectors: Tensor = self.norm(self.words(tokens) + places + self.kinds.weight[0])
        return vectors

    def run(self, x: Tensor, mask: Tensor | None, layers: range) -> Tensor:
        """Some layers, one after another."""
        for k in layers:
            x = self.layers[k](x, mask)
        return x


def pretrained(file: Path) -> Encoder:
    """The encoder with the weights of a safetensors file in BERT's naming.

    Raises:
        OSError: The file cannot be read.
        RuntimeError: It is another model's.
    """
    encoder = Encoder()
    found = {name.removeprefix("bert."): value.float() for name, value in load_file(file).items()}
    encoder.load_state_dict({ours: found[theirs] for ours, theirs in _names().items()})
    return encoder


def _heads(x: Tensor) -> Tensor:
    return x.reshape(x.shape[0], -1, HEADS, WIDTH // HEADS).transpose(1, 2)


def mask_of(lengths: list[int]) -> Tensor:
    """What is added to the scores of windows of these lengths, so that padding is not seen."""
    at = torch.arange(max(lengths))
    padding = at.unsqueeze(0) >= torch.tensor(lengths).unsqueeze(1)
    return padding[:, None, None, :] * HIDDEN


def _names() -> dict[str, str]:
    """Our names of the weights, and BERT's."""
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "kinds.weight": "embeddings.token_type_embeddings.weight",
        **_both("norm", "embeddings.LayerNorm"),
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "first": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "second": "output.LayerNorm",
    }
    for k in range(LAYERS):
        for ours, theirs in parts.items():
            names |= _both(f"layers.{k}.{ours}", f"encoder.layer.{k}.{theirs}")
    return names


def _both(ours: str, theirs: str) -> dict[str, str]:
    return {f"{ours}.{part}": f"{theirs}.{part}" for part in ("weight", "bias")}
