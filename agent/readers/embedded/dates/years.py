"""The year behind a date or a span: "2027", "of next year", "'27", "twenty-seven"."""

from agent.readers.embedded.dates.context import settled
from agent.readers.embedded.dates.grammar import Scene
from agent.readers.embedded.dates.names import COMMA, HYPHEN
from agent.readers.embedded.dates.numbers import Counted, short_year, year

# How many years, or other spans, on from the one that the day of the words lies in.
COUNTS = {"this": 0, "current": 0, "next": 1, "following": 1, "coming": 1, "upcoming": 1}
COUNTS |= {"last": -1, "previous": -1, "past": -1}


def year_after(scene: Scene, stop: int) -> Counted | None:
    """Read the year that the words from `stop` on give to what stands before them."""
    words = scene.words
    at = words.skip(words.skip(words.skip(stop, COMMA), HYPHEN | {"/"}), {"of", "in"})
    named = words.skip(at, {"the"})
    count = COUNTS.get(words.at(named))
    if count is not None and words.at(named + 1) == "year":
        return Counted(scene.on.year + count, named + 2)
    return year(words, at) or bare_year(scene, at)


def bare_year(scene: Scene, i: int) -> Counted | None:
    """Read "twenty-seven" or "'27" where nothing follows that could be counted by it."""
    short = short_year(scene.words, i)
    return short if short and settled(scene.words, short.stop) else None
