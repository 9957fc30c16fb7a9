"""The model's chat from a question to its answer, with a model that says what a script says."""

from typing import Literal

from agent.answers.answer import UNKNOWN, ItemRef
from agent.answers.portfolio import PORTFOLIO
from agent.answers.registry import ANSWERS
from agent.chat.ports import Asked, Failing, Looking, Noting
from agent.llm.errors import OverBudgetError
from memory.records import Message
from plan.sources import Evidence
from plan.usage import Usage
from tests.fakes.language_models import COSTS, ScriptedModel
from tests.fakes.talking import calls, results_in, says, talk_in, tools_in
from tests.unit.agent.chat.model.orchard import (
    NOW,
    PRIVACY,
    ChatOf,
    Shelf,
    answered,
    happened,
)
from tools.registry import GRANTS

BLOCKING = "What's blocking this deal?"
BLOCKED = "“Network access open” is blocked; Femke Aalders, Head of Logistics, owns it. [c1]"
SAID = f"She said on Friday 27 February 2026: “{PRIVACY}” [c2]"


def message(n: int, text: str, role: Literal["user", "tandem"]) -> Message:
    return Message(thread="t", n=n, role=role, text=text, at=NOW)


def test_an_answer_is_made_of_what_the_tools_returned(chat_of: ChatOf) -> None:
    shelf = Shelf(found=["orchard.s1"])
    looks = calls(("blockers", {}), ("search_sources", {"query": "open port"}))
    with ScriptedModel(looks, says(f"{BLOCKED} {SAID}")) as model:
        told = happened(chat_of(model), BLOCKING, shelf)
    assert [one.type for one in told[:-1]] == ["looking", "looking", "stating", "stating"]
    last = answered(told)
    blocked, said = last.answer.statements
    assert ItemRef(deal="orchard", entity="milestone", id="access") in blocked.items
    assert (blocked.basis, said.basis) == ("plan", "said")
    assert said.words == (Evidence(source="orchard.s1", turn=1, start=0, end=len(PRIVACY)),)
    assert last.text == f"{BLOCKED} {SAID}".replace(" [c1] ", "\n").removesuffix(" [c2]")
    assert (last.answer.topic, last.answer.unknown, last.warnings) == ("blockers", False, ())
    assert (last.by, last.prompt[:8]) == ("model:scripted:model", "chat/v1#")
    assert last.usage == COSTS + COSTS
    assert shelf.searched == [("orchard", "open port")]


def test_a_tool_gets_what_the_model_means_by_names_short_ids_and_days(chat_of: ChatOf) -> None:
    wanted = calls(
        ("next_steps", {"people": ["p2"], "until": "2026-03-15"}),
        ("due", {"items": ["security review"]}),
        ("due", {"items": ["m3"]}),
        ("due", {"items": ["the deal"]}),
    )
    with ScriptedModel(wanted, says("Thanks.")) as model:
        happened(chat_of(model), "What is next for Ines?")
    steps, review, contract, close = results_in(model.asks[1])
    assert "Check the order form" in steps
    assert "Network access" not in steps
    assert "Thursday 19 March 2026" in review
    assert "Tuesday 31 March 2026" in contract
    assert "Friday 29 May 2026" in close


def test_what_a_tool_cannot_find_is_told_to_the_model(chat_of: ChatOf) -> None:
    wanted = calls(
        ("due", {"items": ["the moon"]}),
        ("changes", {"since": "last week"}),
        ("blockers", {"people": "Ines", "workspace": "other"}),
        ("drop_tables", {}),
    )
    with ScriptedModel(wanted, says(UNKNOWN)) as model:
        told = happened(chat_of(model), BLOCKING)
    moon, week, wrong, none = results_in(model.asks[1])
    assert moon == "Refused: There is no thing called “the moon” in this deal."
    assert week == "Refused: “last week” is no day; give one as 2026-03-20."
    assert wrong.startswith("Mend the arguments: people: ")
    assert "workspace" in wrong
    assert "not a valid tool" in none
    assert [one.tool for one in told if isinstance(one, Looking)] == ["due", "changes", "blockers"]


def test_an_invented_citation_never_reaches_the_user(chat_of: ChatOf) -> None:
    words = f"{BLOCKED} Legal has approved the contract. [c9] The contract is signed."
    with ScriptedModel(calls(("blockers", {})), says(words)) as model:
        told = happened(chat_of(model), BLOCKING)
    shown = repr(told)
    assert "approved" not in shown
    assert "signed" not in shown
    assert answered(told).warnings == (
        "A sentence was taken away because it cites a line that no tool returned.",
        "A sentence was taken away because it cites nothing.",
    )


def test_where_nothing_holds_there_is_no_answer(chat_of: ChatOf) -> None:
    with ScriptedModel(calls(("blockers", {})), says("All is well. [c9]")) as model:
        (*_, last) = happened(chat_of(model), BLOCKING)
    assert isinstance(last, Failing)
    assert "none of it is shown" in last.reason


def test_nothing_says_so_where_nothing_was_found(chat_of: ChatOf) -> None:
    looks = calls(("search_sources", {"query": "discount"}))
    for words in (UNKNOWN, "They approved it.", ""):
        with ScriptedModel(looks, says(words)) as model:
            last = answered(happened(chat_of(model), f"Has Ines approved it? {words}"))
        assert last.answer.unknown
        assert (last.text, last.answer.note, last.answer.statements) == (UNKNOWN, UNKNOWN, ())


