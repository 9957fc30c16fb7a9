"""Which item a sentence is about, and how surely."""

from collections.abc import Callable

from agent.ports import Context
from agent.readers.embedded.claims import about_item
from agent.readers.embedded.items import Item
from agent.readers.embedded.linking import Link
from agent.readers.embedded.material import Material

Make = Callable[..., Context]
Prepare = Callable[[Context], Material]

LENA, DAN, MIA = "Lena Ortiz", "Dan Cole", "Mia Berg"


def test_the_words_of_a_title_tell_it(call: Make, prepare: Prepare) -> None:
    read = prepare(call((LENA, "The security review is done.")))
    best = read.links.best([0])
    assert best is not None
    assert best.item.id == "security-review"
    assert best.share > 0.5
    assert best.margin > 0
    assert best.rival not in (None, best.item)


def test_a_pronoun_is_about_what_was_just_spoken_of(call: Make, prepare: Prepare) -> None:
    read = prepare(call((DAN, "And the warehouse pilot?"), (MIA, "It has started.")))
    best = read.links.best([1])
    assert best is not None
    assert best.item.id == "pilot"


def test_what_no_item_is_like_has_a_small_share(call: Make, prepare: Prepare) -> None:
    read = prepare(call((LENA, "The canteen was finished on Monday.")))
    best = read.links.best([0])
    assert best is None or best.share < 0.4


def test_only_some_items_may_come_into_question(call: Make, prepare: Prepare) -> None:
    read = prepare(call((LENA, "The security review is done.")))
    best = read.links.best([0], lambda item: item.entity == "action")
    assert best is not None
    assert best.item.entity == "action"
    assert best.share < 0.2


def test_sentences_that_say_nothing_are_not_compared(call: Make, prepare: Prepare) -> None:
    read = prepare(call((LENA, "Good morning to all of you."), (DAN, "The rain in Leeds!")))
    assert not read.links.weights
    assert read.links.best([0, 1]) is None


def test_an_item_that_is_almost_as_likely_is_a_warning() -> None:
    this = Item("a", "action", "Order the scanners", "open")
    that = Item("b", "action", "Order the printers", "open")
    close = about_item(Link(this, 0.5, that, 0.05), {"status": "done"}, (0,), "Said.")
    clear = about_item(Link(this, 0.9, that, 0.85), {"status": "done"}, (0,), "Said.")
    assert "Order the printers" in close.warnings[0]
    assert not clear.warnings


def test_shares_leave_room_for_none(call: Make, prepare: Prepare) -> None:
    read = prepare(call((LENA, "The security review is done.")))
    assert 0 < sum(read.links.share([0], item) for item in read.links.items) < 1
