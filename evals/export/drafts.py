"""Proposals of one source on their way into a gold file: one edit for each thing they change."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from evals.cases.gold import GoldEdit
from evals.export.errors import UnfitError
from plan.edits import Edit, Values
from plan.fields import current, settable
from plan.models import Plan
from plan.proposals import Decision, Proposal
from plan.sources import Evidence, Turn, quote
from plan.values import Entity
from tools.exchange.errors import explain


@dataclass(frozen=True)
class Verdict:
    """A proposal, and the decision of it that stands, if one does."""

    proposal: Proposal
    decision: Decision | None = None

    @property
    def verdict(self) -> str | None:
        """`approve` or `reject`; None where nothing was decided."""
        return self.decision.verdict if self.decision else None

    @property
    def edit(self) -> Edit:
        """The edit as it was approved; as it was proposed where it was not."""
        edit, decision = self.proposal.edit, self.decision
        if decision and decision.verdict == "approve":
            return edit.model_copy(update={"set": decision.decided})
        return edit


@dataclass(frozen=True)
class Draft:
    """One edit with the proposals that it comes of, later ones having the last word."""

    edit: Edit
    proposals: tuple[str, ...]

    def gold(self, plan: Plan, turns: tuple[Turn, ...], *, required: bool) -> GoldEdit:
        """The draft as a gold edit: what it changes of `plan`, and its words.

        Raises:
            UnfitError: It changes nothing, or does not fit a gold file.
        """
        edit = self.edit
        named: dict[str, object] = {"id": edit.id} if edit.op == "add" else {}
        values = {**named, **_changed(edit, plan)}
        if not values:
            raise UnfitError("The plan before the source says so already.")
        content = {
            "op": edit.op,
            "entity": edit.entity,
            "id": edit.id if edit.op == "update" and edit.id != edit.entity else None,
            "set": values,
            "quote": quotes(edit.evidence, turns),
            "required": required,
        }
        try:
            return GoldEdit.model_validate(content)
        except ValidationError as error:
            raise UnfitError(explain(error)) from None


def drafts(verdicts: Iterable[Verdict]) -> list[Draft]:
    """The verdicts' edits with those of one thing put together, in the order of the first."""
    found: dict[tuple[Entity, str], Draft] = {}
    for verdict in verdicts:
        edit = verdict.edit
        before = found.get((edit.entity, edit.id), Draft(edit.model_copy(update={"set": {}}), ()))
        found[edit.entity, edit.id] = Draft(
            _together(before.edit, edit), (*before.proposals, verdict.proposal.id)
        )
    return list(found.values())


def quotes(evidence: Iterable[Evidence], turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """The words of some evidence, each once."""
    return tuple(dict.fromkeys(quote(place, turns) for place in evidence))


def _together(first: Edit, second: Edit) -> Edit:
    return first.model_copy(
        update={
            "op": "add" if "add" in (first.op, second.op) else "update",
            "set": {**first.set, **second.set},
            "evidence": tuple(dict.fromkeys((*first.evidence, *second.evidence))),
        }
    )


def _changed(edit: Edit, plan: Plan) -> dict[str, object]:
    """The fields in which an edit differs from what is there, or from what an add leaves unsaid."""
    there = current(plan, edit.entity, edit.id) if edit.op == "update" else _unsaid(edit.entity)
    return {
        field: _plain(edit.entity, field, value)
        for field, value in edit.set.items()
        if (there or {}).get(field, ...) != value
    }


def _unsaid(entity: Entity) -> Values:
    """The values that an add has where it does not set them, in wire form."""
    defaults = (
        (field, info.default) for field, info in settable(entity).items() if not info.is_required()
    )
    return {field: list(value) if isinstance(value, tuple) else value for field, value in defaults}


def _plain(entity: Entity, field: str, value: object) -> object:
    """A value in wire form as people write it in YAML: a date, a number, a list."""
    kind = TypeAdapter[object](settable(entity)[field].rebuild_annotation())
    read = kind.validate_python(value)
    return list(read) if isinstance(read, tuple) else read
