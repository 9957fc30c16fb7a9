import threading
import time
from itertools import pairwise

import pytest
from langsmith import tracing_context
from langsmith.run_helpers import get_tracing_context

from agent.errors import ReadingFailedError
from agent.llm.errors import RejectedError
from agent.llm.port import Answer, Ask
from agent.ports import Context, Draft
from agent.readers.model import ModelReader
from plan.usage import Usage
from tests.fakes.language_models import COSTS, ScriptedModel
from tests.unit.agent.readers.model.answering import (
    Json,
    call,
    checked,
    context,
    drafted,
    found,
    milestone,
    new_action,
    new_person,
    risk,
    said,
    verdict,
)

WINDOW = 24_500
"""Tokens of a model that reads the call below in a handful of windows."""
FILLER = " ".join(["nothing much to say here"] * 40)
PROMISE = "I send you the dock plan by the twelfth."
RIVAL = "Quaysoft have been in with an offer."


class Crowd:
    """A model that reads windows and answers what it finds in each, counting calls at once."""

    name = "crowd:model"
    window = WINDOW

    def __init__(self, **answers: Json) -> None:
        self.answers = answers
        self.asks: list[Ask] = []
        self.most = 0
        self._now = 0
        self._lock = threading.Lock()
        self._met = threading.Event()
        self.together = 1

    def ask(self, ask: Ask) -> Answer:
        with self._lock:
            self.asks.append(ask)
            self._now += 1
            self.most = max(self.most, self._now)
            if self._now >= self.together:
                self._met.set()
        # Calls that could run side by side wait for each other here; alone, they would time out.
        self._met.wait(10)
        time.sleep(0.02)
        with self._lock:
            self._now -= 1
        return Answer(text=self._answer(ask), usage=COSTS)

    def _answer(self, ask: Ask) -> str:
        if ask.prompt.startswith("verify/"):
            shown = [n for n in range(1, 40) if f"\nc{n} " in ask.user.split("Candidates to")[1]]
            return checked(*(verdict(f"c{n}") for n in shown))
        there = [edit for words, edit in self.answers.items() if words in ask.user]
        return drafted(*there)


def long_call(*last: tuple[str, str]) -> Context:
    return context(call((*[("Otis Grey", FILLER)] * 60, *last)))


def numbers(ask: Ask) -> list[int]:
    lines = (line for line in ask.user.splitlines() if line.startswith("["))
    return [int(line[1 : line.index("]")]) for line in lines]


def test_a_long_call_is_read_in_overlapping_windows_side_by_side() -> None:
    model = Crowd()
    expected = len(ModelReader(model, 9).prompts(long_call()))
    assert expected > 2
    model.together = expected
    ModelReader(model, 9).read(long_call())
    assert model.most == expected
    read = sorted(map(numbers, model.asks))
    assert sorted({n for each in read for n in each}) == list(range(1, 61))
    for before, after in pairwise(read):
        assert before[-1] >= after[0]


def test_no_more_calls_at_once_than_allowed_for_one_source() -> None:
    model = Crowd()
    model.together = 2
    ModelReader(model, 2).read(long_call())
    assert model.most == 2


def test_a_window_that_fails_ends_the_reading_and_those_under_way_are_counted() -> None:
    both = threading.Barrier(2, timeout=10)

    def fails(_: Ask) -> str:
        both.wait()
        raise RejectedError("The key is refused.", Usage(attempts=1))

    def answers(_: Ask) -> str:
        both.wait()
        time.sleep(0.05)
        return drafted()

    model = ScriptedModel(fails, answers, window=WINDOW)
    with pytest.raises(ReadingFailedError, match="The key is refused") as raised:
        ModelReader(model, 2).read(long_call())
    model.assert_done()
    assert raised.value.usage == COSTS + Usage(attempts=1)


def promised(title: str, turn: int) -> Json:
    return found(new_action(title, owner="p3", due="2025-09-12"), said(turn, PROMISE))


def read_twice(first: Json, second: Json, *, at: int = 14) -> tuple[Draft, ...]:
    """Two windows find something, in this order, in words that both may hold."""
    lines = [("Otis Grey", FILLER)] * 60
    lines[at - 1] = ("Bao Lin", PROMISE)
    given = context(call(lines))
    reader_of = ModelReader(ScriptedModel(window=WINDOW), 1)
    count = len(reader_of.prompts(given))
    script = [drafted(first), drafted(second), *[drafted()] * (count - 2)]
    checks = [_confirm_all] * 2
    model = ScriptedModel(*script, *checks, window=WINDOW)
    return ModelReader(model, 1).read(given).edits


