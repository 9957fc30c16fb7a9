import pytest

from agent.llm.circuit import Circuit, circuit_of


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def circuit(clock: Clock) -> Circuit:
    return Circuit(failures=3, pause=30, clock=clock)


def fail(circuit: Circuit, times: int) -> None:
    for _ in range(times):
        assert circuit.seconds_left() == 0
        circuit.failed()


def test_failures_in_a_row_open_it(circuit: Circuit, clock: Clock) -> None:
    fail(circuit, 3)
    assert circuit.seconds_left() == 30
    clock.now += 29
    assert circuit.seconds_left() == 1


def test_failures_with_an_answer_between_do_not(circuit: Circuit) -> None:
    fail(circuit, 2)
    circuit.succeeded()
    fail(circuit, 2)
    assert circuit.seconds_left() == 0


def test_after_the_pause_one_request_is_let_through_to_see(circuit: Circuit, clock: Clock) -> None:
    fail(circuit, 3)
    clock.now += 30
    assert [circuit.seconds_left() for _ in range(3)] == [0, 30, 30]


def test_an_answer_closes_it(circuit: Circuit, clock: Clock) -> None:
    fail(circuit, 3)
    clock.now += 30
    assert circuit.seconds_left() == 0
    circuit.succeeded()
    fail(circuit, 2)
    assert circuit.seconds_left() == 0


def test_a_failure_opens_it_again(circuit: Circuit, clock: Clock) -> None:
    fail(circuit, 3)
    clock.now += 30
    fail(circuit, 1)
    assert circuit.seconds_left() == 30


def test_a_request_of_which_nothing_is_told_does_not_keep_it_open(
    circuit: Circuit, clock: Clock
) -> None:
    fail(circuit, 3)
    clock.now += 30
    assert circuit.seconds_left() == 0
    clock.now += 30
    assert circuit.seconds_left() == 0


def test_requests_to_one_provider_share_a_circuit() -> None:
    assert circuit_of("one") is circuit_of("one")
    assert circuit_of("one") is not circuit_of("another")
