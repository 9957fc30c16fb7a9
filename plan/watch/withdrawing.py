"""Taking the words of a withdrawn source back from risks."""

from collections.abc import Iterable
from datetime import date

from plan.observations import Risk
from plan.watch.entries import Entry
from plan.watch.ledger import settle


def unsaid(risk: Risk, source: str) -> Risk | None:
    """The risk without a source's words; None if no others said it."""
    left = tuple(word for word in risk.evidence if word.source != source)
    if risk.evidence and not left:
        return None
    return risk.model_copy(update={"evidence": left})


def take_back(entries: Iterable[Entry], source: str, on: date) -> tuple[Entry, ...]:
    """The entries without a source's words; those that nothing else said settle on the day."""
    return tuple(_without(one, source, on) for one in entries)


def _without(entry: Entry, source: str, on: date) -> Entry:
    left = tuple(word for word in entry.evidence if word.source != source)
    if left == entry.evidence:
        return entry
    said = unsaid(entry.risk, source)
    risk = said or entry.risk.model_copy(update={"evidence": ()})
    kept = entry.model_copy(update={"evidence": left, "risk": risk})
    return kept if left else settle(kept, on)
