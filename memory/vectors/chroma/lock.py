"""The lock of the one process that may have a folder of embedded Chroma open.

Several writers corrupt such a folder and no error tells of it. The lock goes with its process,
also after kill -9.
"""

import fcntl
import os
from pathlib import Path
from typing import IO

from memory.vectors.errors import OwnedElsewhereError

_BOOT = Path("/proc/sys/kernel/random/boot_id")
"""Another id each time that the machine starts; Linux has it."""


class FolderLock:
    """Held from the moment it is made until `release`. The folder is made where there is none.

    Args:
        folder: The folder to own.

    Attributes:
        torn: Whether the machine went down while the folder was owned, so that what was written
            last may have reached the disk in part. Processes that are killed tear nothing.

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
        boot = _BOOT.read_text() if _BOOT.exists() else ""
        self.torn = self._note(boot) not in {"", boot}

    def release(self) -> None:
        """Let others own the folder, in which all is written; to be called once."""
        self._note("")
        self._file.close()

    def _note(self, boot: str) -> str:
        """Write in which of the machine's runs the folder is owned; returns what was written."""
        self._file.seek(0)
        before = self._file.read()
        self._file.truncate(0)
        self._file.write(boot)
        self._file.flush()
        os.fsync(self._file.fileno())
        return before
