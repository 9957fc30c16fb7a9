"""The folder that an export writes."""

from collections.abc import Mapping
from pathlib import Path

from evals.export.errors import ExportError
from evals.export.told import Exported

_PRIVATE = 0o700
_TOLD = """\
Written by `tandem eval export`. These are your customers' words and your own decisions: keep this
folder as safe as the deals themselves, and out of any repository that others read.

Each folder is a case: a deal before one source (deal.yaml), the source, and in gold/01.yaml what
was decided on it. A reader may have missed things that nobody could decide on: read each source
once and add them. Measure with `tandem eval THIS_FOLDER`.

{told}.
"""


def require_empty(folder: Path) -> None:
    """Pass where nothing is that could be overwritten.

    Raises:
        ExportError: There is a file of that name, or a folder that holds something.
    """
    try:
        held = folder.exists() and any(folder.iterdir())
    except OSError as error:
        raise ExportError(f"{folder} cannot be used: {error.strerror}.") from None
    if held:
        raise ExportError(f"{folder} is not empty; choose a new folder with --out.")


def write(folder: Path, files: Mapping[str, bytes], told: Exported) -> None:
    """Write files by their paths within a folder, with a README.txt that says what they are.

    Raises:
        ExportError: They cannot be written.
    """
    left_out = "".join(f"\n{one}" for one in told.left_out)
    readme = _TOLD.format(told=told) + left_out
    try:
        folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        for name, data in {**files, "README.txt": f"{readme.rstrip()}\n".encode()}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        raise ExportError(f"{folder} cannot be written: {error.strerror}.") from None
