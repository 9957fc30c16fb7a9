"""The people of a deal, a line each."""

from agent.readers.model.view.fence import one_line
from agent.readers.model.view.short_ids import ShortIds
from plan.models import Stakeholder

NOBODY = "(nobody yet)"


def people(ids: ShortIds) -> str:
    """Everybody whom the deal knows, with title, side, roles and stance."""
    return "\n".join(_line(one, ids) for one in ids.plan.stakeholders) or NOBODY


def introduced(person: Stakeholder, ids: ShortIds) -> str:
    """A person as their first turn names them: `p1 Anke Reinders (buyer, COO)`."""
    about = ", ".join(part for part in (person.side, one_line(person.title or "")) if part)
    return f"{named(person, ids)} ({about})"


def named(person: Stakeholder, ids: ShortIds) -> str:
    """A person as later turns name them: `p1 Anke Reinders`."""
    return f"{ids.short('stakeholder', person.id)} {one_line(person.name)}"


def _line(person: Stakeholder, ids: ShortIds) -> str:
    told = (
        introduced(person, ids),
        f"roles {', '.join(person.roles)}" if person.roles else "",
        f"influence {person.influence}" if person.influence else "",
        f"sentiment {person.sentiment}" if person.sentiment else "",
        f"reports to {ids.short('stakeholder', person.reports_to)}" if person.reports_to else "",
        one_line(person.email or ""),
        "" if person.active else "gone from the deal",
    )
    return "; ".join(part for part in told if part)
