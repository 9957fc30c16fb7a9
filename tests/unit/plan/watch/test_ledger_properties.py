"""Whatever is found day by day: nothing is told twice, and a second look changes nothing."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from plan.observations import Risk
from plan.watch.causes import causes, same_cause, turns_of
from plan.watch.entries import Entry
from plan.watch.ledger import Advance
from plan.watch.marks import RiskVerdict
from tests.unit.plan.watch.drawn import LOOKS
from tests.unit.plan.watch.looking import Look, after, day, mark, told

VERDICTS: st.SearchStrategy[RiskVerdict] = st.sampled_from(
    ["dismissed", "settled", "wrong", "acted", "reopened"]
)


def advances(looks: list[Look]) -> Iterator[Advance]:
    now = Advance(())
    for one in looks:
        now = after(one, entries=now.entries)
        yield now


@given(looks=LOOKS)
def test_a_second_look_changes_and_tells_nothing(looks: list[Look]) -> None:
    for one, now in zip(looks, advances(looks), strict=True):
        again = after(one, entries=now.entries)
        assert again.entries == now.entries
        assert told(again) == {}


@given(looks=LOOKS)
def test_the_same_facts_never_open_twice(looks: list[Look]) -> None:
    opened = [entry for now in advances(looks) for entry in now.opened]
    assert max(Counter(one.id for one in opened).values(), default=1) == 1
    begun = Counter((one.kind, one.since) for one in opened if one.risk.basis == "derived")
    assert all(count == 1 for (_, since), count in begun.items() if since)
    known: set[tuple[str, int]] = set()
    for now in advances(looks):
        for one in now.opened:
            assert one.risk.basis == "derived" or not turns_of(one.evidence) <= known
        spoken = (one for one in now.entries if one.risk.basis == "said")
        known |= {turn for one in spoken for turn in turns_of(one.evidence)}


@given(looks=LOOKS)
def test_an_entry_worsens_at_most_twice(looks: list[Look]) -> None:
    worsened = Counter(one.id for now in advances(looks) for one in now.worsened)
    assert max(worsened.values(), default=0) <= 2


def _stands(risk: Risk, entry: Entry) -> bool:
    same_words = risk.basis == "said" and turns_of(risk.evidence) <= turns_of(entry.evidence)
    return same_cause(entry.risk, risk) or (entry.kind == risk.kind and same_words)


@given(looks=LOOKS)
def test_what_is_found_stands_and_nothing_else(looks: list[Look]) -> None:
    for one, now in zip(looks, advances(looks), strict=True):
        standing = [entry for entry in now.entries if entry.settled_on is None]
        for risk in causes(one.risks):
            assert any(_stands(risk, entry) for entry in standing)
        for entry in standing:
            assert any(same_cause(entry.risk, risk) for risk in one.risks)
            assert entry.last_seen_on == day(one.on)
        derived = [entry.key for entry in standing if entry.risk.basis == "derived"]
        assert len(derived) == len(set(derived))


@given(looks=LOOKS)
def test_what_was_settles_on_the_day_it_is_not_found(looks: list[Look]) -> None:
    for one, (before, now) in zip(looks[1:], pairwise(advances(looks)), strict=True):
        gone = {entry.id for entry in before.entries if entry.settled_on is None}
        gone -= {entry.id for entry in now.entries if entry.settled_on is None}
        assert {entry.id for entry in now.settled} == gone
        assert all(entry.settled_on == day(one.on) for entry in now.settled)


@given(looks=LOOKS)
def test_the_steps_of_an_entry_are_in_order_and_each_changes_it(looks: list[Look]) -> None:
    for now in advances(looks):
        for entry in now.entries:
            assert entry.steps
            assert (entry.state == "settled") == (entry.settled_on is not None)
            for one, other in pairwise(entry.steps):
                assert one.on < other.on
                assert one.to != other.to


@given(looks=LOOKS, verdicts=st.lists(VERDICTS, max_size=3), data=st.data())
@settings(max_examples=60)
def test_what_people_say_is_told_nobody(
    looks: list[Look], verdicts: list[RiskVerdict], data: st.DataObject
) -> None:
    *_, now = advances(looks)
    standing = [entry for entry in now.entries if entry.settled_on is None]
    if not standing:
        return
    judged = data.draw(st.sampled_from(standing))
    marks = [mark(judged, one, number=n) for n, one in enumerate(verdicts, start=1)]
    again = after(looks[-1], entries=now.entries, marks=marks)
    assert told(again) == {}
    assert after(looks[-1], entries=again.entries, marks=marks).entries == again.entries
