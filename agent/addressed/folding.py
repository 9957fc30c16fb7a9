"""Folding: a turn's words without their disguises, with the place of each character."""

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, normalize

from agent.addressed.letters import BLANKS, FIGURES, LOOKALIKES
from agent.quotes import FOLDS

HIDDEN = frozenset({"Cf", "Cc", "Mn", "Me"})
"""Categories of characters that show nothing of their own."""
JOINTS = re.compile(r"(?<=[^\W\d_])[-_.·/](?=[^\W\d_])")
"""What joins two words in one: `note-taker`, `closed_won`."""
FIGURE = re.compile(r"(?<=[a-z])[013457](?=[a-z])|(?<=[a-z])[@$](?=[a-z])|\b[013457](?=[a-z]{2})")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared, and where each of its characters stands in the turn.

    Attributes:
        shown: The words in Latin letters without accents, in single blanks, case kept.
        text: The same in lower case with joined words apart; as long as `shown`.
        places: For each character the offset in the turn's text.
    """

    shown: str
    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the turn of a stretch that is not empty."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold white space, invisible characters, look-alikes, accents and typographic quotes."""
    letters: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        for letter in _letters(char):
            if letter != " " or (letters and letters[-1] != " "):
                letters.append(letter)
                places.append(at)
    shown = "".join(letters)
    return Folded(shown, _compared(shown), tuple(places))


@lru_cache(maxsize=4096)
def _letters(char: str) -> str:
    """What a character is read as: nothing, a blank, or one or more letters."""
    if char.isspace() or char in BLANKS:
        return " "
    plain = normalize("NFKD", char).translate(FOLDS)
    return "".join(" " if one.isspace() else one for one in plain if category(one) not in HIDDEN)


def _compared(shown: str) -> str:
    """Lower case, one character for one, so that places hold."""
    low = shown.lower()
    if len(low) != len(shown):
        low = "".join(char.lower()[0] for char in shown)
    apart = JOINTS.sub(" ", low.translate(LOOKALIKES))
    return FIGURE.sub(lambda found: found.group().translate(FIGURES), apart)
