"""How tags end elements that nobody ended, as browsers mend it (HTML Standard, section 13.2.6)."""

from typing import Final, NamedTuple

from tools.intake.mail.elements import BLOCK, CELLS, SCOPES, TABLE
from tools.intake.mail.phrases import words


class Implied(NamedTuple):
    """Which open elements a start tag ends, unless one of the others is between."""

    ended: frozenset[str]
    between: frozenset[str]


_BY_TAG: Final = {
    "li": Implied(words("li"), words("ul ol") | SCOPES),
    "dt": Implied(words("dt dd"), words("dl") | SCOPES),
    "dd": Implied(words("dt dd"), words("dl") | SCOPES),
    "tr": Implied(words("tr"), words("table template")),
    "td": Implied(CELLS, words("table tr template")),
    "th": Implied(CELLS, words("table tr template")),
}
_BY_BLOCKS: Final = Implied(words("p"), BLOCK - {"p"} | SCOPES)
_NOTHING: Final = Implied(frozenset(), frozenset())


def implied(name: str) -> Implied:
    """What a start tag of this name ends."""
    return _BY_TAG.get(name) or (_BY_BLOCKS if name in BLOCK else _NOTHING)


def holds(here: str, name: str) -> bool:
    """Whether an open element keeps an end tag from ending what is around it."""
    if "template" in {here, name}:
        return name != "template"
    return (here in SCOPES and name not in TABLE) or (here in BLOCK and name not in BLOCK)
