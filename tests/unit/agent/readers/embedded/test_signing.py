"""A new day of the signature is the deal's new close date."""

from collections.abc import Callable, Mapping

import pytest

from agent.ports import Context
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.material import Material
from agent.readers.embedded.signing import with_close
from plan.models import Plan
from plan.values import Entity

Make = Callable[..., Context]
Prepare = Callable[[Context], Material]

DAY, OTHER = "2026-06-12", "2026-06-19"


@pytest.fixture
def read(call: Make, prepare: Prepare) -> Material:
    return prepare(call(("Dan Cole", "We sign later.")))


def claim(entity: Entity, item: str | None, values: Mapping[str, str]) -> Claim:
    return Claim("update", entity, item, dict(values), (0,), 0.7, "Said so.", ("Look twice.",))


def test_the_signature_s_day_closes_the_deal(read: Material) -> None:
    moved = claim("milestone", "signature", {"due": DAY})
    first, close = with_close(read, [moved])
    assert first is moved
    assert (close.op, close.entity, close.id) == ("update", "deal", None)
    assert close.set == {"close_date": DAY}
    assert (close.evidence, close.confidence, close.why, close.warnings) == (
        moved.evidence,
        moved.confidence,
        moved.why,
        moved.warnings,
    )


def test_a_close_date_that_was_said_stays(read: Material) -> None:
    said = [
        claim("milestone", "signature", {"due": DAY}),
        claim("deal", None, {"close_date": OTHER}),
    ]
    assert with_close(read, iter(said)) == said


@pytest.mark.parametrize(
    "one",
    [
        claim("milestone", "pilot", {"due": DAY}),
        claim("milestone", "signature", {"status": "done"}),
        claim("action", "signature-lunch", {"due": DAY}),
        claim("deal", None, {"stage": "negotiation"}),
    ],
)
def test_nothing_else_moves_it(read: Material, one: Claim) -> None:
    assert with_close(read, [one]) == [one]


def test_without_a_signature_nothing_is_added(
    call: Make, prepare: Prepare, empty_plan: Plan
) -> None:
    read = prepare(call(("Dan Cole", "We sign later."), plan=empty_plan))
    moved = claim("milestone", "signature", {"due": DAY})
    assert with_close(read, [moved]) == [moved]


def test_no_claims_are_no_claims(read: Material) -> None:
    assert with_close(read, []) == []
