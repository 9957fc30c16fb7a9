"""Risks open on the source's day: those somebody said, and those the plan's state shows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from evals.cases.gold import GoldRisk
from evals.predictions import PredictedRisk
from evals.tally import Tally
from plan.values import FurtherRiskKind

BY_PERSON = frozenset({"sponsor_silent"})
BY_MILESTONE = frozenset({"overdue_milestone", "timeline_drift", "unowned_milestone"})
FROM_STATE = (
    BY_PERSON | BY_MILESTONE | {"missing_economic_buyer", "single_threaded", "no_next_step"}
)
FURTHER = frozenset(get_args(FurtherRiskKind))
"""Kinds that FORMAT.md does not know: they are neither right nor wrong."""

Key = tuple[str, str]
"""A kind, and the person or milestone where the rule is about one thing (FORMAT.md)."""


class RiskTallies(NamedTuple):
    """Risks of one source: all said ones, those said in it, those from the plan's state."""

    said: Tally
    fresh: Tally
    state: Tally


def risk_tallies(predicted: Sequence[PredictedRisk], gold: Sequence[GoldRisk]) -> RiskTallies:
    """How the predicted risks of one source agree with the gold's, matched one to one."""
    given, expected = _keys(predicted), _keys(gold)
    return RiskTallies(
        said=_tally(_of(given, state=False), _of(expected, state=False)),
        fresh=_fresh(predicted, gold),
        state=_tally(_of(given, state=True), _of(expected, state=True)),
    )


def kind_tallies(predicted: Sequence[PredictedRisk], gold: Sequence[GoldRisk]) -> dict[str, Tally]:
    """The same, kind by kind."""
    given, expected = _keys(predicted), _keys(gold)
    kinds = sorted({kind for kind, _ in (*given, *expected)})
    return {kind: _tally(_only(given, kind), _only(expected, kind)) for kind in kinds}


def _fresh(predicted: Sequence[PredictedRisk], gold: Sequence[GoldRisk]) -> Tally:
    """Risks said in this very source; newer words for an older risk are neither here nor there."""
    older = _keys(risk for risk in gold if risk.source_nn)
    given = _of(_keys(risk for risk in predicted if risk.quotes), state=False)
    expected = _of(_keys(r for r in gold if r.quote and not r.source_nn), state=False)
    renewed = (given - expected) & older
    return _tally(given - renewed, expected)


def _keys(risks: Iterable[PredictedRisk | GoldRisk]) -> Counter[Key]:
    """Risks by what they are matched by; one about one thing counts once for each thing."""
    keys: Counter[Key] = Counter()
    for risk in (one for one in risks if one.kind not in FURTHER):
        if risk.kind in BY_PERSON | BY_MILESTONE:
            named = risk.stakeholders if risk.kind in BY_PERSON else risk.milestones
            keys |= Counter((risk.kind, one) for one in set(named))
        else:
            keys[risk.kind, ""] += 1
    return keys


def _of(keys: Counter[Key], *, state: bool) -> Counter[Key]:
    return Counter({key: n for key, n in keys.items() if (key[0] in FROM_STATE) == state})


def _only(keys: Counter[Key], kind: str) -> Counter[Key]:
    return Counter({key: n for key, n in keys.items() if key[0] == kind})


def _tally(given: Counter[Key], expected: Counter[Key]) -> Tally:
    return Tally(
        right=(given & expected).total(), predicted=given.total(), expected=expected.total()
    )
