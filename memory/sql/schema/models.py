"""Tables of what language models answered and what asking them took."""

from sqlalchemy import BigInteger, Column, Date, Integer, String, Table, Text

from memory.sql.schema.base import index, keys, metadata
from memory.sql.types import Instant, Json, Key, Money

answers = Table(
    "answers",
    metadata,
    *keys("key"),
    Column("source", Key),
    Column("others", Json),
    Column("model", String, nullable=False),
    Column("prompt", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("finish", String, nullable=False),
    Column("tokens_in", Integer, nullable=False),
    Column("tokens_out", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    index("source"),
)
"""`source` refers to nothing: a file read without its deal being kept is paid for all the same.
`others` is empty in answers kept before there was more than one source to an answer."""

spending = Table(
    "spending",
    metadata,
    *keys(),
    Column("day", Date, primary_key=True),
    Column("model", Key, primary_key=True),
    Column("tokens_in", BigInteger, nullable=False),
    Column("tokens_out", BigInteger, nullable=False),
    Column("money", Money),
    Column("unpriced_tokens", BigInteger, nullable=False),
)
"""One row a day and model; `unpriced_tokens` are those whose price `money` does not hold."""
