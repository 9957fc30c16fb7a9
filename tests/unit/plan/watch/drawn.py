"""Looks at a deal as they may follow each other: risks that come, change and go by the day."""

from itertools import accumulate

from hypothesis import strategies as st

from plan.observations import Risk
from plan.values import Severity
from tests.unit.plan.watch.looking import Look, look, overdue, said, single

SEVERITIES: st.SearchStrategy[Severity] = st.sampled_from(["low", "medium", "high"])
DAYS = st.integers(0, 12)
SPOKEN = st.builds(
    lambda sources, what, who, severity: said(*sources, what=what, who=who, severity=severity),
    st.lists(st.integers(1, 4), min_size=1, max_size=3, unique=True),
    st.lists(st.sampled_from(["legal", "pilot"]), unique=True),
    st.lists(st.sampled_from(["ada", "bo"]), max_size=1),
    SEVERITIES,
)
LATE = st.builds(overdue, st.none() | DAYS, SEVERITIES, st.none() | DAYS)
ALONE = st.builds(single, st.sampled_from(["ada", "bo"]))
FOUND = st.lists(st.one_of(SPOKEN, LATE, ALONE), max_size=3)


def _days_apart(looks: list[tuple[int, list[Risk]]]) -> list[Look]:
    days = accumulate(gap for gap, _ in looks)
    return [look(on, *risks) for on, (_, risks) in zip(days, looks, strict=True)]


LOOKS = st.lists(st.tuples(st.integers(0, 3), FOUND), min_size=1, max_size=8).map(_days_apart)
