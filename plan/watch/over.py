"""Which said risks are over, for the reading of a further source."""

from collections.abc import Iterable

from plan.observations import Risk
from plan.watch.causes import causes, same_cause, turns_of
from plan.watch.entries import Entry


def judged(risk: Risk, entries: Iterable[Entry]) -> Risk | None:
    """A risk as people's verdicts have it: None where somebody settled it.

    One that somebody dismissed is still found, and bears that status until newer words say it.
    """
    verdicts = [
        entry.state
        for entry in entries
        if entry.settled_on is None
        and same_cause(entry.risk, risk)
        and turns_of(risk.evidence) <= turns_of(entry.evidence)
    ]
    if "settled" in verdicts:
        return None
    return risk.model_copy(update={"status": "dismissed"}) if "dismissed" in verdicts else risk


def no_longer(risks: Iterable[Risk], now: Iterable[Risk]) -> tuple[Risk, ...]:
    """Those of some said risks, one a cause, that are not among those of now."""
    there = tuple(now)
    said = causes(one for one in risks if one.basis == "said")
    return tuple(one for one in said if not any(same_cause(one, other) for other in there))