def test_who_looked_nothing_up_does_not_say_that_nothing_tells(chat_of: ChatOf) -> None:
    with ScriptedModel(says(UNKNOWN)) as model:
        (last,) = happened(chat_of(model), BLOCKING)
    assert isinstance(last, Failing)


def test_an_answer_that_uses_nothing_of_what_was_reckoned_says_so(chat_of: ChatOf) -> None:
    with ScriptedModel(calls(("blockers", {})), says(UNKNOWN)) as model:
        last = answered(happened(chat_of(model), BLOCKING))
    assert last.warnings == ("The answer leaves out all that `blockers` found.",)


def test_what_comes_near_is_told_beside_that_nothing_tells(chat_of: ChatOf) -> None:
    looks = calls(("search_sources", {"query": "discount"}))
    near = "On Wednesday 25 February 2026 Ines Dahl asked for “the price list”. [c1]"
    with ScriptedModel(looks, says(f"{UNKNOWN} {near}")) as model:
        told = happened(chat_of(model), "Has Ines approved?", Shelf(found=["orchard.s2"]))
    last = answered(told)
    assert isinstance(told[-3], Noting)
    assert last.answer.unknown
    assert len(last.answer.statements) == 1


def test_a_question_back_names_both(chat_of: ChatOf) -> None:
    words = "Which one do you mean, Ines Dahl or Femke Aalders?"
    with ScriptedModel(says(words)) as model:
        told = happened(chat_of(model), "What did she promise?")
    assert told[0] == Noting(text=words)
    assert (answered(told).answer.unknown, answered(told).answer.note) == (False, words)


def test_an_answer_that_was_cut_off_loses_its_last_words(chat_of: ChatOf) -> None:
    cut_off = says(f"{BLOCKED} The contract [c1] is not", "length")
    with ScriptedModel(calls(("blockers", {})), cut_off) as model:
        last = answered(happened(chat_of(model), BLOCKING))
    assert "is not" not in last.text
    assert "cut off" in last.warnings[-1]


def test_a_model_that_cannot_be_asked_is_told_and_not_raised(chat_of: ChatOf) -> None:
    error = OverBudgetError("The workspace has used its tokens for today.")
    with ScriptedModel(calls(("blockers", {})), error) as model:
        told = happened(chat_of(model), BLOCKING)
    assert told == [
        Looking(tool="blockers"),
        Failing(reason="The workspace has used its tokens for today."),
    ]


def test_a_refusal_is_told(chat_of: ChatOf) -> None:
    with ScriptedModel(says("I will not.", "refused")) as model:
        told = happened(chat_of(model), BLOCKING)
    assert told == [Failing(reason="scripted:model would not answer this.")]


def test_tools_and_steps_of_a_question_are_bounded(chat_of: ChatOf) -> None:
    many = calls(*[("blockers", {})] * 12)
    with ScriptedModel(many, *[calls(("blockers", {}))] * 7) as model:
        (*_, last) = happened(chat_of(model), BLOCKING)
    results = results_in(model.asks[-1])
    assert [one.startswith("No more look-ups") for one in results] == [False] * 10 + [True] * 8
    assert isinstance(last, Failing)
    assert "as many steps as one question may take" in last.reason


def test_the_thread_is_shown_but_not_to_its_whole_length(chat_of: ChatOf) -> None:
    before = tuple(
        Message(
            thread="t", n=n, role="user" if n % 2 else "tandem", text=f"{n}. {'x' * 5000}", at=NOW
        )
        for n in range(1, 21)
    )
    asked = Asked(question="And who owns that?", before=before, thread="t")
    with ScriptedModel(says("Thanks.")) as model:
        list(chat_of(model).answer(asked, Shelf()))
    shown = talk_in(model.asks[0]).messages[1].text
    assert "User: 9. xxx" in shown
    assert "Answer: 8. xxx" not in shown
    assert len(shown) < 25_000


def test_only_listed_tools_exist_for_a_model(chat_of: ChatOf) -> None:
    for deal, scope in (("orchard", "deal"), (None, "portfolio")):
        with ScriptedModel(says("Thanks.")) as model:
            happened(chat_of(model), BLOCKING, Shelf(deal=deal))
        assert set(tools_in(model.asks[0])) == {one.tool for one in GRANTS if one.scope == scope}


def test_every_computed_answer_is_granted() -> None:
    granted = {(one.tool, one.scope) for one in GRANTS}
    assert {(one.name, "deal") for one in ANSWERS} <= granted
    assert {(one.name, "portfolio") for one in PORTFOLIO} <= granted


def test_no_tool_takes_whose_deal_it_is(chat_of: ChatOf) -> None:
    with ScriptedModel(says("Thanks.")) as model:
        happened(chat_of(model), BLOCKING)
    taken = str(talk_in(model.asks[0]).tools)
    assert not [word for word in ("'workspace'", "'deal':", "'user'") if word in taken]


def test_questions_across_deals_have_tools_of_their_own(chat_of: ChatOf) -> None:
    with ScriptedModel(
        calls(("closing", {"until": "2026-06-30"})),
        says("Orchard - cold chain is to close on Friday 29 May 2026. [c1]"),
    ) as model:
        last = answered(happened(chat_of(model), "Which deals close?", Shelf(deal=None)))
    assert last.answer.statements[0].items == (ItemRef(deal="orchard", entity="deal", id="deal"),)


def test_a_model_that_tells_no_usage_costs_what_it_says(chat_of: ChatOf) -> None:
    free = says("Thanks.").model_copy(update={"usage": Usage(attempts=1)})
    with ScriptedModel(free) as model:
        assert answered(happened(chat_of(model), "Thanks!")).usage == Usage(attempts=1)
