from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.ground import ground
from agent.labels import Doubt, label_doubts
from agent.ports import Context, Draft, Quote
from plan.models import Action, Deal, Plan, Stakeholder
from plan.sources import Source, Turn
from plan.values import SourceKind

PEOPLE = (
    Stakeholder(id="mira", name="Mira Holt", side="buyer"),
    Stakeholder(id="jon", name="Jon Abara", side="buyer"),
    Stakeholder(id="tess", name="Tess Lindqvist", side="seller"),
    Stakeholder(id="will", name="Will Quist", side="seller"),
)
NAMES = {one.id: one.name for one in PEOPLE}
PLAN = Plan(
    version=1,
    deal=Deal(id="acme", name="Acme", account="Orvane Foods", seller="Stapelo GmbH"),
    as_of=date(2026, 3, 1),
    stakeholders=PEOPLE,
    actions=(
        Action(id="a1", title="Draft penetration test report", owner="mira"),
        Action(id="a2", title="Deliver sandbox credentials", owner="tess"),
    ),
)
RIGHT = (
    ("tess", "Morning Mira, how are you?"),
    ("mira", "Fine, thanks Tess."),
    ("tess", "Could you send us the list, Mira?"),
    ("mira", "It is with Jon."),
    ("jon", "I'll send it on Friday."),
)
SWAPPED = tuple(({"tess": "mira", "mira": "tess"}.get(label, label), text) for label, text in RIGHT)


def context(turns: Sequence[tuple[str, str]], kind: SourceKind = "call") -> Context:
    source = Source(
        kind=kind,
        format="vtt",
        occurred_at=datetime(2026, 3, 9, 9, tzinfo=UTC),
        day=date(2026, 3, 9),
        sha256="0" * 64,
        turns=tuple(
            Turn(n=n, speaker=NAMES.get(label, label) or None, text=text)
            for n, (label, text) in enumerate(turns, start=1)
        ),
    )
    return Context(source_id="acme.s1", source=source, plan=PLAN)


def doubts(*turns: tuple[str, str]) -> tuple[Doubt, ...]:
    return label_doubts(context(turns))


def people(*turns: tuple[str, str]) -> set[str]:
    return {one for doubt in doubts(*turns) for one in doubt.people}


def test_right_labels_are_not_doubted() -> None:
    assert doubts(*RIGHT) == ()


def test_exchanged_labels_are_told_with_the_turn_that_tells() -> None:
    (doubt,) = doubts(*SWAPPED)
    assert doubt.warning == (
        "Speaker labels look exchanged between Mira Holt and Tess Lindqvist (turn 1, labelled "
        "Mira Holt, calls “Mira” by name): check who said this."
    )
    assert doubt.turns == {1, 2, 3, 4}


@pytest.mark.parametrize("kind", ["email", "chat"])
def test_only_calls_have_labels_that_a_recorder_guessed(kind: SourceKind) -> None:
    assert label_doubts(context(SWAPPED, kind)) == ()


def test_labels_that_name_nobody_are_no_evidence() -> None:
    assert doubts(*(("", text) for _, text in SWAPPED)) == ()
    assert doubts(*(("Speaker 1", text) for _, text in SWAPPED)) == ()


def test_a_finding_is_warned_only_where_its_words_are_doubted() -> None:
    drafts = [
        Draft(
            op="add",
            entity="action",
            set={"title": title, "owner": "mira"},
            quotes=(Quote(text=words),),
        )
        for title, words in (("Send the list", "send us the list"), ("Post it", "I'll send it"))
    ]
    listed, posted = ground(drafts, context(SWAPPED)).findings
    assert any("look exchanged" in one for one in listed.warnings)
    assert not any("look exchanged" in one for one in posted.warnings)
    assert not any(
        "exchanged" in w for one in ground(drafts, context(RIGHT)).findings for w in one.warnings
    )


@pytest.mark.parametrize(
    "text",
    [
        "Tess here, sorry I'm late.",
        "Hi, this is Tess.",
        "I'm Tess, I look after delivery.",
        "Lindqvist again, I'm back.",
        "They said, Tess, nobody reads it.",
        "Tess.",
    ],
)
def test_saying_ones_own_name_is_no_address(text: str) -> None:
    assert doubts(("mira", "Go on."), ("tess", text), ("mira", "Good.")) == ()


def test_another_persons_introduction_is_told() -> None:
    (doubt,) = doubts(("mira", "Hello, I'm Tess and I look after delivery."), ("tess", "Go on."))
    assert "labelled Mira Holt, introduces its speaker as “Tess”" in doubt.warning


def test_presenting_a_colleague_is_no_introduction() -> None:
    assert doubts(("mira", "And this is Jon, who runs the docks."), ("jon", "Hello.")) == ()
    assert doubts(("mira", "Jon's here, by the way."), ("jon", "Hello.")) == ()


