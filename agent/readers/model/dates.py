"""The date layer's own reading of the words that a model says give a date."""

from collections.abc import Iterator
from datetime import date

from agent.ports import Context
from agent.quotes import fold
from agent.readers.embedded.dates import due, find_dates
from agent.readers.embedded.dates.order import day_first
from agent.readers.model.answers.drafted import Found
from agent.readers.model.edits import day_of, values
from agent.readers.model.limits import LIMITS
from agent.readers.model.view.calendar import weekday
from agent.readers.model.view.short_ids import ShortIds
from plan.fields import current


def disagreement(found: Found, context: Context, ids: ShortIds) -> str:
    """A sentence with both readings, where the date layer is sure of another day; else nothing."""
    told = day_of(found.edit)
    other = _by_calendar(found, context, ids) if told else None
    if other is None or other.isoformat() == told:
        return ""
    words = fold(found.date_words or "")[: LIMITS.told]
    return f"“{words}” is {weekday(other)} {other} by the calendar; the model read {told}."


def _by_calendar(found: Found, context: Context, ids: ShortIds) -> date | None:
    """The day that the words give, if they stand near the quotes and leave no doubt."""
    words = fold(found.date_words or "")
    text = next((text for text in _texts(found, context) if words and words in text), None)
    if text is None:
        return None
    first, about = day_first(context.plan.deal), _planned(found, ids)
    mentions = find_dates(text, context.source.day, day_first=first, about=about)
    start = text.index(words)
    end = start + len(words)
    mention = due([one for one in mentions if one.start < end and start < one.end])
    return mention.day if mention and mention.sure else None


def _texts(found: Found, context: Context) -> Iterator[str]:
    """The turns quoted, then those around them, nearest first."""
    quoted = [one.turn for one in found.quotes]
    last = max(quoted, default=0)
    around = range(last - LIMITS.near_turns, last + LIMITS.near_turns + 1)
    near = sorted(around, key=lambda n: abs(n - last))
    turns = {turn.n: turn.text for turn in context.source.turns}
    yield from (fold(turns[n]) for n in dict.fromkeys((*quoted, *near)) if n in turns)


def _planned(found: Found, ids: ShortIds) -> date | None:
    """The day the plan has for what is changed: a shift is counted from it."""
    of = values(found.edit)
    was = current(ids.plan, of.entity, ids.full(of.entity, of.id) or of.entity) or {}
    day = was.get("close_date" if of.entity == "deal" else "due")
    return date.fromisoformat(str(day)) if day else None
