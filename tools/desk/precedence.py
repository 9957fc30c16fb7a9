"""Which words count when several speak of one field: the later ones, whenever they arrive."""

from collections.abc import Iterable, Sequence

from memory.base import Unit
from plan.models import once_each
from plan.proposals import Proposal
from plan.references import referred
from plan.standing import OPEN, SAYS_SO, later, shared_fields, without
from plan.values import Entity

BEHIND = "Newer words about this are known already; approving it goes back to older ones."


def needing(proposals: Sequence[Proposal], waiting: Sequence[Proposal]) -> list[Proposal]:
    """The proposals with what they need: open additions that they refer to or change."""
    adds: dict[tuple[Entity, str], str] = {
        (one.edit.entity, one.edit.id): one.id
        for one in (*waiting, *proposals)
        if one.edit.op == "add"
    }
    return [one.model_copy(update={"needs": _needs(one, adds)}) for one in proposals]


def _needs(proposal: Proposal, adds: dict[tuple[Entity, str], str]) -> tuple[str, ...]:
    edit = proposal.edit
    named = [(entity, item_id) for _, entity, item_id in referred(edit)]
    if edit.op == "update":
        named.append((edit.entity, edit.id))
    return tuple(dict.fromkeys(adds[key] for key in named if key in adds))


def behind(unit: Unit, proposal: Proposal) -> Proposal:
    """The proposal, stale from the start where newer words set one of its fields already.

    A source older than a field's newest evidence supersedes nothing: approving everything
    that is pending must never put older words over newer ones.
    """
    edit = proposal.edit
    if edit.op == "add":
        return proposal
    others = unit.proposals.about(proposal.deal, edit.entity, edit.id)
    if any(
        _counts(one) and later(one, proposal) and shared_fields(one.edit, edit) for one in others
    ):
        warnings = once_each((*proposal.warnings, BEHIND))
        return proposal.model_copy(update={"status": "stale", "warnings": warnings})
    return proposal


def _counts(proposal: Proposal) -> bool:
    # What was put away because the plan came to say it was not refuted: its words hold.
    return proposal.status in (*OPEN, "approved") or SAYS_SO in proposal.warnings


def supersede(unit: Unit, new: Iterable[Proposal], waiting: Sequence[Proposal]) -> None:
    """Let new proposals take over the fields that older open ones would set.

    What is left of an older proposal becomes a proposal of its own, on its own words.
    """
    for old in waiting:
        if old.edit.op == "add":
            continue
        taken = frozenset[str]().union(
            *(shared_fields(one.edit, old.edit) for one in new if later(one, old))
        )
        if taken:
            unit.proposals.replace(old.model_copy(update={"status": "superseded"}))
            _keep_the_rest(unit, old, taken)


def warn_dependents(unit: Unit, gone: Proposal) -> None:
    """Tell proposals that need an addition that it was put away."""
    if gone.edit.op != "add":
        return
    warning = f"It refers to {gone.edit.id}, which was {gone.status} ({gone.id})."
    for one in unit.proposals.find(gone.deal, OPEN):
        if gone.id in one.needs:
            warnings = (*one.warnings, warning)
            unit.proposals.replace(one.model_copy(update={"warnings": warnings}))


def _keep_the_rest(unit: Unit, old: Proposal, taken: frozenset[str]) -> None:
    rest = without(old, taken)
    if rest:
        number = unit.proposals.next_number(old.deal)
        unit.proposals.add(
            [rest.model_copy(update={"id": f"{old.deal}.p{number}", "number": number})]
        )
