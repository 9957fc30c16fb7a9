"""Edits: how many of those proposed are right, and how many of those expected were found."""

from collections import Counter
from collections.abc import Iterable

from evals.judging.verdicts import Judged, Verdict
from evals.tally import Tally

_MATCHED: frozenset[Verdict] = frozenset({"right", "partly"})
_PROPOSED: frozenset[Verdict] = _MATCHED | {"wrong", "trap", "ungrounded"}
_EXPECTED: frozenset[Verdict] = _MATCHED | {"missed"}


def strict(judged: Iterable[Judged]) -> Tally:
    """Edits that are right: matched, and every compared field agrees."""
    return _tally(judged, frozenset({"right"}))


def lenient(judged: Iterable[Judged]) -> Tally:
    """Edits that are matched, whether or not every compared field agrees."""
    return _tally(judged, _MATCHED)


def verdict_counts(judged: Iterable[Judged]) -> dict[Verdict, int]:
    """How many edits met each verdict, by the verdict's name."""
    return dict(sorted(Counter(one.verdict for one in judged).items()))


def _tally(judged: Iterable[Judged], right: frozenset[Verdict]) -> Tally:
    verdicts = [one.verdict for one in judged]
    return Tally(
        right=sum(verdict in right for verdict in verdicts),
        predicted=sum(verdict in _PROPOSED for verdict in verdicts),
        expected=sum(verdict in _EXPECTED for verdict in verdicts),
    )
