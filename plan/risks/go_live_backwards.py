"""A go-live's date that cannot be kept any more, reckoned backwards from it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plan.calendar import shifted
from plan.models import Milestone
from plan.observations import Risk
from plan.risks.lead_times import begin_by, longest_chain, needed
from plan.risks.signing import signed
from plan.risks.situation import Situation
from plan.risks.wording import day, listed, title, working_days


class Way(NamedTuple):
    """The open milestones that lead to a go-live, its day, and the last day to begin them."""

    chain: tuple[Milestone, ...]
    by: date
    begin: date


def go_live_backwards(situation: Situation) -> Iterator[Risk]:
    """One risk for each open go-live whose last day to begin what leads to it has passed.

    That is its due day less the lead times (`lead_times`) of the longest way to it: signature,
    kickoff, implementation, whatever of it is open. High once the deal is signed, before that
    medium: a date can still be promised anew. A lost deal has none.
    """
    for way in _ways(situation):
        if situation.on > way.begin:
            yield Risk(
                kind="go_live_backwards",
                severity="high" if signed(situation) else "medium",
                milestones=(way.chain[-1].id,),
                why=_why(way),
                since=shifted(way.begin, 1),
            )


def turns(situation: Situation) -> Iterator[date]:
    """The days after those on which what leads to an open go-live had to begin."""
    return (shifted(way.begin, 1) for way in _ways(situation))


def _ways(situation: Situation) -> Iterator[Way]:
    """The longest ways to open go-lives that have a date."""
    for one in situation.open_milestones:
        if one.kind == "go_live" and one.due and situation.plan.deal.stage != "closed_lost":
            chain = longest_chain(situation.plan, one.id)
            if chain:
                begin = begin_by(situation.calendar, one.due, needed(chain))
                yield Way(chain, one.due, begin)


def _why(way: Way) -> str:
    target = way.chain[-1]
    first = [title(one) for one in way.chain[:-1]]
    takes = working_days(needed(way.chain))
    work = f"{listed(first)} before it and it" if first else "it"
    verb = "take" if first else "takes"
    return (
        f"{title(target)} is due on {day(way.by)}; {work} {verb} at least {takes}, "
        f"so {day(way.begin, beside=way.by)} was the last day to begin."
    )
