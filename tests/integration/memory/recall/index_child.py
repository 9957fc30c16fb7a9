"""A process that indexes a deal's sources one after the other and says so, to be killed.

Arguments: the database's address, the folder of Chroma, and the deal.
"""

import sys
from pathlib import Path

from memory.recall import Memory
from memory.sql import SqlStore
from memory.vectors.chroma import ChromaVectors
from tests.fakes.embedders import WordsEmbedder

URL, FOLDER, DEAL = sys.argv[1:]

store = SqlStore(URL)
index = ChromaVectors.embedded(Path(FOLDER))
memory = Memory(store, index, WordsEmbedder())
with store.read("default") as unit:
    sources = [record.id for record in unit.sources.of(DEAL)]
for source in sources:
    sys.stdout.write(f"{source}\n")
    sys.stdout.flush()
    memory.index("default", source)
index.close()
store.close()
