"""The ports of memory: what callers may rely on, whichever adapter is behind.

A `Store` hands out units of work. Everything done in one `write` unit is committed
together when the block ends and rolled back when it raises. A unit is bound to one
workspace: no statement it can make crosses to another. Methods are synchronous.
"""

from memory.base.access import Access
from memory.base.deals import Decisions, Observations, Outbox, Plans, Proposals, Readings, Sources
from memory.base.models import Answers, Spending
from memory.base.store import Jobs, Store, Unit
from memory.base.watch import Digests, Ledger, Marks, Wakes
from memory.base.words import Chunks, Embedder, Near, Threads, VectorIndex

__all__ = [
    "Access",
    "Answers",
    "Chunks",
    "Decisions",
    "Digests",
    "Embedder",
    "Jobs",
    "Ledger",
    "Marks",
    "Near",
    "Observations",
    "Outbox",
    "Plans",
    "Proposals",
    "Readings",
    "Sources",
    "Spending",
    "Store",
    "Threads",
    "Unit",
    "VectorIndex",
    "Wakes",
]
