"""A deal's current plan as YAML, in the layout of the golden deals."""

from pydantic import Field, ValidationError

from plan.models import Action, Day, Deal, Frozen, Milestone, Outcome, Plan, Stakeholder, Text
from plan.observations import Risk
from tools.exchange.errors import UnreadableFileError, explain
from tools.exchange.safe_yaml import dump, load


class PlanPart(Frozen):
    """What stands under `plan:`."""

    objective: Text | None = None
    outcomes: tuple[Outcome, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    actions: tuple[Action, ...] = ()
    risks: tuple[Risk, ...] = ()


class PlanFile(Frozen):
    """A plan file. `source_date` is the day of the sources it is read with, where it says one."""

    deal: Deal
    as_of: Day
    source_date: Day | None = None
    stakeholders: tuple[Stakeholder, ...] = ()
    plan: PlanPart = Field(default_factory=PlanPart)

    def to_plan(self) -> Plan:
        """The plan it describes; risks are observed, not planned, and stay behind."""
        return Plan(
            deal=self.deal,
            as_of=self.as_of,
            objective=self.plan.objective,
            stakeholders=self.stakeholders,
            outcomes=self.plan.outcomes,
            milestones=self.plan.milestones,
            actions=self.plan.actions,
        )


def read_plan(text: str) -> PlanFile:
    """The plan file of a YAML text.

    Raises:
        UnreadableFileError: It is no YAML or not in the layout; the message names the place.
    """
    content = load(text)
    if not isinstance(content, dict):
        raise UnreadableFileError("A plan file begins with `deal:`, `as_of:` and `plan:`.")
    try:
        return PlanFile.model_validate(content)
    except ValidationError as error:
        raise UnreadableFileError(explain(error)) from None


def write_plan(plan: Plan) -> str:
    """The YAML text of a plan: what is empty is left out."""
    content = {
        "deal": _brief(plan.deal),
        "as_of": plan.as_of,
        "stakeholders": [_brief(one) for one in plan.stakeholders],
        "plan": {
            "objective": plan.objective,
            "outcomes": [_brief(one) for one in plan.outcomes],
            "milestones": [_brief(one) for one in plan.milestones],
            "actions": [_brief(one) for one in plan.actions],
        },
    }
    return dump(content)


_UNSAID: dict[str, object] = {"active": True, "shared": False}
"""Fields that are written only where they differ from this."""


def _brief(item: Frozen) -> dict[str, object]:
    return {
        field: list(value) if isinstance(value, tuple) else value
        for field, value in item.model_dump().items()
        if value not in (None, (), _UNSAID.get(field))
    }
