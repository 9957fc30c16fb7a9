"""Traps: words that must change nothing, and the edits that rest on nothing else."""

from collections import Counter
from collections.abc import Iterable, Sequence

from evals.cases.gold import Trap
from evals.judging.verdicts import Judged
from evals.scores import TrapScore
from evals.tally import share


def traps_hit(judged: Iterable[Judged]) -> list[Trap]:
    """The trap of each edit that fell into one; words of quoted history count too."""
    return [one.trap for one in judged if one.trap is not None]


def trap_score(traps: Sequence[Trap], judged: Iterable[Judged]) -> TrapScore:
    """Edits that fell into traps, of all the traps there are, and by the traps' reasons."""
    hits = traps_hit(judged)
    there, hit = Counter(trap.why for trap in traps), Counter(trap.why for trap in hits)
    return TrapScore(
        hits=len(hits),
        of=len(traps),
        rate=share(len(hits), len(traps)).rate,
        by_why={str(why): share(hit[why], there[why]) for why in sorted(there)},
    )
