"""How long the midnight sweep takes over many deals, most of them quiet.

Run as `python -m evals.bench.sweep [DEALS DUE]`, by default 10,000 deals of which 500 are due.
The deals are the golden ones under other ids, opened, and not yet changed since. Prints figures
and asserts nothing, since machines differ.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from time import perf_counter, process_time
from zoneinfo import ZoneInfo

from api.cli.session import Session, session
from api.sweep import sweep
from evals.cases.loading import load_all
from evals.datasets import GOLDEN
from plan.models import Plan
from tools.desk.gate import Acting
from tools.desk.moment import Moment
from tools.desk.opening import open_deal

DEFAULTS = ("10000", "500")
AT_ONCE = 500
"""Deals opened in one transaction."""
LATER = timedelta(days=30)
"""How long after its plan's day a deal is swept: by then much is overdue."""


def main(deals: int, due: int) -> None:
    """Fill a database, sweep it twice, and print one line a sweep."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TANDEM_HOME"] = folder
        with session() as now:
            plans = _plans()
            for first in range(0, deals, AT_ONCE):
                numbers = range(first, min(first + AT_ONCE, deals))
                _open(now, plans, numbers)
            moment = _moment(plans[-1], LATER)
            _set(now, deals, due, moment)
            _measure(now, moment, f"{due} of {deals} deals due")
            _measure(now, moment, "the same again")


def _plans() -> list[Plan]:
    """The plans that the golden cases begin with, by their days."""
    plans = (case.samples[0].context.plan for case in load_all([GOLDEN]))
    return sorted(plans, key=lambda plan: plan.as_of)


def _open(now: Session, plans: Sequence[Plan], numbers: range) -> None:
    with now.tandem.store.write(now.workspace) as unit:
        for number in numbers:
            plan = plans[number % len(plans)]
            deal = plan.deal.model_copy(update={"id": f"deal-{number}"})
            at = _moment(plan, timedelta()).now
            open_deal(unit, plan.model_copy(update={"deal": deal}), Acting(actor="bench", at=at))


def _moment(plan: Plan, after: timedelta) -> Moment:
    noon = datetime.combine(plan.as_of, time(12), ZoneInfo("UTC"))
    return Moment(noon + after, "UTC")


def _set(now: Session, deals: int, due: int, moment: Moment) -> None:
    """Let some deals be due, of each kind as many, and all others not."""
    today = moment.now.date()
    with now.tandem.store.write(now.workspace) as unit:
        for number in range(deals):
            deal, on = f"deal-{number}", today if number < due else today + LATER
            unit.wakes.set(deal, on, unit.plans.current(deal).version)


def _measure(now: Session, moment: Moment, what: str) -> None:
    began, cpu = perf_counter(), process_time()
    swept = sweep(now.tandem.store, now.workspace, moment)
    spent, worked = perf_counter() - began, process_time() - cpu
    sys.stdout.write(
        f"{what}: {swept.deals} looked at, {swept.opened} risks new, {swept.settled} over; "
        f"{spent:.1f} s, of the processor {worked:.1f} s\n"
    )


if __name__ == "__main__":
    given = sys.argv[1:]
    number, late = [*given, *DEFAULTS[len(given) :]]
    main(int(number), int(late))
