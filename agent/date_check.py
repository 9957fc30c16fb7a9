"""Do the words give the date? The date layer's second opinion on every drafted date."""

from collections.abc import Iterator
from datetime import date

from agent.readers.embedded.dates import DateMention, find_dates
from agent.readers.embedded.dates.order import day_first
from plan.edits import Edit
from plan.fields import current
from plan.models import Deal, Plan
from plan.sources import Source

DATED = ("due", "close_date")
"""The fields whose values are days somebody said."""


def doubts(edit: Edit, source: Source, plan: Plan) -> tuple[str, ...]:
    """A sentence for each drafted date that the words of its turns do not give.

    The turns are read whole, since the words that give a date may stand beside those quoted;
    "a week later" is counted from the day the plan has.
    """
    days = [str(edit.set[field]) for field in DATED if edit.set.get(field)]
    if not days:
        return ()
    about = _planned(edit, plan)
    said = {one.day.isoformat(): one for one in _mentions(edit, source, plan.deal, about)}
    sure = sorted(day for day, mention in said.items() if mention.sure and not mention.negated)
    if not said:
        return tuple(f"No words beside the quote give the date {day}." for day in days)
    return tuple(
        f"The words may mean {' or '.join(sure)} instead of {day}."
        for day in days
        if day not in said and sure
    )


def _mentions(edit: Edit, source: Source, deal: Deal, about: date | None) -> Iterator[DateMention]:
    for turn in sorted({one.turn for one in edit.evidence}):
        text = source.turns[turn - 1].text
        yield from find_dates(text, source.day, day_first=day_first(deal), about=about)


def _planned(edit: Edit, plan: Plan) -> date | None:
    """The day the plan has for what the edit changes."""
    was = current(plan, edit.entity, edit.id) or {}
    days = [str(was[field]) for field in DATED if field in edit.set and was.get(field)]
    return date.fromisoformat(days[0]) if days else None
