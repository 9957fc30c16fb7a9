"""When two risks are one: of the same cause, said or found once more."""

from collections.abc import Iterable, Sequence

from plan.observations import Risk
from plan.sources import Evidence
from plan.values import RiskKind
from plan.watch.entries import RANK

OF_THE_DEAL: frozenset[RiskKind] = frozenset(
    {"missing_economic_buyer", "single_threaded", "no_next_step", "stalled_stage"}
)
"""A deal has these once; whom they name changes while the cause stays the same."""


def same_cause(one: Risk, other: Risk) -> bool:
    """Whether two risks of a deal have the same cause.

    Said ones do if they share a person or a milestone, or if neither names any; those that
    rules derive if they are about the very same things.
    """
    if one.kind != other.kind:
        return False
    if one.basis == "said":
        about, others = _about(one), _about(other)
        return bool(about & others) or about == others
    return one.kind in OF_THE_DEAL or one.key == other.key


def causes(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """The risks in their order, those of one cause made one."""
    found: list[Risk] = []
    for risk in risks:
        same = [one for one in found if same_cause(one, risk)]
        if not same:
            found.append(risk)
            continue
        found[found.index(same[0])] = together((*same, risk))
        found = [one for one in found if one not in same[1:]]
    return tuple(found)


def together(risks: Sequence[Risk]) -> Risk:
    """Risks of one cause as one: the worst, with all whom, what and whose words they name."""
    if len(risks) == 1:
        return risks[0]
    worst = max(risks, key=lambda one: RANK[one.severity])
    days = [one.since for one in risks if one.since]
    return worst.model_copy(
        update={
            "stakeholders": _each_once(who for one in risks for who in one.stakeholders),
            "milestones": _each_once(what for one in risks for what in one.milestones),
            "evidence": tuple(dict.fromkeys(word for one in risks for word in one.evidence)),
            "since": min(days, default=None),
        }
    )


def turns_of(evidence: Iterable[Evidence]) -> frozenset[tuple[str, int]]:
    """The turns in which words stand: another span of the same turn says nothing new."""
    return frozenset((one.source, one.turn) for one in evidence)


def _about(risk: Risk) -> set[str]:
    return {*risk.milestones, *risk.stakeholders}


def _each_once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
