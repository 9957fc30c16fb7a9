"""Finding a quote's words in a source: the exact place, or nothing."""

from collections.abc import Sequence

from agent.ports import Quote
from plan.sources import Evidence, Turn

FOLDS = str.maketrans(
    {
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{SINGLE LOW-9 QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{DOUBLE LOW-9 QUOTATION MARK}": '"',
        "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": '"',
        "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}": '"',
    }
)
"""Characters that tools exchange for one another; each is one for one, so offsets hold."""


def locate(quote: Quote, source_id: str, turns: Sequence[Turn]) -> Evidence | None:
    """The place of a quote's words in one turn; None where no turn holds them.

    The turn the reader named is looked at first. White space and typographic quotation
    marks are folded on both sides; everything else must be as it was said.
    """
    words = fold(quote.text)
    if not words:
        return None
    named = [turn for turn in turns if turn.n == quote.turn]
    for turn in (*named, *turns):
        start = fold(turn.text).find(words)
        if start >= 0:
            return _span(turn, start, len(words), source_id)
    return None


def fold(text: str) -> str:
    """The text with white space runs as one blank and quotation marks plain."""
    return " ".join(text.translate(FOLDS).split())


def _span(turn: Turn, start: int, length: int, source_id: str) -> Evidence:
    places = _places(turn.text)
    return Evidence(
        source=source_id, turn=turn.n, start=places[start], end=places[start + length - 1] + 1
    )


def _places(text: str) -> list[int]:
    """For each character of the folded text, where it stands in the text itself."""
    places: list[int] = []
    for at, char in enumerate(text):
        if not char.isspace():
            if places and text[at - 1].isspace():
                places.append(at - 1)
            places.append(at)
    return places
