"""Which said risks are over by the ledger, for the reading of a further source."""

from collections.abc import Iterable
from datetime import date

from plan.observations import Risk
from plan.watch.causes import same_cause, turns_of
from plan.watch.entries import Entry

OVER = frozenset({"dismissed", "settled"})


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


def settled_after(entries: Iterable[Entry], day: date) -> tuple[Risk, ...]:
    """Said risks that later sources or people have settled after a day, and that are not open.

    Words of that day open none of them anew: whoever settled them knew more.
    """
    said = [one for one in entries if one.risk.basis == "said"]
    standing = [one.risk for one in said if one.state not in OVER]
    over = (one.risk for one in said if one.state in OVER and one.steps and one.steps[-1].on > day)
    return tuple(one for one in over if not any(same_cause(one, other) for other in standing))
