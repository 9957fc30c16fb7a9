"""While an answer is worked on, the store hears of it."""

from threading import Event
from threading import enumerate as threads

from sqlalchemy.exc import OperationalError

from api.asking.beating import beating

SOON = 0.005


def test_it_goes_on_until_the_block_ends() -> None:
    heard: list[bool] = []
    third = Event()

    def goes_on() -> bool:
        heard.append(True)
        if len(heard) == 3:
            third.set()
        return True

    with beating(goes_on, SOON) as unwanted:
        assert third.wait(10)
    after = len(heard)
    assert not unwanted.is_set()
    assert "tandem-beating" not in {one.name for one in threads()}
    assert len(heard) == after


def test_it_says_once_that_nobody_waits_any_more() -> None:
    heard: list[bool] = []

    def goes_on() -> bool:
        heard.append(False)
        return False

    with beating(goes_on, SOON) as unwanted:
        assert unwanted.wait(10)
    assert heard == [False]


def test_a_store_that_is_busy_is_told_later() -> None:
    told = Event()
    heard: list[bool] = []

    def goes_on() -> bool:
        heard.append(True)
        if len(heard) == 1:
            raise OperationalError("insert", {}, Exception("locked"))
        told.set()
        return True

    with beating(goes_on, SOON) as unwanted:
        assert told.wait(10)
    assert not unwanted.is_set()
