"""Anchors: names of places in the report that stay the same from run to run."""

from urllib.parse import quote

from evals.cases.sample import Sample
from evals.run import SourceRun


def anchor(sample: Sample, place: str) -> str:
    """The anchor of an edit, `<case>-<NN>-<place>`; no two edits of a run share one.

    A case may be called anything that a folder may: what does not belong into an address is
    written as its code, and so is `_`, which marks the codes.
    """
    return "-".join(_plain(part) for part in (sample.case, sample.number, place))


def anchors(run: SourceRun) -> tuple[str, ...]:
    """The anchor of each judged edit: its place in the gold file, or its place among the others."""
    extra = iter(range(len(run.judged)))
    return tuple(
        anchor(run.sample, f"x{next(extra)}" if one.index is None else str(one.index))
        for one in run.judged
    )


def _plain(text: str) -> str:
    return quote(text, safe="").replace("_", "%5F").replace("%", "_")
