"""Do the words give the date? The date layer's second opinion on every drafted date."""

from collections.abc import Iterable, Iterator

from agent.readers.embedded.dates import DateMention, find_dates
from plan.edits import Edit
from plan.sources import Evidence, Source

DATED = ("due", "close_date")
"""The fields whose values are days somebody said."""


def doubts(edit: Edit, source: Source) -> tuple[str, ...]:
    """A sentence for each drafted date that the words of its turns do not give.

    The turns are read whole, since the words that give a date may stand beside those quoted.
    """
    days = [str(edit.set[field]) for field in DATED if edit.set.get(field)]
    if not days:
        return ()
    said = {mention.day.isoformat(): mention for mention in _mentions(edit.evidence, source)}
    sure = sorted(day for day, mention in said.items() if mention.sure and not mention.negated)
    if not said:
        return tuple(f"No words beside the quote give the date {day}." for day in days)
    return tuple(
        f"The words may mean {' or '.join(sure)} instead of {day}."
        for day in days
        if day not in said and sure
    )


def _mentions(evidence: Iterable[Evidence], source: Source) -> Iterator[DateMention]:
    for turn in sorted({one.turn for one in evidence}):
        yield from find_dates(source.turns[turn - 1].text, source.day)
