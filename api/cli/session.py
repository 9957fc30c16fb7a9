"""What every command works with: the application, who acts, and how answers are given."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError
from rich.console import Console

from api.bootstrap import Tandem
from api.cli.errors import UsageError
from api.settings import Settings
from memory.base import Unit
from memory.records import ApiKey
from tools.desk.gate import Acting

out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)


@dataclass(frozen=True)
class Session:
    """One run of a command."""

    tandem: Tandem

    @property
    def workspace(self) -> str:
        """The workspace the command works in."""
        return self.tandem.settings.workspace

    def acting(self) -> Acting:
        """Who acts now: TANDEM_USER or the system's user."""
        settings = self.tandem.settings
        return Acting(actor=settings.user, at=self.tandem.now(), zone=settings.time_zone)

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """A unit that reads."""
        with self.tandem.store.read(self.workspace) as unit:
            yield unit

    @contextmanager
    def write(self) -> Iterator[Unit]:
        """A unit whose changes are kept together when the block ends."""
        with self.tandem.store.write(self.workspace) as unit:
            yield unit

    def api_keys(self) -> tuple[ApiKey, ...]:
        """The workspace's API keys."""
        with self.read() as unit:
            return unit.access.api_keys()


@contextmanager
def session(reader: str | None = None, *, owns_index: bool = False) -> Iterator[Session]:
    """The application for one command, closed after it.

    Args:
        reader: Which reader reads, whatever the settings say; see `Tandem`.
        owns_index: Whether the vector index that outlives the command is used; likewise.

    Raises:
        UsageError: A setting in the environment cannot be used.
    """
    try:
        settings = Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"TANDEM_{'_'.join(str(part) for part in first['loc'])}".upper()
        raise UsageError(f"{name} cannot be used: {first['msg']}.") from None
    tandem = Tandem(settings, reader, owns_index)
    try:
        yield Session(tandem)
    finally:
        tandem.close()


def print_json(value: object) -> None:
    """Print plain data, views or sequences of views as indented JSON."""
    sys.stdout.write(json.dumps(_plain(value), indent=2, ensure_ascii=False) + "\n")


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(one) for one in value]
    return value
