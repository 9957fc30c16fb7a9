"""A process that owns a folder and puts one source after another into it until it is killed.

Arguments: the folder, and how many sources it puts; then it waits. It prints a line once the first
source is in and marked, and one after each more.
"""

import signal
import sys
from pathlib import Path

from memory.vectors.chroma import ChromaVectors
from tests.contract.memory.samples import DEAL
from tests.contract.memory.vectors.words import directions, said

SIZE = 300
NORTH = "north"

index = ChromaVectors.embedded(Path(sys.argv[1]))
for n in range(1, int(sys.argv[2]) + 1):
    index.put(NORTH, DEAL, said(n, SIZE), directions(SIZE, seed=n))
    if n == 1:
        index.mark(NORTH, DEAL, 1)
    sys.stdout.write(f"{n}\n")
    sys.stdout.flush()
signal.pause()
