"""Tables of chunks, of what was made into chunks, and of each deal's stamp.

The words of the full text stand in tables of each engine's own kind, which `fulltext` knows.
"""

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, String, Table, Text

from memory.sql.schema.base import index, keys, metadata, refers, unique
from memory.sql.types import Json, Key

chunks = Table(
    "chunks",
    metadata,
    *keys("id"),
    Column("deal", Key, nullable=False),
    Column("source", Key, nullable=False),
    Column("n", Integer, nullable=False),
    Column("first_turn", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("last_turn", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("speakers", Json, nullable=False),
    Column("text", Text, nullable=False),
    Column("vector", LargeBinary, nullable=False),
    unique("source", "n"),
    index("deal"),
    refers("source", "chunked_sources", key="source"),
)
"""Day and instant are the source's. `vector` holds float32 numbers, the lowest byte first."""

chunked_sources = Table(
    "chunked_sources",
    metadata,
    *keys("source"),
    Column("deal", Key, nullable=False),
    Column("embedder", String, nullable=False),
    Column("size", Integer, nullable=False),
    index("deal"),
    refers("source", "sources"),
)
"""One row a source that was made into chunks, though it gave none; `size` is how many."""

chunk_stamps = Table(
    "chunk_stamps",
    metadata,
    *keys("deal"),
    Column("stamp", BigInteger, nullable=False),
    refers("deal", "deals"),
)
