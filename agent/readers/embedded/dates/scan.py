"""One pass over a text: every date expression, the longest at each place, none overlapping."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from agent.readers.embedded.dates.beside import Placed, joined
from agent.readers.embedded.dates.grammar import Found, Scene
from agent.readers.embedded.dates.mention import DateMention
from agent.readers.embedded.dates.names import DAY_PARTS
from agent.readers.embedded.dates.numbers import YEARS
from agent.readers.embedded.dates.polarity import negated
from agent.readers.embedded.dates.relative import end_of_day
from agent.readers.embedded.dates.rules import begins, longest
from agent.readers.embedded.dates.tense import lean
from agent.readers.embedded.dates.words import Words, words_of

_ANCHORS = frozenset({"day", "weekday", "offset"})
# "After the 14th" bounds a day and names none.
_BOUNDS = frozenset({"after", "since", "from"})
# A vague month ("in June") says too little about the day numbers behind it.
_NAMES_MONTH = frozenset({"day", "week"})


def find_dates(
    text: str, on: date, *, day_first: bool = True, about: date | None = None
) -> tuple[DateMention, ...]:
    """Find the dates that a text speaks of, in order, none overlapping.

    Dates mean what `evals/datasets/golden/FORMAT.md` says: without a year the nearest that makes
    sense on `on`, weeks from Monday to Friday, months and quarters to their last day. Time is
    linear in the length of the text; no text raises.

    Args:
        text: a sentence, a turn or a whole call; a blank line parts paragraphs or turns, and what
            was spoken of before it is still remembered ("the Friday after").
        on: the day it was said or written.
        day_first: whether 03/04 is the third of April, or else the fourth of March.
        about: the date under discussion (the due date of the item, or a day spoken of earlier):
            from it "a week later" counts, near it "the fifteenth" is looked for.

    Returns:
        The mentions; `text[mention.start:mention.end]` are the words of each.
    """
    words = words_of(text)
    scene = Scene(words=words, on=on, day_first=day_first, inner=longest, about=about)
    return tuple(_mention(words, placed, on) for placed in _joined(words, _placed(scene)))


def _placed(scene: Scene) -> Iterator[Placed]:
    """Every expression with its place, each read in the light of those before it."""
    words = scene.words
    stop = 0
    for i, word in enumerate(words.words):
        if i < stop or not begins(word):
            continue
        found = longest(scene, i)
        if found is None:
            continue
        found = _leaning(scene, i, found)
        scene = _after(scene, found)
        whole = _with_day_part(words, found)
        yield Placed(i, whole, negated(words, i, found.stop))
        stop = whole.stop


def _leaning(scene: Scene, i: int, found: Found) -> Found:
    """Read the expression again in the light of the words around it."""
    words = scene.words
    leaning = lean(words, i, found.stop, numbered=found.kind == "day")
    if leaning != "either":
        found = longest(scene.leaning(leaning), i) or found
    bounding = words.at(i - 2) if words.at(i - 1) == "the" else words.at(i - 1)
    return found._replace(sure=found.sure and bounding not in _BOUNDS)


def _after(scene: Scene, found: Found) -> Scene:
    """What the expression tells about those that follow: the day and month spoken of."""
    # Counting from far years could leave the calendar.
    anchors = found.anchors and found.kind in _ANCHORS and found.day.year in YEARS
    anchor = found.day if anchors else scene.anchor
    if found.kind in _NAMES_MONTH or (found.kind == "month" and found.sure):
        return replace(scene, anchor=anchor, month=found.day, month_at=found.stop)
    return replace(scene, anchor=anchor)


def _with_day_part(words: Words, found: Found) -> Found:
    """Take in "morning" or "end of day" behind a day."""
    stop = words.skip(found.stop, DAY_PARTS)
    ended = end_of_day(words, words.skip(found.stop, {","}))
    return found._replace(stop=max(stop, ended) if ended > found.stop + 1 else stop)


def _joined(words: Words, placed: Iterator[Placed]) -> Iterator[Placed]:
    """The expressions, neighbours that speak of one day made one."""
    last: Placed | None = None
    for each in placed:
        together = joined(words, last, each) if last is not None else None
        if last is not None and together is None:
            yield last
        last = together or each
    if last is not None:
        yield last


def _mention(words: Words, placed: Placed, on: date) -> DateMention:
    found = placed.found
    return DateMention(
        start=words.starts[placed.start],
        end=words.ends[found.stop - 1],
        day=found.day,
        sure=found.sure,
        kind=found.kind,
        negated=placed.negated,
        past=found.day < on,
        how=found.how,
    )
