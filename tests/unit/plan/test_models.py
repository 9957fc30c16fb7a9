"""What a plan can hold, however it was written: as YAML, as JSON or by hand."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from pydantic import ValidationError

from plan.models import Action, Deal, Milestone, Outcome, Plan, Stakeholder
from tests.strategies.plans import patient, plans


def deal(**values: object) -> Deal:
    needed = {"id": "acme", "name": "Acme", "account": "Acme Foods", "seller": "Northwind"}
    return Deal.model_validate(needed | values)


@pytest.mark.parametrize(
    "day", [date(2026, 3, 20), datetime(2026, 3, 20, tzinfo=UTC), "2026-03-20"]
)
def test_a_day_may_come_as_date_midnight_or_iso(day: object) -> None:
    assert deal(close_date=day).close_date == date(2026, 3, 20)


@pytest.mark.parametrize(
    "day",
    [0, 86400, 1772409600, "86400", "-86400", 20260320, 1.0, Decimal(0), True, "20 March", ""],
)
def test_a_number_is_no_day(day: object) -> None:
    with pytest.raises(ValidationError, match="a date such as 2026-03-20"):
        deal(close_date=day)


def test_a_time_of_day_is_no_day() -> None:
    with pytest.raises(ValidationError):
        deal(close_date=datetime(2026, 3, 20, 17, tzinfo=UTC))


@pytest.mark.parametrize("number", [0.1, "0.1", "0.10", "1E-1", Decimal("0.1")])
def test_a_number_is_what_was_written_and_no_binary_fraction(number: object) -> None:
    outcome = Outcome.model_validate({"id": "o", "metric": "errors", "target": number})
    assert outcome.model_dump()["target"] == Decimal("0.1")
    assert outcome.model_dump(mode="json")["target"] == "0.1"


@pytest.mark.parametrize(
    "number",
    [True, "NaN", "sNaN", "-Infinity", float("nan"), float("inf"), "1e-9", "1e16", 0.1 + 0.2],
)
def test_a_number_that_cannot_be_kept_exactly_is_refused(number: object) -> None:
    with pytest.raises(ValidationError):
        Outcome.model_validate({"id": "o", "metric": "errors", "target": number})


@pytest.mark.parametrize("amount", [-1, "-0.01"])
def test_no_deal_is_worth_less_than_nothing(amount: object) -> None:
    with pytest.raises(ValidationError):
        deal(amount=amount)


def test_white_space_around_words_goes() -> None:
    person = Stakeholder.model_validate({"id": "p", "name": " \tPriya Raman\n", "side": "buyer"})
    assert person.name == "Priya Raman"


@pytest.mark.parametrize("title", ["", " \n ", "x" * 501, "a\0b", "\ud800", 7, True, None])
def test_a_title_is_a_line_of_text_that_can_be_stored(title: object) -> None:
    with pytest.raises(ValidationError):
        Action.model_validate({"id": "a", "title": title})


@pytest.mark.parametrize("value", ["x" * 4001, "a\0b"])
def test_a_text_is_bounded_and_can_be_stored(value: str) -> None:
    with pytest.raises(ValidationError):
        Milestone.model_validate({"id": "m", "title": "Pilot", "value": value})


@pytest.mark.parametrize(
    "name", ["", "Foo", "a b", "é", "a_b", "-a", "a-", "a--b", "a\n", "x" * 81]
)
def test_an_id_is_words_of_plain_letters_joined_by_hyphens(name: str) -> None:
    with pytest.raises(ValidationError):
        Action(id=name, title="Send it")


def test_a_list_holds_each_thing_once_in_its_order() -> None:
    milestone = Milestone.model_validate(
        {"id": "m", "title": "Pilot", "depends_on": ["b", "a", "b"], "outcomes": ["o", "o"]}
    )
    assert (milestone.depends_on, milestone.outcomes) == (("b", "a"), ("o",))
    roles = ["champion", "legal", "champion"]
    person = Stakeholder.model_validate({"id": "p", "name": "P", "side": "buyer", "roles": roles})
    assert person.roles == ("champion", "legal")


@pytest.mark.parametrize("zone", ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires"])
def test_a_time_zone_is_known_by_its_iana_name(zone: str) -> None:
    assert deal(time_zone=zone).time_zone == zone


@pytest.mark.parametrize(
    "zone", ["", "CEST?", "Europe", "Mars/Base", "../../etc/passwd", "a\0b", "\ud800", "x" * 5000]
)
def test_what_is_no_time_zone_is_refused(zone: str) -> None:
    with pytest.raises(ValidationError, match="an IANA time zone such as Europe/Berlin"):
        deal(time_zone=zone)


def test_unknown_fields_are_refused_and_nothing_changes_in_place() -> None:
    with pytest.raises(ValidationError):
        deal(probability=0.5)
    with pytest.raises(ValidationError):
        deal().name = "Other"  # type: ignore[misc]  # that it must not work is the point


def test_things_are_found_by_kind_and_id(acme: Plan) -> None:
    assert acme.find("milestone", "pilot") == acme.milestones[0]
    assert acme.find("action", "pilot") is None
    assert acme.items("stakeholder") == acme.stakeholders
    assert acme.items("deal") == acme.items("plan") == ()
    assert acme.person("dan-cole") == acme.stakeholders[3]
    assert acme.person("pilot") is None
    assert acme.person(None) is None


@patient
@given(plans())
def test_a_plan_survives_being_stored_as_json(plan: Plan) -> None:
    assert Plan.model_validate_json(plan.model_dump_json()) == plan
    assert Plan.model_validate(plan.model_dump(mode="json")) == plan
