"""The verdict of a trial: which figures decide it, and how it is said."""

from collections.abc import Iterator, Sequence

from evals.report.wording import counted, figure, signed, signed_between
from evals.run import Change
from evals.trials.trial import Outcome

LEAST = 6
"""How many sources must differ before a figure is called better or worse: fewer all move one way
by chance more often than once in 20 (sign test, two-sided: 2 · 0.5⁵ = 0.06, 2 · 0.5⁶ = 0.03)."""

DECIDING = {
    "strict.f1": "strict F1",
    "traps avoided": "traps avoided",
    "grounded edits": "edits on words that were said",
}
"""The figures that decide: how well it reads, and what costs trust."""


def verdict(figures: Sequence[Change]) -> Outcome:
    """Worse where a deciding figure fell beyond noise, else better where one rose."""
    found = {one.verdict for one in figures if one.figure in DECIDING}
    if "worse" in found:
        return "worse"
    return "better" if "better" in found else "same"


def sentence(was: str, now: str, figures: Sequence[Change], sources: int, differ: int) -> str:
    """The verdict in plain words.

    Args:
        was: The first version.
        now: The second.
        figures: All that are compared.
        sources: How many were read.
        differ: In how many of them the edits are not equally right.
    """
    return " ".join(_sentences(was, now, figures, sources, differ))


def _sentences(
    was: str, now: str, figures: Sequence[Change], sources: int, differ: int
) -> Iterator[str]:
    outcome = verdict(figures)
    moved = [one for one in figures if one.figure in DECIDING and one.verdict != "same"]
    shown = moved or [one for one in figures if one.figure == "strict.f1"]
    told = "; ".join(_told(one) for one in shown)
    over = counted(sources, "source")
    if outcome == "same":
        yield f"No difference beyond noise between {was} and {now}: {told}, over {over}."
    else:
        yield f"{now} reads {outcome} than {was}: {told}, over {over}."
    if differ < LEAST:
        yield (
            f"The two differ in {counted(differ, 'source')}; fewer than {LEAST} cannot tell a "
            "better prompt from chance."
        )


def _told(one: Change) -> str:
    span = signed_between(one.interval)
    moved = f"{figure(one.was)} to {figure(one.now)} ({signed(one.now - one.was)}"
    return f"{DECIDING[one.figure]} {moved}, 95 % interval {span})"
