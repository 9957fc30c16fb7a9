"""All of it together, as bootstrap puts it: every end of a question to a real server over HTTP."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pydantic import BaseModel

from agent.llm.budgeted import Budgeted
from agent.llm.check import check
from agent.llm.circuit import Circuit
from agent.llm.errors import (
    BusyError,
    CircuitOpenError,
    OverBudgetError,
    RejectedError,
    UnusableAnswerError,
)
from agent.llm.langchain_model import LangChainModel
from agent.llm.patient import Patience, Patient
from agent.llm.port import Ask, LanguageModel, Mode
from agent.llm.prices import Prices
from agent.llm.remembering import Remembering
from agent.llm.structured import ask_for
from memory.sql import SqlStore
from plan.usage import Usage
from tests.fakes.openai_replies import Cuts, Fails, Reply, Says, Waits
from tests.fakes.openai_server import OpenAIServer, Request

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ASK = Ask(workspace="w", source="acme.s1", prompt="read/v1#abc", system="Rules.", user="Matter.")

ModelOf = Callable[..., LangChainModel]
StackOf = Callable[..., LanguageModel]


class Found(BaseModel):
    who: str
    day: int | None


GOOD = Says('{"who": "Nadia", "day": 9}')
NADIA = Found(who="Nadia", day=9)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    store = SqlStore(f"sqlite:///{tmp_path}/tandem.db")
    store.upgrade()
    yield store
    store.close()


@pytest.fixture
def stack_of(model_of: ModelOf, store: SqlStore) -> StackOf:
    """Makes the whole stack on a server, as a new process would; waits take no time."""

    def make(server: OpenAIServer, limit: int | None = None, failures: int = 100) -> LanguageModel:
        model = Patient(
            model_of(server, timeout=0.3),
            Circuit(failures),
            Patience(attempts=4),
            sleep=lambda _: None,
        )
        budgeted = Budgeted(model, store, lambda: NOW, Prices(), limit)
        return Remembering(budgeted, store, lambda: NOW)

    return make


def spent(store: SqlStore) -> int:
    with store.read("w") as unit:
        found = unit.spending.on(date(2026, 3, 2))
    return found.tokens_in + found.tokens_out


TROUBLE: list[tuple[list[Reply], int, int]] = [
    ([GOOD], 1, 110),
    ([Fails(429, headers={"Retry-After": "2"}), GOOD], 2, 110),
    ([Fails(500), Fails(503), GOOD], 3, 110),
    ([Cuts(GOOD, 0), Cuts(GOOD, 80), GOOD], 3, 110),
    ([Waits(60, GOOD), GOOD], 2, 110),
    ([Says('{"who": "Nad'), GOOD], 2, 220),
    ([Says("I found nothing."), Fails(500), GOOD], 3, 220),
    ([Says(f"```json\n{GOOD.text}\n```")], 1, 110),
]


@pytest.mark.parametrize(("replies", "attempts", "tokens"), TROUBLE)
def test_trouble_that_passes_ends_in_the_answer_with_everything_counted(
    stack_of: StackOf, store: SqlStore, replies: list[Reply], attempts: int, tokens: int
) -> None:
    with OpenAIServer(replies) as server:
        got = ask_for(stack_of(server), ASK, Found)
    assert (got.value, got.mode) == (NADIA, "schema")
    assert got.usage.attempts == attempts
    assert got.usage.tokens_in + got.usage.tokens_out == tokens == spent(store)


ENDS: list[tuple[list[Reply], type[Exception], int, int]] = [
    ([Fails(500)] * 4, BusyError, 4, 0),
    ([Fails(401)], RejectedError, 1, 0),
    ([Fails(404)], RejectedError, 1, 0),
    ([Fails(429, code="insufficient_quota")], RejectedError, 1, 0),
    ([Says('{"who": "Na', "length")], UnusableAnswerError, 1, 110),
    ([Says(refusal="I will not.")], UnusableAnswerError, 1, 110),
    ([Says("", "content_filter")], UnusableAnswerError, 1, 110),
    ([Says("{}"), Says("{}")], UnusableAnswerError, 2, 220),
    ([Says("{}"), Fails(401)], RejectedError, 2, 110),
]


@pytest.mark.parametrize(("replies", "kind", "attempts", "tokens"), ENDS)
def test_trouble_that_stays_ends_in_its_error_with_everything_counted(
    stack_of: StackOf,
    store: SqlStore,
    replies: list[Reply],
    kind: type[BusyError | RejectedError | UnusableAnswerError],
    attempts: int,
    tokens: int,
) -> None:
    with OpenAIServer(replies) as server, pytest.raises(kind) as raised:
        ask_for(stack_of(server), ASK, Found)
    usage = raised.value.usage
    assert (usage.attempts, usage.tokens_in + usage.tokens_out) == (attempts, tokens)
    assert spent(store) == tokens


@pytest.mark.parametrize(
    ("formats", "mode", "attempts"),
    [
        (("text", "json_schema", "json_object"), "schema", 1),
        (("text", "json_object"), "json", 2),
        (("text",), "plain", 3),
    ],
)
def test_a_server_is_asked_in_the_strictest_mode_that_it_takes(
    stack_of: StackOf, formats: tuple[str, ...], mode: Mode, attempts: int
) -> None:
    other = ASK.model_copy(update={"user": "Another matter."})
    with OpenAIServer([GOOD, GOOD], formats=formats) as server:
        stack = stack_of(server)
        got = ask_for(stack, ASK, Found)
        assert (got.value, got.mode, got.usage.attempts) == (NADIA, mode, attempts)
        assert ask_for(stack, other, Found).usage.attempts == 1, "what it refuses is known"


def test_a_killed_process_does_not_pay_twice(stack_of: StackOf, store: SqlStore) -> None:
    other = ASK.model_copy(update={"user": "Another matter."})
    with OpenAIServer([GOOD, GOOD]) as server:
        ask_for(stack_of(server), ASK, Found)
        began_again = stack_of(server)
        assert ask_for(began_again, ASK, Found).usage == Usage()
        assert ask_for(began_again, other, Found).usage.attempts == 1
    assert spent(store) == 220


def test_parallel_questions_each_get_their_answer(stack_of: StackOf, store: SqlStore) -> None:
    def reply(request: Request) -> Reply:
        return Says(f'{{"who": "{request.user}", "day": null}}')

    asks = [ASK.model_copy(update={"user": f"{n}"}) for n in range(12)]
    with OpenAIServer(reply) as server, ThreadPoolExecutor(4) as pool:
        stack = stack_of(server)
        got = list(pool.map(lambda ask: ask_for(stack, ask, Found).value.who, asks))
    assert got == [one.user for one in asks]
    assert spent(store) == 12 * 110


def test_an_outage_opens_the_circuit(stack_of: StackOf) -> None:
    with OpenAIServer([Fails(500)] * 3) as server:
        stack = stack_of(server, failures=3)
        with pytest.raises(CircuitOpenError) as raised:
            ask_for(stack, ASK, Found)
    assert raised.value.usage.attempts == 3


def test_over_budget_nothing_goes_out(stack_of: StackOf) -> None:
    other = ASK.model_copy(update={"user": "Another matter."})
    with OpenAIServer([GOOD]) as server:
        stack = stack_of(server, limit=100)
        ask_for(stack, ASK, Found)
        with pytest.raises(OverBudgetError, match="has used 110 of its 100 tokens"):
            ask_for(stack, other, Found)


def test_the_check_asks_once_and_tells(model_of: ModelOf) -> None:
    with OpenAIServer([Says('{"word": "ready"}')], models=("gpt-fake",)) as server:
        found = check(model_of(server))
        assert (found.usable, found.mode, found.usage.attempts) == (True, "schema", 1)
        wrong = check(model_of(server, name="openai:gpt-other"))
    assert not wrong.usable
    assert "TANDEM_MODEL" in wrong.told
