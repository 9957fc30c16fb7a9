"""How elements look, worked out once for all that are alike: most of a mail's are."""

from collections.abc import Sequence
from typing import Final

from tools.intake.mail.css.cascade import Cascade
from tools.intake.mail.css.selectors import Node
from tools.intake.mail.looks import ATTRIBUTES, Look, look
from tools.intake.mail.tags import Open

# So many are remembered at once, whatever a mail does to have each of its elements look different.
_MOST_KEPT: Final = 5_000
_Key = tuple[Look, str, str, tuple[int, ...], tuple[str | None, ...]]


class Wardrobe:
    """Looks by what makes them.

    Args:
        cascade: The style sheets of the page.
    """

    def __init__(self, cascade: Cascade) -> None:
        self._cascade = cascade
        self._kept: dict[_Key, Look] = {}

    def look(self, outer: Look, tag: Open, path: Sequence[Node]) -> Look:
        """How an element looks, given how what it is in does, and the way to it from the page.

        Raises:
            TooLargeError: It has more declarations than any mail has in one place.
            TooSlowError: The deadline passed.
        """
        if outer.gone:
            return outer
        rules = self._cascade.matching(path)
        style = tag.attributes.get("style", "")
        key = (outer, tag.name, style, rules, tuple(map(tag.attributes.get, ATTRIBUTES)))
        known = self._kept.get(key)
        if known is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            values = self._cascade.style(rules, style)
            known = self._kept[key] = look(outer, tag.name, tag.attributes, values)
        return known
