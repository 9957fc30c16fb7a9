"""What a route works with: the application, and on whose behalf. Never taken from what is sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from api.bootstrap import Tandem
from api.http.callers import Caller
from api.http.door import CALLER
from memory.base import Jobs, Unit
from tools.desk.gate import Acting


@dataclass(frozen=True)
class Context:
    """One request in its caller's workspace."""

    tandem: Tandem
    jobs: Jobs
    caller: Caller

    def acting(self) -> Acting:
        """Who acts, now."""
        zone = self.tandem.settings.time_zone
        return Acting(actor=self.caller.actor, at=self.tandem.now(), zone=zone)

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """A unit that reads."""
        with self.tandem.store.read(self.caller.workspace) as unit:
            yield unit

    @contextmanager
    def write(self) -> Iterator[Unit]:
        """A unit whose changes are kept together when the block ends."""
        with self.tandem.store.write(self.caller.workspace) as unit:
            yield unit


async def _context(request: Request) -> Context:
    state = request.app.state
    return Context(state.tandem, state.jobs, request.scope[CALLER])


Here = Annotated[Context, Depends(_context)]
