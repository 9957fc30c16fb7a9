"""One thing that holds a milestone or a deal up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from agent.answers.answer import ItemRef
from agent.answers.dossier import Dossier
from agent.answers.history import Change, said_on
from plan.observations import Risk
from plan.sources import Evidence
from plan.values import Side

Cause = Literal["blocked", "said", "overdue", "silent", "next"]
"""Why something holds up, in the order in which blockers are told."""


@dataclass(frozen=True)
class Blocker:
    """One thing that holds a milestone or the deal up now.

    Attributes:
        item: A milestone, an action, a person, or `deal` for a risk to all of it.
        cause: Why it holds up.
        since: The first day on which it did; None where nothing tells.
        owner: Whose move it is: the owner's id; of a risk to the deal the first person's it
            names; of a silence, who is silent; None where nobody has it.
        side: The owner's side.
        waits_for: Ids of the open milestones that it directly waits for.
        risks: Said risks that touch it.
        words: Words that made it so, the latest first.
        events: Sequence numbers of events that made it so.
    """

    item: ItemRef
    cause: Cause
    since: date | None
    owner: str | None = None
    side: Side | None = None
    waits_for: tuple[str, ...] = ()
    risks: tuple[Risk, ...] = ()
    words: tuple[Evidence, ...] = ()
    events: tuple[int, ...] = ()

    def days(self, today: date) -> int | None:
        """How many days it has held up; None where nothing tells since when."""
        return None if self.since is None else (today - self.since).days


def side_of(dossier: Dossier, person: str | None) -> Side | None:
    """The side of somebody; None of nobody."""
    found = dossier.person(person)
    return found.side if found else None


def made_by(changes: Iterable[Change]) -> tuple[int, ...]:
    """The events behind changes; what the deal was opened with happened before it."""
    return tuple(change.seq for change in changes if change.type != "opened")


def voiced(dossier: Dossier) -> Iterator[Risk]:
    """The open risks that hold up because somebody said so: those of more than low severity."""
    for risk in dossier.risks:
        if risk.basis == "said" and risk.status == "open" and risk.severity != "low":
            yield risk


def first_said(dossier: Dossier, risks: Iterable[Risk]) -> date | None:
    """The day of the first words behind risks; None where no source is known."""
    return next(iter(said_on(dossier, (one for risk in risks for one in risk.evidence))), None)


def latest_first(risks: Iterable[Risk]) -> tuple[Evidence, ...]:
    """The words behind risks; each keeps its own in the order in which they were said."""
    return tuple(one for risk in risks for one in reversed(risk.evidence))
