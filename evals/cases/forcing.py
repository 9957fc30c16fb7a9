"""Teacher forcing: the deal as it stands before each source, whatever a reader found earlier.

Before source NN the plan is deal.yaml with every required gold edit of the sources before it
made, so that a wrong edit early on is paid for once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import NamedTuple

from agent.ports import Context, Quote
from agent.quotes import locate
from evals.cases.gold import GoldEdit, GoldRisk
from evals.cases.sample import Sample
from plan.checks import objections
from plan.decide import decide
from plan.edits import Edit
from plan.errors import RefusedError
from plan.events import Stamp
from plan.fields import normalise
from plan.fold import fold
from plan.ids import new_id
from plan.models import COLLECTIONS, Plan
from plan.observations import Risk
from plan.people import speakers
from plan.sources import Source

_STAMP = Stamp(at=datetime.min.replace(tzinfo=UTC), actor="gold", cause="gold")


class Refused(NamedTuple):
    """A gold edit that the plan does not take: its place in the list, and why not."""

    place: int
    reason: str


@dataclass(frozen=True)
class Before:
    """A deal before one of its sources.

    Attributes:
        plan: Its plan with all earlier required edits made.
        engaged: Each person's last day of engagement in earlier sources.
        known: The day each person added since became known.
        said: Said risks that are open.
        taken: Every id given so far.
        heard: Earlier sources by the numbers of their gold files, with their ids.
    """

    plan: Plan
    said: tuple[Risk, ...] = ()
    engaged: Mapping[str, date] = field(default_factory=dict)
    known: Mapping[str, date] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()
    heard: Mapping[str, tuple[str, Source]] = field(default_factory=dict)

    def context(self, source_id: str, source: Source) -> Context:
        """What a reader of the next source sees."""
        return Context(
            source_id=source_id,
            source=source,
            plan=self.plan,
            risks=self.said,
            engaged=dict(self.engaged),
            known=dict(self.known),
            taken=self.taken | ids(self.plan),
        )

    def after(self, sample: Sample, plan: Plan) -> "Before":
        """The deal once a sample's source was read and its required edits led to `plan`."""
        source, gold = sample.context.source, sample.gold
        heard = {**self.heard, sample.number: (sample.context.source_id, source)}
        there = {person.id for person in self.plan.stakeholders}
        new = (person.id for person in plan.stakeholders if person.id not in there)
        engaged = dict.fromkeys(speakers(source, plan.stakeholders), source.day)
        return Before(
            plan=plan,
            said=tuple(_said(gold.risks or (), sample.number, heard)),
            engaged={**self.engaged, **engaged},
            known={**dict.fromkeys(new, source.day), **self.known},
            taken=self.taken | ids(plan) | {edit.item for edit in gold.edits},
            heard=heard,
        )


def ids(plan: Plan) -> frozenset[str]:
    """The ids of all items of a plan."""
    return frozenset(item.id for entity in COLLECTIONS for item in plan.items(entity))


def as_edit(gold: GoldEdit) -> Edit:
    """A gold edit as the plan takes it, its values in wire form.

    Raises:
        RefusedError: A field that the entity does not have, or a value that does not fit it.
    """
    values = {name: value for name, value in gold.set.items() if name != "id"}
    wire = normalise(gold.entity, values)
    unnamed = gold.op == "add" and gold.item == gold.entity
    item = new_id(gold.entity, wire, set()) if unnamed else gold.item
    return Edit(op=gold.op, entity=gold.entity, id=item, set=wire)


def with_required(plan: Plan, edits: Sequence[GoldEdit]) -> tuple[Plan, list[Refused]]:
    """The plan with all required edits made, in whatever order they can be."""
    waiting = [(index, edit) for index, edit in enumerate(edits) if edit.required]
    while waiting:
        refused: list[tuple[int, GoldEdit]] = []
        for index, edit in waiting:
            try:
                plan = fold([decide(plan, as_edit(edit), _STAMP)], start=plan)
            except RefusedError:
                refused.append((index, edit))
        if len(refused) == len(waiting):
            return plan, [Refused(index, why_not(plan, edit)) for index, edit in refused]
        waiting = refused
    return plan, []


def why_not(plan: Plan, gold: GoldEdit) -> str:
    """Why a plan does not take an edit; empty where it does."""
    try:
        return " ".join(objections(plan, as_edit(gold)))
    except RefusedError as error:
        return str(error)


def _said(
    risks: Iterable[GoldRisk], number: str, heard: Mapping[str, tuple[str, Source]]
) -> Iterable[Risk]:
    """The gold's said risks as a deal keeps them, with the place of their words."""
    for risk in risks:
        if not risk.quote:
            continue
        source_id, source = heard.get(risk.source_nn or number, ("", None))
        turns = source.turns if source else ()
        found = (locate(Quote(text=quote), source_id, turns) for quote in risk.quote)
        yield Risk(
            kind=risk.kind,
            severity=risk.severity or "medium",
            stakeholders=risk.stakeholders,
            milestones=risk.milestones,
            evidence=tuple(place for place in found if place),
            basis="said",
        )
