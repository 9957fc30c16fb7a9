from typing import get_args

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from agent.llm.shapes import shape_of
from agent.readers.model.answers import Change, Checked, Drafted
from agent.readers.model.answers.checked import Reason
from agent.readers.model.answers.drafted import SaidKind
from agent.readers.model.edits import KINDS, values
from plan.fields import required, settable
from plan.models import Frozen
from plan.values import RiskKind
from tests.fakes.openai_schemas import schema_fault
from tests.unit.agent.readers.model.answering import Json, milestone

CHANGE: TypeAdapter[Change] = TypeAdapter(Change)
FORMS: tuple[type[Frozen], ...] = get_args(get_args(Change)[0])
OF_THE_ANSWER = {"what", "id", "clear"}


@pytest.mark.parametrize("kind", [Drafted, Checked])
def test_answers_have_a_form_that_strict_modes_take(kind: type[BaseModel]) -> None:
    assert schema_fault(dict(shape_of(kind).document)) is None


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_an_edit_sets_only_what_the_plan_lets_it(form: type[Frozen]) -> None:
    (what,) = get_args(form.model_fields["what"].annotation)
    op, entity = KINDS[what]
    fields = set(form.model_fields) - OF_THE_ANSWER
    assert fields <= set(settable(entity))
    if op == "add":
        assert required(entity) <= fields


def test_every_form_is_known() -> None:
    whats = {get_args(form.model_fields["what"].annotation)[0] for form in FORMS}
    assert whats == set(KINDS)


def test_kinds_and_reasons_are_those_of_the_plan_and_of_the_golden_cases() -> None:
    assert set(get_args(SaidKind)) < set(get_args(RiskKind))
    traps = "hypothetical other_deal retracted past joke question vague quoted_history"
    more = "already_known injection small_talk not_agreed none not_said duplicate"
    assert set(get_args(Reason)) == set(f"{traps} {more}".split())


@pytest.mark.parametrize(
    "change",
    [
        {"amount": 1},
        {"status": "finished"},
        {"what": "risk"},
        {"due": 20250908},
        {"depends_on": "m1"},
    ],
)
def test_what_is_not_of_the_form_is_no_answer(change: Json) -> None:
    with pytest.raises(ValidationError):
        CHANGE.validate_python(milestone(**change))


def test_numbers_are_finite() -> None:
    told = {"what": "deal", "stage": None, "currency": None, "close_date": None}
    with pytest.raises(ValidationError):
        CHANGE.validate_python({**told, "amount": float("nan")})


def test_null_sets_nothing_and_clearing_sets_null() -> None:
    change = CHANGE.validate_python(milestone(due="2025-09-08", clear=["owner"], depends_on=[]))
    assert values(change).set == {"owner": None, "due": "2025-09-08", "depends_on": []}
