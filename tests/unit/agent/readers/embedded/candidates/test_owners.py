"""Words of giving become a new owner of each item that they may be about."""

from collections.abc import Callable, Mapping

from agent.ports import Context
from agent.readers.embedded.candidates.owners import read
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag
from plan.models import Plan

Make = Callable[..., Context]
Hear = Callable[[Context, Mapping[str, Mapping[Tag, float]]], Material]

DAN, LENA = "Dan Cole", "Lena Ortiz"
GIVES = {Tag.OWNER: 0.8}


def test_whoever_the_words_may_mean_for_what_they_may_be_about(call: Make, hear: Hear) -> None:
    context = call((DAN, "Mia, the security review is yours now."))
    found = list(read(hear(context, {"review": GIVES})))
    about = [one for one in found if one.claim.id == "security-review"]
    assert [one.claim.set["owner"] for one in about] == ["mia", "dan"]
    assert all(one.tag is Tag.OWNER and one.rank == 0 for one in about)
    assert {one.rank for one in found} == {0, 1}


def test_who_owns_it_already_does_not_take_it_over(call: Make, hear: Hear) -> None:
    context = call((DAN, "Lena has the security review."))
    found = read(hear(context, {"review": GIVES}))
    taking = {one.claim.set["owner"] for one in found if one.claim.id == "security-review"}
    assert taking == {"dan"}


def test_what_is_closed_or_a_metric_has_no_new_owner(call: Make, hear: Hear, plan: Plan) -> None:
    done = tuple(one.model_copy(update={"status": "done"}) for one in plan.milestones)
    closed = plan.model_copy(update={"milestones": done})
    context = call((LENA, "Mia has the pilot and the picking errors."), plan=closed)
    found = list(read(hear(context, {"pilot": GIVES})))
    assert found
    assert {one.claim.entity for one in found} == {"action"}


def test_nobody_known_takes_nothing(call: Make, hear: Hear) -> None:
    context = call(("Speaker 9", "The security review is yours now."))
    assert not list(read(hear(context, {"review": GIVES})))
