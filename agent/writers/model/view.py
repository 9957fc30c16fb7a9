"""What the model sees of a brief: the variables of its prompt."""

from collections.abc import Sequence

from agent.readers.model.view.calendar import weekday
from agent.readers.model.view.fence import fence, one_line, without
from agent.writers.model.brief import Brief
from agent.writers.model.checks import Fault
from agent.writers.model.facts import lines
from agent.writers.model.limits import LIMITS
from plan.models import Stakeholder

_OUTWARD = "a message to people outside the seller's house"
_INWARD = "a note to colleagues in the seller's house"
_NONE = "(none)"


def variables(
    about: Brief, workspace: str, earlier: str = "", found: Sequence[Fault] = ()
) -> dict[str, str]:
    """The prompt's variables.

    Args:
        about: What the draft is about.
        workspace: Whose it is.
        earlier: What was written before and refused.
        found: Why it was refused.
    """
    told = {
        "audience": _OUTWARD if about.outward else _INWARD,
        "recipients": "; ".join(_person(one) for one in about.to) or _NONE,
        "sender": _person(about.sender) if about.sender else "not known: sign with nothing",
        "language": about.language or "that of the thread, else English",
        "day": f"{weekday(about.day)} {about.day}",
        "goal": about.goal,
        "why": one_line(about.why) or _NONE,
        "facts": "\n".join(f"- {line}" for line in lines(about.facts)) or _NONE,
        "thread": "\n".join(_heard(about)) or _NONE,
        "earlier": one_line(earlier)[: LIMITS.longest],
        "faults": _faults(found),
    }
    marked = fence(workspace, *told.values())
    return {"fence": marked, **{name: without(text, (marked,)) for name, text in told.items()}}


def _person(one: Stakeholder) -> str:
    """Name and title; a role, a stance and an influence are nobody's business out there."""
    title = f", {one_line(one.title)}" if one.title else ""
    return f"{one_line(one.name)}{title} ({one.side})"


def _heard(about: Brief) -> list[str]:
    return [
        f"{one_line(turn.speaker or 'somebody')}: {one_line(turn.text)[: LIMITS.heard_length]}"
        for turn in about.heard
    ]


def _faults(found: Sequence[Fault]) -> str:
    told = (
        f"{one.what}: “{one_line(one.words)[: LIMITS.told_words]}”" if one.words else one.what
        for one in found[: LIMITS.told_faults]
    )
    return "; ".join(told)
