"""The golden deals, looked at every day: each fact is told once, and settles when it ends."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from agent.assess import assess
from evals.cases.forcing import as_edit
from evals.cases.loading import load_all
from evals.cases.sample import Case
from plan.models import Plan
from plan.observations import Risk
from plan.readings import Finding
from plan.risks import derived_risks
from plan.watch.causes import causes
from plan.watch.ledger import Advance, advance

GOLDEN = Path(__file__).parents[4] / "evals" / "datasets" / "golden"
CASES = load_all([GOLDEN])
AFTER = 20
"""Days looked at after the last source."""


def plans(case: Case) -> Iterator[tuple[date, Plan, dict[str, date]]]:
    """Each source's day, the plan with what it brings, and when who was last heard."""
    heard: dict[str, date] = {}
    for sample in case.samples:
        edits = [as_edit(one) for one in sample.gold.edits if one.required]
        findings = [Finding(edit=edit) for edit in edits]
        day = sample.context.source.day
        speakers = {one.person: day for one in assess(sample.context, findings, ()).engagement}
        heard = {**heard, **speakers}
        yield day, sample.context.would_be(findings), heard


def days(case: Case) -> Iterator[tuple[date, tuple[Risk, ...]]]:
    """The risks of every day from the first source on."""
    steps = list(plans(case))
    last = steps[-1][0] + timedelta(days=AFTER)
    ends = [*(day for day, *_ in steps[1:]), last]
    for (day, plan, heard), end in zip(steps, ends, strict=True):
        for number in range((end - day).days):
            on = day + timedelta(days=number)
            yield on, derived_risks(plan, heard, on)


@pytest.mark.parametrize("case", CASES, ids=lambda one: one.name)
def test_every_fact_is_told_once_and_settles_on_the_day_it_ends(case: Case) -> None:
    now, opened = Advance(()), set[tuple[str, date | None]]()
    for on, risks in days(case):
        now = advance("deal", now.entries, risks, on)
        assert advance("deal", now.entries, risks, on) == Advance(now.entries)
        for one in now.opened:
            fact = (one.key, one.since)
            assert fact not in opened or one.since is None
            opened.add(fact)
        standing = {one.key for one in now.entries if one.settled_on is None}
        assert standing == {one.key for one in causes(risks)}
        assert all(one.settled_on == on for one in now.settled)
    assert opened
