"""Remembering and budgets on a real store."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from agent.llm.budgeted import Budgeted
from agent.llm.errors import BusyError, OverBudgetError, UnusableAnswerError
from agent.llm.port import Answer, Ask, Finish, Shape
from agent.llm.prices import Price, Prices
from agent.llm.remembering import Remembering, key_of
from memory.sql import SqlStore
from plan.usage import Usage
from tests.fakes.language_models import COSTS, Line, ScriptedModel

ASK = Ask(
    workspace="w",
    source="acme.s1",
    prompt="read/v1#abc",
    system="Rules.",
    user="Matter.",
    shape=Shape(name="Found", document={"type": "object", "description": "x"}),
)
PRICED = Price(
    models=("scripted:model",),
    sent=Decimal("0.25"),
    answered=Decimal(2),
    as_of=date(2026, 1, 1),
    source="https://example.com",
)
PRICES = Prices(price=(PRICED,))
TODAY = date(2026, 3, 2)


class Clock:
    now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    store = SqlStore(f"sqlite:///{tmp_path}/tandem.db")
    store.upgrade()
    yield store
    store.close()


def changed(**fields: object) -> Ask:
    return ASK.model_copy(update=fields)


def remembering(store: SqlStore, *script: Line) -> Remembering:
    return Remembering(ScriptedModel(*script), store, Clock())


def budgeted(
    store: SqlStore, *script: Line, limit: int | None = 250, clock: Clock | None = None
) -> Budgeted:
    return Budgeted(ScriptedModel(*script), store, clock or Clock(), PRICES, limit)


def test_the_same_question_is_answered_from_memory_and_costs_nothing(store: SqlStore) -> None:
    assert remembering(store, "Yes.").ask(ASK) == Answer(text="Yes.", usage=COSTS)
    assert remembering(store).ask(ASK) == Answer(text="Yes.", usage=Usage())


@pytest.mark.parametrize(
    "other",
    [
        changed(workspace="v"),
        changed(prompt="read/v1#abd"),
        changed(system="Other rules."),
        changed(user="Matters."),
        changed(shape=None),
        changed(shape=Shape(name="Found", document={"type": "object", "description": "y"})),
        changed(mode="json"),
    ],
)
def test_another_question_is_asked(store: SqlStore, other: Ask) -> None:
    remembering(store, "Yes.").ask(ASK)
    assert remembering(store, "No.").ask(other).text == "No."


def test_another_model_is_asked(store: SqlStore) -> None:
    remembering(store, "Yes.").ask(ASK)
    other = Remembering(ScriptedModel("No.", name="scripted:other"), store, Clock())
    assert other.ask(ASK).text == "No."


def test_an_answers_key_is_the_same_in_every_process() -> None:
    canonical = (
        '{"mode":"schema","model":"scripted:model","prompt":"read/v1#abc",'
        '"shape":{"description":"x","type":"object"},"system":"Rules.","user":"Matter."}'
    )
    assert key_of("scripted:model", ASK) == sha256(canonical.encode()).hexdigest()
    assert key_of("scripted:model", changed(source="acme.s2", workspace="v")) == key_of(
        "scripted:model", ASK
    )


@pytest.mark.parametrize("finish", ["length", "refused"])
def test_an_answer_that_did_not_end_well_is_not_kept(store: SqlStore, finish: Finish) -> None:
    cut = Answer(text="Ye", usage=COSTS, finish=finish)
    assert remembering(store, cut).ask(ASK) == cut
    assert remembering(store, "Yes.").ask(ASK).text == "Yes."


def test_a_failure_is_not_kept(store: SqlStore) -> None:
    with pytest.raises(BusyError):
        remembering(store, BusyError("It is busy.")).ask(ASK)
    assert remembering(store, "Yes.").ask(ASK).text == "Yes."


def test_what_is_kept_goes_with_its_source(store: SqlStore) -> None:
    remembering(store, "Yes.").ask(ASK)
    with store.write("w") as unit:
        kept = unit.answers.get(key_of("scripted:model", ASK))
        assert kept is not None
        assert (kept.source, kept.model, kept.prompt) == ("acme.s1", "scripted:model", ASK.prompt)
        assert (kept.text, kept.tokens_in, kept.tokens_out, kept.at) == ("Yes.", 100, 10, Clock.now)
        assert unit.answers.forget("acme.s1") == 1
    assert remembering(store, "No.").ask(ASK).text == "No."


def test_the_store_is_free_while_the_model_is_asked(store: SqlStore) -> None:
    def answer(_: Ask) -> str:
        with store.write("w") as unit:
            unit.spending.add(TODAY, "another", 1, 1, None)
        return "Yes."

    mine = Remembering(budgeted(store, answer), store, Clock())
    assert mine.ask(ASK).text == "Yes."


def test_two_who_ask_the_same_at_once_both_get_an_answer(store: SqlStore) -> None:
    mine = remembering(store, "Yes.", "Yes.", "Yes.", "Yes.")
    with ThreadPoolExecutor(4) as pool:
        assert [one.text for one in pool.map(mine.ask, [ASK] * 4)] == ["Yes."] * 4


def test_tokens_and_money_are_recorded_by_day(store: SqlStore) -> None:
    mine = budgeted(store, "Yes.", "No.")
    told = mine.ask(ASK)
    mine.ask(changed(workspace="v"))
    with store.read("w") as unit:
        spent = unit.spending.on(TODAY)
        assert (spent.tokens_in, spent.tokens_out) == (100, 10)
        assert spent.money == told.usage.money == Decimal("0.000045")
        assert unit.spending.on(TODAY - timedelta(days=1)).tokens_in == 0


def test_a_failure_that_cost_tokens_is_recorded_and_a_free_one_is_not(store: SqlStore) -> None:
    mine = budgeted(store, UnusableAnswerError("No.", COSTS), BusyError("No.", Usage(attempts=1)))
    with pytest.raises(UnusableAnswerError) as paid:
        mine.ask(ASK)
    with pytest.raises(BusyError) as free:
        mine.ask(ASK)
    assert (paid.value.usage.money, free.value.usage.money) == (Decimal("0.000045"), Decimal(0))
    with store.read("w") as unit:
        assert unit.spending.on(TODAY).tokens_in == 100


def test_tokens_without_a_price_are_told_apart(store: SqlStore) -> None:
    told = Budgeted(ScriptedModel("Yes."), store, Clock(), Prices(), None).ask(ASK)
    assert told.usage.money is None
    with store.read("w") as unit:
        spent = unit.spending.on(TODAY)
    assert (spent.money, spent.unpriced_tokens) == (None, 110)


def test_a_workspace_that_has_used_its_tokens_is_refused_before_anything_is_asked(
    store: SqlStore,
) -> None:
    mine = budgeted(store, "1", "2", "3", limit=300)
    for _ in range(3):
        mine.ask(ASK)
    with pytest.raises(OverBudgetError) as raised:
        mine.ask(ASK)
    assert str(raised.value) == (
        "The workspace `w` has used 330 of its 300 tokens for today. "
        "It may go on at midnight UTC, or with a higher TANDEM_DAILY_TOKENS."
    )
    assert raised.value.usage == Usage()


def test_another_workspace_and_another_day_have_their_own(store: SqlStore, clock: Clock) -> None:
    mine = budgeted(store, "1", "2", "3", limit=100, clock=clock)
    mine.ask(ASK)
    mine.ask(changed(workspace="v"))
    clock.now = datetime(2026, 3, 2, 23, 59, tzinfo=UTC)
    with pytest.raises(OverBudgetError):
        mine.ask(ASK)
    clock.now += timedelta(minutes=1)
    assert mine.ask(ASK).text == "3"


@pytest.mark.parametrize("limit", [0, None])
def test_no_tokens_at_all_and_no_limit(store: SqlStore, limit: int | None) -> None:
    mine = budgeted(store, *(["Yes."] * 3 if limit is None else []), limit=limit)
    for _ in range(3):
        if limit is None:
            assert mine.ask(ASK).text == "Yes."
        else:
            with pytest.raises(OverBudgetError):
                mine.ask(ASK)


def test_a_remembered_answer_is_given_also_when_the_tokens_are_used(store: SqlStore) -> None:
    Remembering(budgeted(store, "Yes.", limit=50), store, Clock()).ask(ASK)
    mine = Remembering(budgeted(store, limit=50), store, Clock())
    assert mine.ask(ASK).text == "Yes."
    with pytest.raises(OverBudgetError):
        mine.ask(changed(user="Matters."))
