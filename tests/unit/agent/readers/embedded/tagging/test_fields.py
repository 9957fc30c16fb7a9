"""Every change, risk and role has its tag, and every tag of a change is some change's."""

from typing import get_args

import pytest

from agent.readers.embedded.cues.risks import RISKS as CUES
from agent.readers.embedded.tagging.fields import ADDS, RISK_TAGS, ROLES, field_tag
from agent.readers.embedded.tagging.tags import CHANGES, RISKS, TAGS, Tag
from plan.values import (
    ActionStatus,
    Entity,
    MilestoneStatus,
    Op,
    RiskKind,
    Role,
    Sentiment,
)


@pytest.mark.parametrize(
    ("op", "entity", "field", "value", "tag"),
    [
        ("add", "action", "", None, Tag.PROMISE),
        ("add", "milestone", "", None, Tag.STEP),
        ("add", "stakeholder", "", None, Tag.PERSON),
        ("add", "outcome", "", None, Tag.OUTCOME),
        ("add", "deal", "", None, None),
        ("update", "milestone", "due", "2026-03-06", Tag.MOVE),
        ("update", "action", "owner", "dan", Tag.OWNER),
        ("update", "milestone", "status", "blocked", Tag.BLOCKED),
        ("update", "action", "status", "done", Tag.DONE),
        ("update", "action", "title", "Send it", None),
        ("update", "outcome", "due", "2026-03-06", Tag.OUTCOME),
        ("update", "outcome", "actual", 1.9, Tag.OUTCOME),
        ("update", "deal", "amount", 225000, Tag.AMOUNT),
        ("update", "deal", "currency", "USD", Tag.AMOUNT),
        ("update", "deal", "close_date", "2026-06-12", Tag.CLOSE),
        ("update", "deal", "stage", "negotiation", Tag.STAGE),
        ("update", "plan", "objective", "Fewer errors", Tag.OBJECTIVE),
        ("update", "stakeholder", "sentiment", "negative", Tag.COOL),
        ("update", "stakeholder", "active", False, Tag.GONE),
        ("update", "stakeholder", "active", True, Tag.PERSON),
        ("update", "stakeholder", "roles", ["legal"], Tag.ROLE),
        ("update", "stakeholder", "title", "CFO", Tag.ROLE),
    ],
)
def test_the_tag_of_a_change(
    op: Op, entity: Entity, field: str, value: object, tag: Tag | None
) -> None:
    assert field_tag(op, entity, field, value) is tag


@pytest.mark.parametrize("status", [*get_args(MilestoneStatus), *get_args(ActionStatus)])
def test_every_status_has_a_tag(status: str) -> None:
    assert field_tag("update", "milestone", "status", status) in CHANGES


@pytest.mark.parametrize("feeling", get_args(Sentiment))
def test_every_feeling_has_a_tag_of_its_own(feeling: Sentiment) -> None:
    found = {
        each: field_tag("update", "stakeholder", "sentiment", each) for each in get_args(Sentiment)
    }
    assert [each for each, tag in found.items() if tag is found[feeling]] == [feeling]


def test_every_risk_and_every_role_has_a_tag_of_its_own() -> None:
    assert set(RISK_TAGS) <= set(get_args(RiskKind))
    assert sorted(RISK_TAGS) == sorted(CUES)
    assert sorted(RISK_TAGS.values()) == sorted(RISKS)
    assert sorted(ROLES) == sorted(get_args(Role))
    assert len(set(ROLES.values())) == len(ROLES)
    assert not set(ROLES.values()) & {*CHANGES, *RISKS}


def test_adds_bear_tags_of_changes() -> None:
    assert set(ADDS.values()) <= set(CHANGES)


def test_a_tag_stands_in_the_network_s_outputs_once() -> None:
    assert len(set(TAGS)) == len(TAGS)
