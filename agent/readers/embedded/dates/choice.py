"""Which of several dates a promise is due on."""

from collections.abc import Sequence

from agent.readers.embedded.dates.mention import DateMention

_EXACTNESS = {"day": 3, "weekday": 2, "offset": 2, "today": 0}
_PERIOD = 1


def due(mentions: Sequence[DateMention]) -> DateMention | None:
    """The one mention that a promise in the text is due on, or None.

    Left out are past dates and rejected ones, also those rejected only later ("tomorrow? No, not
    tomorrow"). Of the others the most exact kind wins (a day; then a weekday or an offset; then a
    period; then today), of equally exact ones those that are sure, and of these the last one
    said, so that a date put right ("the first, no, the second") is the one.
    """
    best: DateMention | None = None
    for each in mentions:
        if each.negated:
            best = None if best is not None and best.day == each.day else best
        elif not each.past and (best is None or _weight(each) >= _weight(best)):
            best = each
    return best


def _weight(mention: DateMention) -> tuple[int, bool]:
    return _EXACTNESS.get(mention.kind, _PERIOD), mention.sure
