"""Formatting that goes on though the elements it was in have ended, until its own end tag.

Browsers open it again in what follows (HTML Standard, section 13.2.4.3).
"""

from typing import Final

from tools.intake.mail.elements import FORMATTING, SCOPES
from tools.intake.mail.tags import Open

MOST: Final = 50
"""So much of it goes on at most; more is no formatting but an attack."""
_MOST_ALIKE: Final = 3
_CELLS: Final = SCOPES - {"table"}


class Formatting:
    """The start tags of formatting that goes on, outermost first, cell by cell."""

    def __init__(self) -> None:
        self._cells: list[list[Open]] = [[]]

    def enter(self, name: str) -> None:
        """Begin an element; formatting goes on into no cell."""
        if name in _CELLS:
            self._cells.append([])

    def leave(self, tag: Open, *, by_its_own_tag: bool) -> None:
        """End an element."""
        if tag.name in _CELLS:
            self._cells.pop()
        elif tag.name in FORMATTING and not by_its_own_tag:
            self._keep(tag)

    def take(self) -> list[Open]:
        """What goes on here; it is to be opened again."""
        tags, self._cells[-1] = self._cells[-1], []
        return tags

    def stop(self, name: str) -> bool:
        """End what goes on by its end tag; say whether there was any of this name."""
        here = self._cells[-1]
        for at in range(len(here) - 1, -1, -1):
            if here[at].name == name:
                del here[at]
                return True
        return False

    def _keep(self, tag: Open) -> None:
        """Put it before the rest: what is outside ends after what is in it."""
        here = self._cells[-1]
        if len(here) < MOST and here.count(tag) < _MOST_ALIKE:
            here.insert(0, tag)
