"""Settings: everything that comes from outside the program, read here and nowhere else."""

import getpass
import os
from functools import cached_property
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from plan.models import TimeZone


class Settings(BaseSettings):
    """What the environment says, each variable named `TANDEM_` and the field's name.

    Attributes:
        home: Folder of the embedded database and what belongs to it.
        database_url: Another database, such as `postgresql+psycopg://user@host/tandem`.
        chroma_url: A Chroma server that holds the vector index, such as `http://host:8000`;
            without one it is a folder under `home`.
        workspace: The workspace that the command line works in.
        user: Who acts on the command line; the system's user where it is not set.
        host: Address that `tandem serve` listens on.
        port: Port that `tandem serve` listens on.
        allowed_hosts: Host names the API answers to beside the loopback ones, with commas.
        time_zone: The zone of days and instants where a deal says none.
        samples: Folder of the sample deals that `tandem demo` loads.
        tracing: Whether graphs may post their state to LangSmith.
        workers: How many sources are read at the same time, each of another deal.
        model: The language model that reads and writes, `<provider>:<name>` as LangChain's
            `init_chat_model` takes it; without one nothing leaves this machine.
        model_parallel: The most requests to the model at once.
        model_window: How many tokens the model takes in, where LangChain does not know it.
        daily_tokens: Tokens that the workspace may use in a day (UTC); without it no limit.
    """

    model_config = SettingsConfigDict(env_prefix="TANDEM_", frozen=True)

    home: Path = Path("var")
    database_url: str | None = None
    chroma_url: str | None = Field(default=None, pattern=r"^https?://\S+$")
    workspace: str = Field(default="default", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    user: str = Field(default_factory=getpass.getuser, min_length=1)
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    allowed_hosts: str = ""
    time_zone: TimeZone = "UTC"
    samples: Path = Path(__file__).parents[1] / "evals" / "datasets" / "golden"
    tracing: bool = False
    workers: int = Field(default=2, ge=1, le=64)
    model: str | None = Field(default=None, pattern=r"^[a-z0-9_]+:\S+$")
    model_parallel: int = Field(default=4, ge=1, le=64)
    model_window: int | None = Field(default=None, ge=4096)
    daily_tokens: int | None = Field(default=None, ge=1)

    @cached_property
    def database(self) -> str:
        """The database's URL: the one given, or the embedded one under `home`."""
        return self.database_url or f"sqlite:///{self.home.absolute() / 'tandem.db'}"

    @cached_property
    def hosts(self) -> frozenset[str]:
        """Host names the API answers to."""
        given = (name.strip().lower() for name in self.allowed_hosts.split(","))
        return frozenset({"127.0.0.1", "localhost", "[::1]", *filter(None, given)})

    @property
    def hint(self) -> str | None:
        """How to read with a model, where its provider's key is there and no model is set.

        A key alone sends nothing: it may be there for another program.
        """
        found = next((name for name in _KEYS if os.environ.get(name)), None)
        if self.model or found is None:
            return None
        provider = _KEYS[found]
        return (
            f"{found} is there, and not used: sources are read on this machine. With "
            f"TANDEM_MODEL={provider}:NAME that model reads them, and calls and mail are sent to "
            f"{provider}."
        )


_KEYS = {
    "OPENAI_API_KEY": "openai",
    "ANTHROPIC_API_KEY": "anthropic",
    "GOOGLE_API_KEY": "google_genai",
    "MISTRAL_API_KEY": "mistralai",
    "GROQ_API_KEY": "groq",
}
"""Variables in which providers' clients look for their keys, and the providers' names."""
