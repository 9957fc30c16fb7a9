"""The longest way to the signature, or after it to go-live, leaves few working days to spare."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plan.calendar import shifted
from plan.models import Milestone
from plan.observations import Risk
from plan.risks.lead_times import begin_by, left, longest_chain, needed
from plan.risks.signing import signed
from plan.risks.situation import Situation
from plan.risks.wording import day, listed, title, working_days


@dataclass(frozen=True)
class Way:
    """The open milestones that lead to one by a day, and the working days to spare on a day."""

    chain: tuple[Milestone, ...]
    by: date
    slack: int

    @property
    def target(self) -> Milestone:
        """Where it leads."""
        return self.chain[-1]


def critical_path_slack(situation: Situation) -> Iterator[Risk]:
    """One risk if fewer than `slack_days` working days remain to spare on the tightest way.

    Until the signature, the way leads to an open signature by the deal's close date: high if
    the days do not suffice, else medium. After it, to a go-live by its own date: medium; where
    they do not suffice, `go_live_backwards` says so. A way that is down to its last step needs
    no days to spare. How long a step takes is from `lead_times`. A lost deal has none.
    """
    tight = (one for one in _ways(situation) if _tight(situation, one))
    way = min(tight, key=lambda one: one.slack, default=None)
    if way is not None:
        yield Risk(
            kind="critical_path_slack",
            severity="high" if way.slack < 0 else "medium",
            milestones=(way.target.id,),
            why=_why(situation, way),
            since=_short(situation, way, _wanted(situation, way)),
        )


def turns(situation: Situation) -> Iterator[date]:
    """The days on which a way has too few days to spare, and none any more."""
    for way in _ways(situation):
        yield _short(situation, way, _wanted(situation, way))
        yield _short(situation, way, 0)


def _ways(situation: Situation) -> Iterator[Way]:
    for one, by in _targets(situation):
        chain = longest_chain(situation.plan, one.id)
        if chain:
            yield Way(chain, by, left(situation.calendar, situation.on, by) - needed(chain))


def _targets(situation: Situation) -> Iterator[tuple[Milestone, date]]:
    deal = situation.plan.deal
    if deal.stage == "closed_lost":
        return
    after = signed(situation)
    for one in situation.open_milestones:
        if after and one.kind == "go_live" and one.due:
            yield one, one.due
        if not after and one.kind == "signature" and deal.close_date:
            yield one, deal.close_date


def _tight(situation: Situation, way: Way) -> bool:
    told_elsewhere = way.target.kind == "go_live" and way.slack < 0
    return way.slack < _wanted(situation, way) and not told_elsewhere


def _wanted(situation: Situation, way: Way) -> int:
    return situation.numbers.slack_days if len(way.chain) > 1 else 0


def _short(situation: Situation, way: Way, spare: int) -> date:
    """The first day on which fewer than `spare` working days are to spare."""
    return shifted(begin_by(situation.calendar, way.by, needed(way.chain) + spare), 1)


def _why(situation: Situation, way: Way) -> str:
    steps = listed([title(one) for one in way.chain])
    verb = "take" if len(way.chain) > 1 else "takes"
    rest = max(left(situation.calendar, situation.on, way.by), 0)
    what = "its date" if way.target.kind == "go_live" else "the deal's close date"
    return (
        f"{steps} {verb} at least {working_days(needed(way.chain))}, "
        f"and {rest or 'none'} {'is' if rest == 1 else 'are'} left to {day(way.by)}, {what}."
    )
