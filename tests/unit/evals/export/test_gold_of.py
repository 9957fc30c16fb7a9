"""What people decided on a source, as its gold: any of it loads and scores full against itself."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from agent.ports import Quote
from agent.quotes import locate
from evals.cases.gold import Gold, GoldEdit
from evals.cases.loading import load
from evals.export.deal_before import deal_file
from evals.export.drafts import Verdict
from evals.export.gold_file import gold_file
from evals.export.gold_of import Judged, judged
from evals.judging.judge import judge
from plan.edits import Edit, content_hash
from plan.models import Action, Deal, Milestone, Plan, Stakeholder
from plan.proposals import Decision, Proposal
from plan.sources import Evidence, Source, Turn
from plan.values import Entity, Op
from tests.strategies.plans import edits, patient, plans
from tests.unit.evals.small import perfect
from tools.exchange.rendering import render

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
TEXTS = (
    "The pen test is late, so the review ends on the twentieth, not before.",
    "Then I'll send Uma the contract by Friday & call her on Monday.",
    "If we were quick, we might even sign in April. Budget: 2.4 > 0.8, I'd say.",
    "Somebody should look at the annex, some day, and the price stays as it is.",
)
SOURCE = Source(
    kind="call",
    format="vtt",
    occurred_at=NOW,
    day=NOW.date(),
    sha256="0" * 64,
    turns=tuple(
        Turn(n=n, speaker=("Lena Ortiz", "Dan Cole")[n % 2], text=text, start=9.0 * n, end=9.0 * n)
        for n, text in enumerate(TEXTS, start=1)
    ),
)
PLAN = Plan(
    deal=Deal(id="acme", name="Acme", account="Acme", seller="Us", amount="240000"),
    as_of=date(2026, 3, 1),
    stakeholders=(
        Stakeholder(id="lena-ortiz", name="Lena Ortiz", side="buyer"),
        Stakeholder(id="dan-cole", name="Dan Cole", side="seller"),
    ),
    milestones=(Milestone(id="review", title="Review", due=date(2026, 3, 13)),),
    actions=(Action(id="send-soc2", title="Send it", owner="dan-cole"),),
)


def verdict(
    number: int,
    edit: Edit,
    how: str | None = "approve",
    reason: str = "",
    **decided: JsonValue,
) -> Verdict:
    """A proposal and its decision; numbers of both go together."""
    proposal = Proposal(
        id=f"acme.p{number}",
        deal="acme",
        number=number,
        source="acme.s1",
        reading=1,
        occurred_at=NOW,
        edit=edit,
        hash=content_hash(edit, {}),
        created_at=NOW,
    )
    if how is None:
        return Verdict(proposal)
    terms = {"id": f"acme.d{number}", "deal": "acme", "number": number, "verdict": how}
    values = {**edit.set, **decided} if how == "approve" else {}
    return Verdict(
        proposal,
        Decision.model_validate(
            {**terms, "actor": "rep", "at": NOW, "decided": values, "reason": reason}
        ),
    )


def said(*quotes: str) -> tuple[Evidence, ...]:
    """Where some words stand."""
    found = (locate(Quote(text=quote), "acme.s1", SOURCE.turns) for quote in quotes)
    return tuple(place for place in found if place)


def edit(entity: Entity, item: str, *quotes: str, op: Op = "update", **values: JsonValue) -> Edit:
    """An edit that rests on words of the source."""
    return Edit(op=op, entity=entity, id=item, set=values, evidence=said(*quotes))


def golden(*verdicts: Verdict, plan: Plan = PLAN) -> Judged:
    return judged("01-call.vtt", SOURCE, plan, verdicts)


def only(made: Judged) -> GoldEdit:
    (one,) = made.gold.edits
    return one


def reasons(made: Judged) -> dict[str, str]:
    return {one.what: one.reason for one in made.left_out}


def write(folder: Path, plan: Plan, gold: Gold) -> Path:
    """A case of this plan and gold."""
    for name, data in (
        ("deal.yaml", deal_file(plan, ()).encode()),
        ("sources/01-call.vtt", render(SOURCE).data),
        ("gold/01.yaml", gold_file(gold).encode()),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@st.composite
def words(draw: st.DrawFn) -> tuple[Evidence, ...]:
    """One or two stretches of what was said."""
    found = []
    for _ in range(draw(st.integers(1, 2))):
        turn = draw(st.sampled_from(SOURCE.turns))
        start = draw(st.integers(0, len(turn.text) - 9))
        end = draw(st.integers(start + 8, len(turn.text)))
        found.append(Evidence(source="acme.s1", turn=turn.n, start=start, end=end))
    return tuple(found)


@st.composite
def verdicts(draw: st.DrawFn, plan: Plan) -> Sequence[Verdict]:
    """Proposals on a plan, each as if alone or after those before, decided in any order."""
    count = draw(st.integers(1, 6))
    made = []
    for number in draw(st.permutations(range(1, count + 1))):
        evidence = draw(words())
        one = draw(edits(plan)).model_copy(update={"evidence": evidence})
        how = draw(st.sampled_from(["approve", "approve", "reject", None]))
        made.append(verdict(number, one, how, draw(st.sampled_from(["", "joke", "no, never"]))))
    return made


@patient
@given(st.data())
def test_any_decisions_make_a_case_that_loads_and_scores_full_against_itself(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    plan = data.draw(plans()).model_copy(update={"version": 0})
    given = data.draw(verdicts(plan))
    made = golden(*given, plan=plan)
    case = load(write(tmp_path_factory.mktemp("case"), plan, made.gold))
    (sample,) = case.samples
    assert {one.verdict for one in judge(sample, perfect(sample))} <= {"right"}
    assert sample.gold == made.gold
    approved = {
        (one.edit.entity, one.edit.id)
        for one in given
        if one.verdict == "approve" and one.proposal.id not in reasons(made)
    }
    assert {(one.entity, one.item) for one in made.gold.edits if one.required} == approved
    assert len(made.gold.edits) == len({(one.entity, one.item) for one in made.gold.edits})


def test_an_edited_approval_gives_the_values_decided() -> None:
    late = edit("milestone", "review", "the review ends on the twentieth", due="2026-03-20")
    made = golden(verdict(1, late, due="2026-03-21", owner="lena-ortiz"))
    assert only(made).set == {"due": date(2026, 3, 21), "owner": "lena-ortiz"}
    assert (only(made).required, only(made).speaker) == (True, "dan-cole")


def test_fields_that_were_edited_back_or_left_at_what_they_are_anyway_are_no_change() -> None:
    late = edit(
        "milestone", "review", "the review ends on the twentieth", due="2026-03-20", title="Done"
    )
    call = edit(
        "action", "call", "call her on Monday", op="add", title="Call", status="open", owner=None
    )
    made = golden(verdict(1, late, title="Review"), verdict(2, call))
    assert [one.set for one in made.gold.edits] == [
        {"due": date(2026, 3, 20)},
        {"id": "call", "title": "Call"},
    ]
    nothing = golden(verdict(1, late, title="Review", due="2026-03-13"))
    assert nothing.gold.edits == ()
    assert reasons(nothing) == {"acme.p1": "The plan before the source says so already."}


def test_what_was_approved_of_one_thing_is_one_edit_and_the_last_word_counts() -> None:
    first = edit("milestone", "review", "The pen test is late", due="2026-03-20", status="blocked")
    last = edit("milestone", "review", "the price stays as it is", due="2026-03-27")
    made = golden(verdict(2, last), verdict(1, first))
    assert only(made).set == {"due": date(2026, 3, 27), "status": "blocked"}
    assert only(made).quote == ("The pen test is late", "the price stays as it is")
    (again,) = golden(verdict(1, last), verdict(2, first)).gold.edits
    assert again.set["due"] == date(2026, 3, 20)


def test_additions_that_name_each_other_hold_in_any_order() -> None:
    uma = edit("stakeholder", "uma", "send Uma the contract", op="add", name="Uma", side="buyer")
    send = edit("action", "send", "by Friday", op="add", title="Send", owner="uma")
    made = golden(verdict(1, send), verdict(2, uma))
    assert {one.item for one in made.gold.edits if one.required} == {"uma", "send"}
    alone = golden(verdict(1, send), verdict(2, uma, None))
    assert [one.item for one in alone.gold.edits] == ["uma"]
    assert "no person `uma`" in reasons(alone)["acme.p1"]


def test_what_nobody_decided_is_optional_unless_the_same_was_approved_or_it_does_not_fit() -> None:
    send = edit("action", "send", "send Uma the contract", op="add", title="Send the contract")
    twin = edit("action", "send-2", "Uma the contract by", op="add", title="Send our contract")
    gone = edit("action", "gone", "some day", status="done")
    more = edit("action", "send", "by Friday", due="2026-03-06")
    late = edit("milestone", "review", "The pen test is late", status="blocked")
    open_ones = [verdict(n, one, None) for n, one in enumerate((twin, gone, more, late), start=2)]
    made = golden(verdict(1, send), *open_ones)
    assert [(one.item, one.required) for one in made.gold.edits] == [
        ("review", False),
        ("send", True),
    ]
    told = reasons(made)
    assert set(told) == {"acme.p2", "acme.p3", "acme.p4"}
    assert told["acme.p2"] == told["acme.p4"] == "A change of the same thing was approved."
    assert "does not fit" in told["acme.p3"]


def test_people_who_were_approved_may_own_what_is_optional_and_be_the_speaker() -> None:
    lena, dan = PLAN.stakeholders
    plan = PLAN.model_copy(update={"stakeholders": (lena,)})
    new = edit(
        "stakeholder", "dan", "send Uma the contract", op="add", name=dan.name, side="seller"
    )
    call = edit("action", "call", "call her on Monday", op="add", title="Call", owner="dan")
    late = edit("milestone", "review", "The pen test is late", due="2026-03-20")
    made = golden(verdict(1, new), verdict(2, call, None), verdict(3, late), plan=plan)
    assert [(one.item, one.required, one.speaker) for one in made.gold.edits] == [
        ("review", True, "dan"),
        ("dan", True, "lena-ortiz"),
        ("call", False, "lena-ortiz"),
    ]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("joke", "joke"),
        (" Already known ", "already_known"),
        ("small-talk", "small_talk"),
        ("not a joke", "not_agreed"),
        ("quoted history", "not_agreed"),
        ("", "not_agreed"),
    ],
)
def test_a_trap_says_why_where_the_reason_is_one_of_the_list(typed: str, why: str) -> None:
    april = edit("milestone", "review", "we might even sign in April", due="2026-04-30")
    made = golden(verdict(1, april, "reject", typed))
    (trap,) = made.gold.traps
    assert (trap.quote, trap.why, trap.note) == (("we might even sign in April",), why, typed)
    assert made.gold.edits == ()


def test_words_that_also_carry_a_change_are_no_trap() -> None:
    late = edit("milestone", "review", "the review ends on the twentieth", due="2026-03-20")
    price = edit("deal", "deal", "the price stays as it is", "review ends on the", amount="1")
    april = edit("plan", "plan", "we might even sign in April", objective="Sign")
    made = golden(
        verdict(1, late), verdict(2, price, "reject"), verdict(3, april, "reject", "vague")
    )
    assert [trap.quote for trap in made.gold.traps] == [("we might even sign in April",)]
    assert reasons(made) == {"acme.p2": "Its words carry another change, so they are no trap."}


def test_the_same_words_are_one_trap() -> None:
    words = "we might even sign in April"
    twice = [
        verdict(1, edit("deal", "deal", words, stage="proposal"), "reject", "vague"),
        verdict(2, edit("plan", "plan", words, objective="Sign"), "reject", "joke"),
    ]
    (trap,) = golden(*twice).gold.traps
    assert trap.why == "vague"


def test_a_change_without_words_is_left_out() -> None:
    made = golden(verdict(1, edit("deal", "deal", stage="proposal")))
    assert made.gold.edits == ()
    assert reasons(made) == {"acme.p1": "It rests on no words of the source."}


def test_a_quote_longer_than_a_gold_file_takes_is_left_out_with_the_reason() -> None:
    long = SOURCE.turns[0].model_copy(update={"text": "so " * 2000})
    source = SOURCE.model_copy(update={"turns": (long,)})
    evidence = (Evidence(source="acme.s1", turn=1, start=0, end=5999),)
    late = edit("milestone", "review", due="2026-03-20").model_copy(update={"evidence": evidence})
    for how in ("approve", "reject", None):
        made = judged("01-call.vtt", source, PLAN, [verdict(1, late, how)])
        assert (made.gold.edits, made.gold.traps) == ((), ())
        assert "at most 4000 characters" in reasons(made)["acme.p1"]


def test_a_gold_file_has_no_keys_of_what_nobody_judged() -> None:
    text = gold_file(golden(verdict(1, edit("deal", "deal", "some day", stage="proposal"))).gold)
    assert "risks" not in text
    assert "next_best_action" not in text
    assert "id" not in text.replace("side", "")
