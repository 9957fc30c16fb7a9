"""The lock of the one process that may have a folder of embedded Chroma open.

Several writers corrupt such a folder and no error tells of it. The lock goes with its process,
also after kill -9. Its file tells the next owner whether the last one was killed while it wrote:
Chroma writes a graph in place, and ends the process that opens half of one
(github.com/chroma-core/chroma/issues/7238).
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from memory.vectors.errors import OwnedElsewhereError

_BOOT = Path("/proc/sys/kernel/random/boot_id")
"""Another id each time that the machine starts; Linux has it."""

_WRITING = "writing"


class FolderLock:
    """Held from the moment it is made until `release`. The folder is made where there is none.

    Args:
        folder: The folder to own.

    Attributes:
        torn: Whether what is in the folder may be there in part: its last owner ended while it
            wrote, or the machine went down while it was owned.

    Raises:
        OwnedElsewhereError: It is owned already, by this process or another.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file: IO[str] = (folder / "owner.lock").open("a+")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            raise OwnedElsewhereError(
                f"The search index in {folder} is in use by another Tandem process, and only one "
                "may have it open. Stop that process, or let all use one server (`chroma run`)."
            ) from None
        self._boot = _BOOT.read_text().strip() if _BOOT.exists() else "owned"
        self.torn = self._read() not in {"", self._boot}
        self._note(_WRITING if self.torn else self._boot)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """What is done within leaves the folder torn if it does not come to its end."""
        self._note(_WRITING)
        yield
        self._note(self._boot)

    def release(self) -> None:
        """Let others own the folder; to be called once."""
        if self._read() == self._boot:
            self._note("")
        self._file.close()

    def _read(self) -> str:
        self._file.seek(0)
        return self._file.read()

    def _note(self, state: str) -> None:
        self._file.truncate(0)
        self._file.write(state)
        self._file.flush()
        os.fsync(self._file.fileno())
