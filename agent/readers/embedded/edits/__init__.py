"""The kinds of edits the reader knows, one a module, in one flat table."""

from collections.abc import Callable, Iterable

from agent.readers.embedded.claims import Claim
from agent.readers.embedded.edits import (
    days,
    departures,
    handovers,
    newcomers,
    outcomes,
    positions,
    price,
    progress,
    sentiment,
    stage,
    steps,
)
from agent.readers.embedded.material import Material

Kind = Callable[[Material], Iterable[Claim]]

KINDS: tuple[Kind, ...] = (
    newcomers.read,
    days.read,
    progress.read,
    handovers.read,
    departures.read,
    positions.read,
    sentiment.read,
    price.read,
    stage.read,
    outcomes.read,
    steps.read,
)
