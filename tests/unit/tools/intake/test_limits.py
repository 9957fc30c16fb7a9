import pytest

from tools.intake import TooSlowError
from tools.intake.limits import Deadline


def test_a_deadline_that_has_passed_stops_the_reading() -> None:
    passed = Deadline(seconds=-1)
    with pytest.raises(TooSlowError, match="too long"):
        passed.check()
    with pytest.raises(TooSlowError):
        list(passed.over([1]))


def test_a_deadline_ahead_passes_everything_on() -> None:
    assert list(Deadline().over(range(5000))) == list(range(5000))


def test_a_deadline_is_looked_at_on_the_way() -> None:
    deadline = Deadline(seconds=0.05)
    with pytest.raises(TooSlowError):
        for _ in deadline.over(iter(int, 1)):
            pass
