"""Full text of chunks: each database's own index says what holds a word; one rule ranks it."""

from memory.sql.fulltext.index import FullText, full_text
from memory.sql.fulltext.ranking import place
from memory.sql.fulltext.search import Said, find

__all__ = ["FullText", "Said", "find", "full_text", "place"]