def test_the_wrong_person_answering_a_call_by_name_is_told() -> None:
    asked = ("jon", "And when will that be, Tess?")
    assert doubts(asked, ("tess", "By Friday."), ("mira", "Good.")) == ()
    (doubt,) = doubts(asked, ("mira", "By Friday."), ("tess", "Good."))
    assert set(doubt.people) == {"mira", "tess"}
    assert "labelled Mira Holt, answers a question to Tess Lindqvist" in doubt.warning


def test_speaking_of_the_others_tasks_as_ones_own_adds_up() -> None:
    mine = "I've finished the penetration test report."
    credentials = "I'll have the sandbox credentials tomorrow."
    assert people(("mira", mine), ("tess", credentials)) == set()
    turns = [("mira", credentials), ("tess", mine), ("jon", "Good.")] * 2
    assert people(*turns) == {"mira", "tess"}


def test_speaking_for_the_other_company_counts_against_a_label() -> None:
    ours = ("mira", "We at Stapelo would rather start in May. So what do you say? Okay?")
    assert people(ours, ("tess", "He told my board. They want to pay less, he said.")) == {
        "mira",
        "tess",
    }


def test_manner_alone_never_suffices() -> None:
    leading = ("mira", "Okay, great, so how is that on your side? Noted, thank you everyone.")
    telling = ("tess", "He told my boss they don't pay. She told him last year, ask me.")
    assert doubts(*[leading, telling] * 20) == ()


def test_names_that_are_words_count_only_where_somebody_is_called() -> None:
    said = ("will", "Will that do? It will. Good will matters.")
    assert doubts(*[said, ("mira", "It will.")] * 3) == ()
    assert people(("will", "Thanks, Will."), ("mira", "Sure.")) == {"will", "mira"}


def test_a_company_with_a_persons_name_is_not_the_person() -> None:
    deal = PLAN.deal.model_copy(update={"account": "Holt"})
    there = context([("mira", "Holt will decide. Thanks, Holt."), ("tess", "Good.")])
    plan = there.plan.model_copy(update={"deal": deal})
    assert label_doubts(there.model_copy(update={"plan": plan})) == ()
    assert label_doubts(there) != ()


def test_one_odd_saying_weighs_less_in_a_long_call() -> None:
    odd = ("mira", "Mira, could that be?")
    filler = [("jon", "Yes."), ("tess", "Okay, great.")]
    assert doubts(odd, *filler * 3) != ()
    assert doubts(odd, *filler * 100) == ()


def test_several_who_may_be_the_other_are_all_named() -> None:
    (doubt,) = doubts(("jon", "Well."), ("mira", "Mira, that could be."), ("will", "Well."))
    assert doubt.people[0] == "mira"
    assert set(doubt.people) == {"mira", "jon", "will"}
    assert doubt.warning.startswith("The speaker label Mira Holt looks wrong, perhaps exchanged")


def test_two_exchanges_in_one_call_are_both_told() -> None:
    turns = [
        ("will", "Who brings it, Tess?"),
        ("mira", "That's me. And who drives, Jon?"),
        ("will", "That's me."),
        ("tess", "Well, and who pays, Will?"),
        ("jon", "Not me. Or do you, Mira?"),
        ("tess", "Never."),
    ]
    assert {frozenset(one.people) for one in doubts(*turns)} == {
        frozenset({"mira", "tess"}),
        frozenset({"jon", "will"}),
    }


SAID = "Mira Tess, Will jon? Thanks, I'll this is here we at Stapelo okay . ! ’s “ sandbox Holt"
WORDS = st.sampled_from(SAID.split())
TURNS = st.lists(
    st.tuples(
        st.sampled_from(["mira", "tess", "jon", "will", ""]),
        st.lists(WORDS, min_size=1).map(" ".join),
    ),
    min_size=1,
)


@given(TURNS)
def test_whatever_is_said_doubts_name_speakers_of_their_turns_once(
    turns: list[tuple[str, str]],
) -> None:
    found = doubts(*turns)
    named = [one for doubt in found for one in doubt.people]
    assert len(named) == len(set(named))
    for doubt in found:
        labels = {turns[turn - 1][0] for turn in doubt.turns}
        assert labels == set(doubt.people)
    assert found == doubts(*turns)


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    doubts(("mira", text or "-"), ("tess", text or "-"))


@pytest.mark.timeout(30)
def test_a_call_of_many_calls_by_name_takes_no_hostile_time() -> None:
    long = [("tess", "Mira, this is it's I'm Tess " * 40)] * 1_000
    assert doubts(*long) == doubts(*long)
