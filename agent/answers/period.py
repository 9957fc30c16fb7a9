"""The stretch of a deal's history that a question asks about."""

from dataclasses import dataclass
from datetime import date

from agent.answers.dossier import About, Dossier
from agent.answers.history import Change
from agent.answers.wording import day
from memory.records import SourceRecord


@dataclass(frozen=True)
class Period:
    """Some days, or all that came with a source and after it.

    Attributes:
        name: What it is called in a sentence: `since Monday 16 March 2026`.
        since: Its first day.
        until: Its last day.
        sources: Of one that begins with a source: the ids of that one and all later ones.
    """

    name: str
    since: date
    until: date
    sources: frozenset[str] | None = None

    def covers(self, change: Change) -> bool:
        """Whether a change falls into it, by its words or by the day of its decision.

        Where it begins with a source, what was decided on that day counts only if it rests on
        words of that source or of later ones, or on none.
        """
        decided = self.since <= change.decided <= self.until
        if self.sources is None:
            return decided or self.since <= change.day <= self.until
        if any(one.source in self.sources for one in change.evidence):
            return True
        return decided and (change.decided > self.since or not change.evidence)


def period(dossier: Dossier, about: About) -> Period:
    """The days asked about; else since the last call, the last source, or the opening."""
    if about.since or about.until:
        return _days(dossier, about.since or date.min, about.until or dossier.today)
    there = [one for one in dossier.sources if one.status != "withdrawn"]
    calls = [one for one in there if one.kind == "call"]
    if not there:
        return Period("since the deal was opened", date.min, dossier.today)
    last = max(calls or there, key=_order)
    later = frozenset(one.id for one in there if _order(one) >= _order(last))
    return Period(f"since the {last.kind} of {day(last.day)}", last.day, dossier.today, later)


def _days(dossier: Dossier, since: date, until: date) -> Period:
    first = f"since {day(since)}" if since > date.min else ""
    last = f"until {day(until)}" if until < dossier.today else ""
    return Period(" ".join(filter(None, (first, last))) or "so far", since, until)


def _order(source: SourceRecord) -> tuple[object, ...]:
    return (source.occurred_at, source.number)