def _confirm_all(ask: Ask) -> str:
    own = ask.user.split("Candidates to check")[1].split("Other candidates")[0]
    return checked(*(verdict(f"c{n}") for n in range(1, 9) if f"\nc{n} " in own))


def test_what_two_windows_found_in_the_same_words_is_drafted_once() -> None:
    (edit,) = read_twice(promised("Send the dock plan", 14), promised("Mail over a drawing", 14))
    assert edit.set["title"] == "Send the dock plan"


def test_what_two_windows_call_the_same_is_drafted_once() -> None:
    there, again = promised("Send the dock plan", 14), promised("Send dock plan", 14)
    again["quotes"] = [said(40, "nothing much to say here")]
    assert len(read_twice(there, again)) == 1


def test_different_things_of_two_windows_are_both_drafted_and_named_apart() -> None:
    there, other = promised("Send the dock plan", 14), promised("Book the crane", 14)
    other["quotes"] = [said(40, "nothing much to say here")]
    first, second = read_twice(there, other)
    assert (first.set["title"], second.set["title"]) == ("Send the dock plan", "Book the crane")
    assert first.id != second.id


def test_the_checks_see_the_whole_list() -> None:
    model = Crowd(
        **{
            "[20]": found(milestone(due="2025-09-08"), said(20, "nothing much to say here")),
            "[55]": found(milestone("m2", due="2025-11-14"), said(55, "nothing much to say here")),
        }
    )
    ModelReader(model, 1).read(long_call())
    verifying = [ask.user for ask in model.asks if ask.prompt.startswith("verify/")]
    assert len(verifying) >= 2
    for user in verifying:
        assert '"due": "2025-09-08"' in user
        assert '"due": "2025-11-14"' in user


def test_what_names_an_addition_of_its_own_window_names_that_one() -> None:
    lines = [("Otis Grey", FILLER)] * 60
    given = context(call(lines))
    words = said(1, "nothing much to say here"), said(60, "nothing much to say here")
    per_window = [
        drafted(
            found(new_person(name), words[at]),
            found(new_action(title, "n2", owner="n1"), words[at]),
        )
        for at, (name, title) in enumerate((("Ines Dahl", "Call Ines"), ("Ole Vik", "Call Ole")))
    ]
    count = len(ModelReader(ScriptedModel(window=WINDOW), 1).prompts(given))
    script = [per_window[0], *[drafted()] * (count - 2), per_window[1]]
    model = ScriptedModel(*script, _confirm_all, _confirm_all, window=WINDOW)
    ines, call_ines, ole, call_ole = ModelReader(model, 1).read(given).edits
    assert call_ines.set["owner"] == ines.id
    assert call_ole.set["owner"] == ole.id


def test_the_same_risk_of_two_windows_is_raised_once() -> None:
    lines = [("Otis Grey", FILLER)] * 60
    lines[13] = ("Bao Lin", RIVAL)
    given = context(call(lines))
    count = len(ModelReader(ScriptedModel(window=WINDOW), 1).prompts(given))
    rivals = [
        drafted(risks=[risk("competitor_threat", said(14, words))])
        for words in (RIVAL, "Quaysoft have been in")
    ]
    model = ScriptedModel(*rivals, *[drafted()] * (count - 2), _confirm_all, window=WINDOW)
    assert len(ModelReader(model, 1).read(given).risks) == 1


def test_a_check_has_no_say_about_what_it_was_not_shown() -> None:
    given = long_call()
    count = len(ModelReader(ScriptedModel(window=WINDOW), 1).prompts(given))
    words = "nothing much to say here"
    first = drafted(found(milestone(due="2025-09-08"), said(1, words)))
    last = drafted(found(milestone("m2", due="2025-11-14"), said(60, words)))
    greedy = checked(verdict("c1"), verdict("c2", "refuse", reason="vague"))
    script = (first, *[drafted()] * (count - 2), last, greedy, checked(verdict("c2")))
    edits = ModelReader(ScriptedModel(*script, window=WINDOW), 1).read(given).edits
    assert [edit.id for edit in edits] == ["load-test", "signature"]


def test_calls_side_by_side_keep_what_the_caller_has_set_for_them() -> None:
    seen: list[object] = []

    def look(_: Ask) -> str:
        seen.append(get_tracing_context()["enabled"])
        return drafted()

    count = len(ModelReader(ScriptedModel(window=WINDOW), 1).prompts(long_call()))
    model = ScriptedModel(*[look] * count, window=WINDOW)
    with tracing_context(enabled=False):
        ModelReader(model, 3).read(long_call())
    assert seen == [False] * count
