"""Fitting the tagger: its upper layers and its head learn from the examples."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn
from torch.nn import functional

from agent.readers.embedded.tagging.tags import TAGS
from agent.readers.embedded.training.encoder import pretrained
from agent.readers.embedded.training.examples import Example
from agent.readers.embedded.training.settings import Settings
from agent.readers.embedded.training.tagger_network import TaggerNetwork

WARM_UP, LEAST_RATE = 0.08, 0.02
"""The part of the steps in which rates rise, and the part of them that stays at the end."""
DECAY, STEEPEST = 0.01, 1.0
ALIKE = 16
"""Batches among which windows of like length are put together."""

Told = Callable[[int, float], None]
"""Is told the epoch, from 1, and its mean loss."""


def fitted(
    found: Sequence[Example], weights: Path, settings: Settings, told: Told
) -> TaggerNetwork:
    """A tagger that has learned from all examples.

    Args:
        found: What to learn from.
        weights: MiniLM's own, a safetensors file.
        settings: The numbers.
        told: Hears of each epoch.
    """
    torch.manual_seed(settings.seed)
    torch.set_num_threads(1)
    network = TaggerNetwork(pretrained(weights), settings)
    # Dropout blurs what stands still too, once and for good: without it taggers were surer and
    # a little less often right (docs/decisions/0013).
    below = [network.train().below(one) for one in found]
    learning = _Learning(network, settings, len(found))
    chance = Random(settings.seed)  # noqa: S311  # an order of learning, no secret
    for epoch in range(1, settings.epochs + 1):
        batches = list(_batches(found, settings.batch, chance))
        losses = [learning.step([found[k] for k in at], [below[k] for k in at]) for at in batches]
        told(epoch, sum(losses) / len(losses))
    network.eval()
    return network


class _Learning:
    """One network's optimiser, its rates rising and then falling in a straight line."""

    def __init__(self, network: TaggerNetwork, settings: Settings, examples: int) -> None:
        self._network = network.train()
        self._settings = settings
        encoder = _learnable(network, settings.frozen)
        self._learned = [*encoder, *network.head.parameters(), *network.cues.parameters()]
        groups = [{"params": encoder}, {"params": self._learned[len(encoder) :]}]
        self._optimiser = torch.optim.AdamW(groups, lr=settings.rate, weight_decay=DECAY)
        self._steps = settings.epochs * (examples // settings.batch + 1)
        self._step = 0
        self._positive = torch.full((len(TAGS),), settings.positive)

    def step(self, batch: Sequence[Example], below: Sequence[Tensor]) -> float:
        """Learn from one batch; gives its loss."""
        self._set_rates()
        borne = torch.cat([torch.from_numpy(one.borne) for one in batch])
        counts = torch.cat([torch.from_numpy(one.counts) for one in batch])
        logits = self._network(batch, below)
        each = functional.binary_cross_entropy_with_logits(
            logits, borne, reduction="none", pos_weight=self._positive
        )
        loss = (each * counts).sum() / counts.sum().clamp(min=1) * len(TAGS)
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self._learned, STEEPEST)
        self._optimiser.step()
        self._step += 1
        return float(loss)

    def _set_rates(self) -> None:
        done = self._step / self._steps
        part = min(1.0, (self._step + 1) / (WARM_UP * self._steps)) * max(LEAST_RATE, 1 - done)
        rates = (self._settings.rate, self._settings.head_rate)
        for group, rate in zip(self._optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * part


def _learnable(network: TaggerNetwork, frozen: int) -> list[nn.Parameter]:
    """The encoder's weights that are learned; the others stand still."""
    for weight in network.encoder.parameters():
        weight.requires_grad = False
    learned = [weight for layer in network.encoder.layers[frozen:] for weight in layer.parameters()]
    for weight in learned:
        weight.requires_grad = True
    return learned


def _batches(found: Sequence[Example], size: int, chance: Random) -> Iterator[list[int]]:
    """All indexes in random batches of windows of like length."""
    order = list(range(len(found)))
    chance.shuffle(order)
    batches: list[list[int]] = []
    for start in range(0, len(order), size * ALIKE):
        some = sorted(
            order[start : start + size * ALIKE], key=lambda k: len(found[k].window.tokens)
        )
        batches += [some[k : k + size] for k in range(0, len(some), size)]
    chance.shuffle(batches)
    yield from batches
