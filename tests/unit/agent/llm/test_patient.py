import pytest

from agent.llm.circuit import Circuit
from agent.llm.errors import (
    BusyError,
    CircuitOpenError,
    LanguageModelError,
    RejectedError,
    ShapeUnsupportedError,
)
from agent.llm.patient import Patience, Patient
from agent.llm.port import Ask
from plan.usage import Usage
from tests.fakes.language_models import COSTS, Line, ScriptedModel

ASK = Ask(workspace="w", source=None, prompt="p", system="Rules.", user="Matter.")
TRIED = Usage(attempts=1)
PATIENCE = Patience(attempts=4, first_wait=2, longest_wait=5, total=60)


class Time:
    """A clock that goes forward only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.sleeps: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.now += seconds


@pytest.fixture
def time() -> Time:
    return Time()


def patient(
    model: ScriptedModel, time: Time, patience: Patience = PATIENCE, failures: int = 100
) -> Patient:
    circuit = Circuit(failures, pause=30, clock=time.clock)
    return Patient(model, circuit, patience, time.clock, time.sleep)


def busy(retry_after: float | None = None) -> BusyError:
    return BusyError("It is busy.", TRIED, retry_after)


def test_an_answer_is_passed_on(time: Time) -> None:
    with ScriptedModel("Yes.", name="openai:x", window=9) as model:
        mine = patient(model, time)
        answer = mine.ask(ASK)
    assert (answer.text, answer.usage, time.sleeps) == ("Yes.", COSTS, [])
    assert (mine.name, mine.window, model.asks) == ("openai:x", 9, [ASK])


def test_a_busy_provider_is_asked_again_and_every_attempt_counts(time: Time) -> None:
    with ScriptedModel(busy(), busy(), "Yes.") as model:
        answer = patient(model, time).ask(ASK)
    assert answer.usage == TRIED + TRIED + COSTS
    assert len(time.sleeps) == 2


def test_waits_grow_at_random_up_to_the_longest(time: Time) -> None:
    seen: list[list[float]] = []
    for _ in range(50):
        with ScriptedModel(*(busy() for _ in range(5)), "Yes.") as model:
            patient(model, time, Patience(attempts=6, first_wait=2, longest_wait=5)).ask(ASK)
        seen.append(time.sleeps)
        time.sleeps = []
    for waits, longest in zip(zip(*seen, strict=True), (2, 4, 5, 5, 5), strict=True):
        assert 0 <= min(waits) < longest / 2 < max(waits) <= longest


def test_what_the_provider_names_is_waited_and_a_little_more(time: Time) -> None:
    with ScriptedModel(busy(7), "Yes.") as model:
        patient(model, time).ask(ASK)
    assert 7 <= time.sleeps[0] <= 9


def test_after_so_many_attempts_it_gives_up_with_the_last_error(time: Time) -> None:
    errors = [busy() for _ in range(4)]
    with ScriptedModel(*errors) as model, pytest.raises(BusyError) as raised:
        patient(model, time).ask(ASK)
    assert raised.value is errors[-1]
    assert raised.value.usage == Usage(attempts=4)
    assert len(time.sleeps) == 3


def test_it_does_not_wait_beyond_its_time(time: Time) -> None:
    with ScriptedModel(busy(40), busy(40)) as model, pytest.raises(BusyError):
        patient(model, time).ask(ASK)
    assert len(time.sleeps) == 1
    with ScriptedModel(busy(3600)) as model, pytest.raises(BusyError) as raised:
        patient(model, time).ask(ASK)
    assert raised.value.retry_after == 3600


@pytest.mark.parametrize(
    "error", [RejectedError("No.", TRIED), ShapeUnsupportedError("No.", TRIED)]
)
def test_nothing_else_is_asked_again(time: Time, error: LanguageModelError) -> None:
    with ScriptedModel(busy(), error) as model, pytest.raises(type(error)) as raised:
        patient(model, time).ask(ASK)
    assert raised.value.usage == TRIED + TRIED


def test_an_outage_opens_the_circuit_and_the_provider_is_left_alone(time: Time) -> None:
    with ScriptedModel(busy(), busy()) as model:
        mine = patient(model, time, failures=2)
        with pytest.raises(CircuitOpenError, match="left alone for another") as raised:
            mine.ask(ASK)
        assert raised.value.usage == TRIED + TRIED
        with pytest.raises(CircuitOpenError) as raised:
            mine.ask(ASK)
        assert raised.value.usage == Usage()


def test_after_the_pause_the_provider_is_asked_again(time: Time) -> None:
    with ScriptedModel(busy(), "Yes.", "Again.") as model:
        mine = patient(model, time, failures=1)
        with pytest.raises(CircuitOpenError):
            mine.ask(ASK)
        time.now += 30
        assert [mine.ask(ASK).text for _ in range(2)] == ["Yes.", "Again."]


def test_a_refusal_closes_the_circuit_for_the_provider_is_there(time: Time) -> None:
    script: list[Line] = [busy(), RejectedError("No."), busy(), "Yes."]
    with ScriptedModel(*script) as model:
        mine = patient(model, time, failures=2)
        with pytest.raises(RejectedError):
            mine.ask(ASK)
        assert mine.ask(ASK).text == "Yes."
