"""Which tag the words of a change, a risk or a trap bear."""

from agent.readers.embedded.tagging.tags import Tag
from plan.values import Entity, Op, RiskKind, Role

ADDS: dict[Entity, Tag] = {
    "action": Tag.PROMISE,
    "milestone": Tag.STEP,
    "stakeholder": Tag.PERSON,
    "outcome": Tag.OUTCOME,
}
BY_VALUE = {
    "status": {
        "done": Tag.DONE,
        "in_progress": Tag.STARTED,
        "open": Tag.STARTED,
        "planned": Tag.STARTED,
        "blocked": Tag.BLOCKED,
        "cancelled": Tag.CANCELLED,
    },
    "sentiment": {"positive": Tag.WARM, "negative": Tag.COOL, "neutral": Tag.NEUTRAL},
    "active": {"False": Tag.GONE, "True": Tag.PERSON},
}
"""Fields whose value decides."""
FIELDS = {
    "due": Tag.MOVE,
    "owner": Tag.OWNER,
    "amount": Tag.AMOUNT,
    "currency": Tag.AMOUNT,
    "close_date": Tag.CLOSE,
    "stage": Tag.STAGE,
    "objective": Tag.OBJECTIVE,
}

RISK_TAGS: dict[RiskKind, Tag] = {
    "blocker_raised": Tag.BLOCKER,
    "stakeholder_departure": Tag.DEPARTURE,
    "champion_weakening": Tag.CHAMPION,
    "budget_risk": Tag.BUDGET,
    "competitor_threat": Tag.COMPETITOR,
    "priority_shift": Tag.PRIORITY,
    "scope_change": Tag.SCOPE,
}

ROLES: dict[Role, Tag] = {
    "champion": Tag.CHAMPIONS,
    "economic_buyer": Tag.PAYS,
    "decision_maker": Tag.DECIDES,
    "executive_sponsor": Tag.SPONSORS,
    "technical_evaluator": Tag.EVALUATES,
    "security": Tag.SECURES,
    "legal": Tag.COUNSELS,
    "procurement": Tag.PROCURES,
    "end_user": Tag.USES,
    "influencer": Tag.INFLUENCES,
    "blocker": Tag.BLOCKS,
    "account_executive": Tag.SELLS,
    "solutions_engineer": Tag.ENGINEERS,
    "customer_success": Tag.SUPPORTS,
    "manager": Tag.MANAGES,
}


def field_tag(op: Op, entity: Entity, field: str, value: object) -> Tag | None:
    """The tag of one field's change, or of an add; None where the words bear none of their own."""
    if op == "add":
        return ADDS.get(entity)
    if entity == "outcome":
        return Tag.OUTCOME
    if field in BY_VALUE:
        return BY_VALUE[field][str(value)]
    return Tag.ROLE if entity == "stakeholder" else FIELDS.get(field)
