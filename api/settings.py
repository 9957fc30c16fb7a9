"""Settings: everything that comes from outside the program, read here and nowhere else."""

import getpass
from functools import cached_property
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What the environment says, each variable named `TANDEM_` and the field's name.

    Attributes:
        home: Folder of the embedded database and what belongs to it.
        database_url: Another database, such as `postgresql+psycopg://user@host/tandem`.
        workspace: The workspace that the command line works in.
        user: Who acts on the command line; the system's user where it is not set.
        host: Address that `tandem serve` listens on.
        port: Port that `tandem serve` listens on.
        allowed_hosts: Host names the API answers to beside the loopback ones, with commas.
        time_zone: The zone of days and instants where a deal says none.
        samples: Folder of the sample deals that `tandem demo` loads.
        tracing: Whether graphs may post their state to LangSmith.
        workers: How many sources are read at the same time, each of another deal.
    """

    model_config = SettingsConfigDict(env_prefix="TANDEM_", frozen=True)

    home: Path = Path("var")
    database_url: str | None = None
    workspace: str = Field(default="default", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    user: str = Field(default_factory=getpass.getuser, min_length=1)
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    allowed_hosts: str = ""
    time_zone: str = "UTC"
    samples: Path = Path(__file__).parents[1] / "evals" / "datasets" / "golden"
    tracing: bool = False
    workers: int = Field(default=2, ge=1, le=64)

    @cached_property
    def database(self) -> str:
        """The database's URL: the one given, or the embedded one under `home`."""
        return self.database_url or f"sqlite:///{self.home.absolute() / 'tandem.db'}"

    @cached_property
    def hosts(self) -> frozenset[str]:
        """Host names the API answers to."""
        given = (name.strip().lower() for name in self.allowed_hosts.split(","))
        return frozenset({"127.0.0.1", "localhost", "[::1]", *filter(None, given)})
