"""The same question asked again costs no model call while nothing it rests on has changed."""

from collections.abc import Generator
from dataclasses import replace
from threading import Thread

import pytest
from langsmith.utils import tracing_is_enabled

from agent.chat.model import ModelChat
from agent.chat.ports import Asked, Happening, Looking
from agent.llm.errors import BusyError
from agent.llm.port import Ask
from agent.llm.talk import Said
from memory.records import Message
from memory.sql import SqlStore
from plan.usage import Usage
from tests.fakes.language_models import COSTS, ScriptedModel
from tests.fakes.talking import calls, results_in, says
from tests.unit.agent.chat.model.orchard import (
    NOW,
    PRIVACY,
    ChatOf,
    Shelf,
    answered,
    dossier,
    happened,
)

BLOCKING = "What's blocking this deal?"
ANSWER = "“Network access open” is blocked. [c1]"
QUOTING = f"Femke Aalders said: “{PRIVACY}” [c1]"
LOOKS = calls(("blockers", {}))


def test_the_same_question_again_asks_nobody(chat_of: ChatOf) -> None:
    with ScriptedModel(LOOKS, says(ANSWER)) as model:
        chat = chat_of(model)
        first, again = happened(chat, BLOCKING), happened(chat, BLOCKING)
    assert answered(first).usage == COSTS + COSTS
    assert answered(again).usage == Usage()
    assert again[:-1] == first[:-1]
    assert answered(again).answer == answered(first).answer


def test_it_asks_nobody_in_its_own_thread_either(chat_of: ChatOf) -> None:
    before = (
        Message(thread="t", n=1, role="user", text="What is blocking  this deal?", at=NOW),
        Message(thread="t", n=2, role="tandem", text="The access.", at=NOW),
    )
    question = "What is blocking this deal?"
    with ScriptedModel(LOOKS, says(ANSWER)) as model:
        chat = chat_of(model)
        list(chat.answer(Asked(question=question), Shelf()))
        list(chat.answer(Asked(question=question, before=before), Shelf()))


@pytest.mark.parametrize(
    ("question", "shelf"),
    [
        (BLOCKING, Shelf(marked="2")),
        (BLOCKING, Shelf(user="Femke Aalders")),
        (BLOCKING, Shelf(deals=(replace(dossier(), today=NOW.date().replace(day=4)),))),
        ("What blocks this deal?", Shelf()),
        (BLOCKING, Shelf(deal=None)),
        (BLOCKING, Shelf(deal="orchard-with-the-same-words")),
    ],
)
def test_another_question_asks_anew(chat_of: ChatOf, question: str, shelf: Shelf) -> None:
    with ScriptedModel(LOOKS, says(ANSWER), says("Thanks.")) as model:
        chat = chat_of(model)
        happened(chat, BLOCKING)
        happened(chat, question, shelf)


def test_another_workspace_asks_anew(store: SqlStore) -> None:
    with ScriptedModel(LOOKS, says(ANSWER), says("Thanks.")) as model:
        for workspace in ("remembers", "knows-nothing"):
            happened(ModelChat(model, store, workspace, lambda: NOW), BLOCKING)


def test_an_answer_goes_with_the_source_whose_words_it_holds(store: SqlStore) -> None:
    shelf = Shelf(found=["orchard.s1"])
    looks = calls(("search_sources", {"query": "port"}))
    with ScriptedModel(looks, says(QUOTING), looks, says(QUOTING)) as model:
        chat = ModelChat(model, store, "forgets", lambda: NOW)
        happened(chat, "Who opens a port?", shelf)
        happened(chat, "Who opens a port?", shelf)
        with store.write("forgets") as unit:
            assert unit.answers.forget("orchard.s2") == 0
            assert unit.answers.forget("orchard.s1") == 1
        happened(chat, "Who opens a port?", shelf)


@pytest.mark.parametrize("gone", ["orchard.s1", "orchard.s2"])
def test_an_answer_goes_with_any_of_its_sources(store: SqlStore, gone: str) -> None:
    shelf = Shelf(found=["orchard.s1", "orchard.s2"])
    looks = calls(("search_sources", {"query": "port"}))
    both = f"{QUOTING} Ines Dahl asked for “the price list”. [c3]"
    with ScriptedModel(looks, says(both), looks, says(both)) as model:
        chat = ModelChat(model, store, f"forgets-{gone}", lambda: NOW)
        happened(chat, "Who said what?", shelf)
        happened(chat, "Who said what?", shelf)
        with store.write(f"forgets-{gone}") as unit:
            assert unit.answers.forget(gone) == 1
        happened(chat, "Who said what?", shelf)


def test_what_changed_meanwhile_is_not_remembered(chat_of: ChatOf) -> None:
    shelf = Shelf()

    def moves(_: Ask) -> Said:
        shelf.marked = "2"
        return says(ANSWER)

    with ScriptedModel(LOOKS, moves, LOOKS, says(ANSWER)) as model:
        chat = chat_of(model)
        happened(chat, BLOCKING, shelf)
        shelf.marked = "1"
        happened(chat, BLOCKING, shelf)


def test_a_failure_is_not_remembered(chat_of: ChatOf) -> None:
    with ScriptedModel(BusyError("Busy."), LOOKS, says(ANSWER)) as model:
        chat = chat_of(model)
        happened(chat, BLOCKING)
        answered(happened(chat, BLOCKING))


def test_closing_ends_it_before_the_next_call(chat_of: ChatOf) -> None:
    shelf = Shelf(found=["orchard.s1"])
    with ScriptedModel(calls(("search_sources", {"query": "port"}))) as model:
        told = chat_of(model).answer(Asked(question=BLOCKING), shelf)
        assert isinstance(next(told), Looking)
        assert isinstance(told, Generator)
        told.close()
    assert shelf.searched == []


def test_each_step_may_be_taken_in_another_thread(chat_of: ChatOf) -> None:
    taken: list[Happening] = []
    with ScriptedModel(LOOKS, says(ANSWER)) as model:
        told = iter(chat_of(model).answer(Asked(question=BLOCKING), Shelf()))

        def take() -> None:
            taken.extend([one] if (one := next(told, None)) else [])

        for _ in range(4):
            thread = Thread(target=take)
            thread.start()
            thread.join()
    assert [one.type for one in taken] == ["looking", "stating", "answered"]


@pytest.mark.parametrize("trace", [True, False])
def test_nothing_is_traced_unless_asked(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch, *, trace: bool
) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    seen: list[object] = []

    def look(_: Ask) -> Said:
        seen.append(tracing_is_enabled())
        return says("Thanks.")

    with ScriptedModel(look) as model:
        happened(ModelChat(model, store, f"t{trace}", lambda: NOW, trace=trace), "Thanks!")
    assert seen == [trace]


def test_parallel_calls_get_their_ids_in_order(chat_of: ChatOf) -> None:
    wanted = calls(*(("search_plan", {"query": one}) for one in ("contract", "form", "access")))
    with ScriptedModel(wanted, says("Thanks.")) as model:
        happened(chat_of(model), BLOCKING)
    first, second, third = results_in(model.asks[1])
    assert "[c1] (plan) milestone “Contract signed”" in first
    assert "[c2] (plan) action “Check the order form”" in second
    assert "[c3] (plan) milestone “Network access open”" in third
