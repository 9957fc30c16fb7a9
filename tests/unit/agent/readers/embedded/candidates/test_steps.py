"""Words that ask for a step become milestones, by kind and by who may run them."""

from collections.abc import Callable, Mapping

from agent.ports import Context
from agent.readers.embedded.candidates.candidate import Candidate
from agent.readers.embedded.candidates.steps import KINDS, read
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag

Make = Callable[..., Context]
Hear = Callable[[Context, Mapping[str, Mapping[Tag, float]]], Material]

DAN, PRIYA = "Dan Cole", "Priya Raman"
ASKS = {Tag.STEP: 0.8}


def pairs(found: list[Candidate]) -> list[tuple[object, object]]:
    return [(one.claim.set["owner"], one.claim.set["kind"]) for one in found]


def test_a_step_has_a_title_a_kind_an_owner_and_a_day(call: Make, hear: Hear) -> None:
    context = call((DAN, "I'll run a demo, put it into the plan for March 25."))
    (one,) = read(hear(context, {"demo": ASKS}))
    assert (one.tag, one.claim.op, one.claim.entity) == (Tag.STEP, "add", "milestone")
    assert one.claim.set["due"] == "2026-03-25"
    assert pairs([one]) == [("dan", "demo")]
    assert one.claim.set["title"]
    assert one.claim.evidence == (0,)


def test_its_day_may_stand_beside_the_words(call: Make, hear: Hear) -> None:
    context = call((PRIYA, "Please put in a workshop."), (DAN, "Let's have it on March 25."))
    found = list(read(hear(context, {"workshop": ASKS})))
    assert {one.claim.set["due"] for one in found} == {"2026-03-25"}
    assert all(one.claim.evidence == (0, 1) for one in found)
    assert {who for who, _ in pairs(found)} == {"dan", "priya"}


def test_every_owner_with_every_kind_is_a_candidate(call: Make, hear: Hear) -> None:
    context = call((DAN, "Priya and I want a legal workshop with a demo on March 25."))
    found = list(read(hear(context, {"workshop": ASKS})))
    assert len({kind for _, kind in pairs(found)}) == KINDS
    assert len(set(pairs(found))) == len(found)
    assert {who for who, _ in pairs(found)} == {"dan", "priya"}
    assert [one.rank for one in found] == list(range(len(found)))
    assert len({one.claim.id for one in found}) == 1


def test_what_names_no_kind_is_other(call: Make, hear: Hear) -> None:
    (one,) = read(hear(call((DAN, "I'll do the barbecue on March 25.")), {"barbecue": ASKS}))
    assert one.claim.set["kind"] == "other"


def test_the_surest_words_give_the_step_its_title_and_kind(call: Make, hear: Hear) -> None:
    context = call((DAN, "I'd add the launch party."), (DAN, "I'd add the demo on March 25."))
    script = {"launch": {Tag.STEP: 0.9}, "demo": {Tag.STEP: 0.3}}
    (first, *_) = read(hear(context, script))
    assert first.claim.set["kind"] == "go_live"
    assert "launch party" in str(first.claim.set["title"])


def test_without_a_day_to_come_there_is_no_step(call: Make, hear: Hear) -> None:
    for words in ("I'll run a demo.", "I ran a demo on March 2.", "A demo, but not on March 25."):
        assert not list(read(hear(call((DAN, words)), {"demo": ASKS})))


def test_what_is_not_heard_is_no_step(call: Make, hear: Hear) -> None:
    context = call((DAN, "I'll run a demo on March 25."))
    assert not list(read(hear(context, {"demo": {Tag.MOVE: 0.9}})))


def test_nobody_known_runs_nothing(call: Make, hear: Hear) -> None:
    context = call(("Speaker 9", "A demo on March 25."))
    assert not list(read(hear(context, {"demo": ASKS})))
