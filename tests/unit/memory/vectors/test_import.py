"""Commands that open no index of Chroma do not wait for its import."""

import subprocess
import sys

PROGRAM = "import sys, memory.vectors; sys.exit('chromadb' in sys.modules)"


def test_chroma_is_imported_only_with_its_index() -> None:
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)  # noqa: S603 -- our own words
