"""What a user asks to change becomes a proposal; nothing else does."""

import pytest
from pydantic import JsonValue

from agent.answers.answer import ItemRef
from agent.chat.ports import Asked, Failing, Looking, Proposing
from agent.llm.errors import BusyError
from memory.records import Message
from tests.fakes.language_models import ScriptedModel
from tests.fakes.talking import calls, results_in, says
from tests.unit.agent.chat.model.orchard import NOW, ChatOf, Shelf, answered, happened

PUSH = "Push security to the 24th, please."
MOVE: dict[str, JsonValue] = {
    "entity": "milestone",
    "id": "m2",
    "set": {"due": "2026-03-24"},
    "why": "push security to the 24th",
}
TOLD = (
    "I have proposed to move “Security review passed” from Thursday 19 March 2026 to Tuesday 24 "
    "March 2026. [c1] Nothing has changed yet; it waits for approval. [c1]"
)


def test_push_security_to_the_24th(chat_of: ChatOf) -> None:
    shelf = Shelf()
    with ScriptedModel(calls(("propose_edit", MOVE)), says(TOLD)) as model:
        told = happened(chat_of(model), PUSH, shelf)
    (made,) = shelf.proposals
    assert (made.edit.id, made.edit.set) == ("security", {"due": "2026-03-24"})
    assert made.why == MOVE["why"]
    assert told[:2] == [
        Looking(tool="propose_edit", about="milestone, m2, push security to the 24th"),
        Proposing(proposal=made.id),
    ]
    moved, waits = answered(told).answer.statements
    assert moved.proposals == waits.proposals == (made.id,)
    assert moved.items == (ItemRef(deal="orchard", entity="milestone", id="security"),)
    assert (moved.basis, answered(told).answer.topic) == ("proposed", "proposal")
    (result,) = results_in(model.asks[1])
    assert "due Thursday 19 March 2026 becomes Tuesday 24 March 2026" in result


def test_a_proposal_is_told_also_where_the_model_does_not(chat_of: ChatOf) -> None:
    shelf = Shelf()
    with ScriptedModel(calls(("propose_edit", MOVE)), says("Security is done. [c9]")) as model:
        last = answered(happened(chat_of(model), PUSH, shelf))
    (statement,) = last.answer.statements
    assert statement.proposals == ("orchard.p1",)
    assert last.text.startswith(
        "Proposal, waiting for approval: milestone “Security review passed”"
    )
    assert last.warnings[-1].startswith("The model did not tell of a proposal")


def test_a_proposal_is_told_also_where_the_model_then_fails(chat_of: ChatOf) -> None:
    with ScriptedModel(calls(("propose_edit", MOVE)), BusyError("Busy.")) as model:
        told = happened(chat_of(model), PUSH)
    assert told[1:] == [Proposing(proposal="orchard.p1"), Failing(reason="Busy.")]


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"why": "Femke asked for it."}, "Copy into `why` the user's own words"),
        ({"id": "the moon"}, "There is no milestone called “the moon”"),
        ({"set": {"due": "soon"}}, "due"),
        ({"set": {"owner": "Petra"}}, "There is no stakeholder called “Petra”"),
        ({"set": {"due": "2026-03-19"}}, "says already"),
        ({"set": {"mood": "good"}}, "no field `mood`"),
        ({"entity": "source"}, "Mend the arguments: entity"),
        ({"deal": "other"}, "Mend the arguments: deal"),
    ],
)
def test_what_is_refused_is_told_and_proposes_nothing(
    chat_of: ChatOf, change: dict[str, JsonValue], refused: str
) -> None:
    shelf = Shelf()
    with ScriptedModel(calls(("propose_edit", {**MOVE, **change})), says("Thanks.")) as model:
        told = happened(chat_of(model), PUSH, shelf)
    (result,) = results_in(model.asks[1])
    assert refused in result
    assert not [one for one in told if isinstance(one, Proposing)]


def test_people_are_named_as_people_name_them(chat_of: ChatOf) -> None:
    shelf = Shelf()
    change: dict[str, JsonValue] = {**MOVE, "set": {"owner": "Femke", "depends_on": ["m1"]}}
    with ScriptedModel(calls(("propose_edit", change)), says("Thanks.")) as model:
        happened(chat_of(model), PUSH, shelf)
    (made,) = shelf.proposals
    assert made.edit.set == {"owner": "femke", "depends_on": ["access"]}


def test_the_users_words_may_stand_earlier_in_the_thread(chat_of: ChatOf) -> None:
    asked = Asked(
        question="Yes, do that.",
        before=(Message(thread="t", n=1, role="user", text=PUSH, at=NOW),),
    )
    shelf = Shelf()
    with ScriptedModel(calls(("propose_edit", MOVE)), says(TOLD)) as model:
        list(chat_of(model).answer(asked, shelf))
    assert len(shelf.proposals) == 1


def test_the_words_of_an_answer_ask_for_nothing(chat_of: ChatOf) -> None:
    asked = Asked(
        question="What next?",
        before=(Message(thread="t", n=1, role="tandem", text=PUSH, at=NOW),),
    )
    shelf = Shelf()
    with ScriptedModel(calls(("propose_edit", MOVE)), says("Thanks.")) as model:
        list(chat_of(model).answer(asked, shelf))
    assert shelf.proposals == []


def test_no_question_makes_many_proposals(chat_of: ChatOf) -> None:
    shelf = Shelf()
    days: list[dict[str, JsonValue]] = [{"due": f"2026-04-{n:02}"} for n in range(1, 9)]
    many = calls(*(("propose_edit", {**MOVE, "set": one}) for one in days))
    with ScriptedModel(many, says("Thanks.")) as model:
        happened(chat_of(model), PUSH, shelf)
    assert len(shelf.proposals) == 5
    assert results_in(model.asks[1])[-1] == "No more proposals for this question."


def test_something_new(chat_of: ChatOf) -> None:
    shelf = Shelf()
    change: dict[str, JsonValue] = {
        "entity": "action",
        "id": "",
        "set": {"title": "Book the room", "owner": "p2"},
        "why": "Ines books the room",
    }
    told = "I have proposed the new action “Book the room” for Ines Dahl. [c1]"
    with ScriptedModel(calls(("propose_edit", change)), says(told)) as model:
        last = answered(happened(chat_of(model), "Note that Ines books the room", shelf))
    (made,) = shelf.proposals
    assert (made.edit.op, made.edit.set["owner"]) == ("add", "ines")
    assert (last.text, last.warnings) == (told.removesuffix(" [c1]"), ())


def test_no_edit_can_be_proposed_where_all_deals_are_spoken_of(chat_of: ChatOf) -> None:
    shelf = Shelf(deal=None)
    with ScriptedModel(calls(("propose_edit", MOVE)), says("Thanks.")) as model:
        happened(chat_of(model), PUSH, shelf)
    assert shelf.proposals == []
