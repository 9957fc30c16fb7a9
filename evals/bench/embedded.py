"""How long the embedded reader takes for a call of 10,000 words, from a cold start, on one core.

Run as `python -m evals.bench.embedded`. Prints seconds and megabytes; nothing is asserted, since
machines differ.
"""

import os
import resource
import sys
from itertools import count, cycle
from time import perf_counter

from agent.ports import Context
from evals.cases.loading import load_all
from evals.datasets import GOLDEN
from plan.sources import Source, Turn

WORDS = 10_000
KILOBYTES = 1024


def main() -> None:
    """Measure, and print one line a figure."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    context = _long_call()
    began = perf_counter()
    from api.bootstrap import EMBEDDED  # noqa: PLC0415  # the start is measured
    from api.cli.session import session  # noqa: PLC0415  # the same

    with session(EMBEDDED) as now:
        reader = now.tandem.graph(EMBEDDED)[0]
        reader.run(context.model_copy(update={"source": _first_turn(context.source)}))
        started = perf_counter()
        found = reader.run(context)
        ended = perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES
    words = sum(len(turn.text.split()) for turn in context.source.turns)
    sys.stdout.write(f"start, with a first sentence: {started - began:.2f} s\n")
    sys.stdout.write(f"{words} words: {ended - started:.2f} s, {len(found.findings)} findings\n")
    sys.stdout.write(f"memory at its highest: {peak:.0f} MB\n")


def _long_call() -> Context:
    """The golden deal with the most items, and a call made of the words of all golden calls."""
    calls = [
        sample.context
        for case in load_all([GOLDEN])
        for sample in case.samples
        if sample.context.source.kind == "call"
    ]
    fullest = max(calls, key=lambda one: len(one.plan.milestones) + len(one.plan.actions))
    turns: list[Turn] = []
    words = 0
    for turn, n in zip(cycle(turn for one in calls for turn in one.source.turns), count(1)):
        if words >= WORDS:
            break
        turns.append(turn.model_copy(update={"n": n}))
        words += len(turn.text.split())
    source = fullest.source.model_copy(update={"turns": tuple(turns)})
    return fullest.model_copy(update={"source": source})


def _first_turn(source: Source) -> Source:
    return source.model_copy(update={"turns": source.turns[:1]})


if __name__ == "__main__":
    main()
