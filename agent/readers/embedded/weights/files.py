"""The networks' files, handed out only where they are exactly what training wrote."""

import tomllib
from hashlib import sha256
from pathlib import Path

from agent.errors import AgentError

FOLDER = Path(__file__).parent
CHECKSUMS = "checksums.toml"


class WeightsError(AgentError):
    """A network's file is missing or altered; the message names it and says how to mend it."""


def read(name: str, folder: Path = FOLDER) -> bytes:
    """A network's file, whole.

    Args:
        name: The file's name.
        folder: Where it and the table of checksums lie.

    Raises:
        WeightsError: It cannot be read, or its sha256 is not the one in the table.
    """
    try:
        expected = tomllib.loads((folder / CHECKSUMS).read_text(encoding="utf-8"))["sha256"][name]
        content = (folder / name).read_bytes()
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise WeightsError(
            f"The embedded reader's network {name} cannot be read from {folder} ({error}). "
            "Install Tandem again; nothing was read with it."
        ) from error
    found = sha256(content).hexdigest()
    if found != expected:
        raise WeightsError(
            f"The embedded reader's network {name} in {folder} is not the one it was made with: "
            f"its sha256 is {found}, not {expected}. Install Tandem again; nothing was read "
            "with it."
        )
    return content
