"""Whether what is remembered of a deal is all there, and in step with its index."""

from typing import Literal

from memory.base import Unit, VectorIndex
from memory.recall.following import chunk_id
from plan.models import Frozen
from plan.values import SourceStatus

READ: tuple[SourceStatus, ...] = ("read", "failed")
"""Where a source stands once its reading has ended, whereafter it is indexed."""

State = Literal["in step", "behind", "lacking"]


class Checked(Frozen):
    """What is remembered of a deal, counted.

    Attributes:
        deal: The deal's id.
        sources: Sources that are to be indexed: those whose reading has ended.
        indexed: Sources that are.
        chunks: Chunks of these in the database.
        held: Chunks that the vector index holds.
        state: `in step` where each source is indexed and the index holds exactly these chunks.
            `behind` where the index was marked before they last changed: it takes them over when
            the deal is next recalled from. `lacking` where only a reindex helps: a source is not
            indexed, another embedder made vectors, or the index does not hold what it is marked
            with.
    """

    deal: str
    sources: int
    indexed: int
    chunks: int
    held: int
    state: State


def checked(unit: Unit, vectors: VectorIndex, embedder: str, deal: str) -> Checked:
    """Count what is remembered of a deal."""
    records = unit.sources.of(deal)
    indexed = unit.chunks.indexed(deal)
    wanted = {one.id for one in records if one.status in READ or one.id in indexed}
    wanted -= {one.id for one in records if one.status == "withdrawn"}
    chunks = {one.id for one in unit.chunks.of(deal)}
    held = {chunk_id(key) for key in vectors.held(unit.workspace, deal)}
    whole = wanted == indexed and unit.chunks.embedders(deal) <= {embedder}
    marked = vectors.stamp(unit.workspace, deal) == unit.chunks.stamp(deal)
    return Checked(
        deal=deal,
        sources=len(wanted),
        indexed=len(indexed),
        chunks=len(chunks),
        held=len(held),
        state=_state(whole=whole, marked=marked, same=held == chunks),
    )


def _state(*, whole: bool, marked: bool, same: bool) -> State:
    if not whole or (marked and not same):
        return "lacking"
    return "in step" if marked else "behind"
