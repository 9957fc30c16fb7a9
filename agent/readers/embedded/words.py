"""Words as the reader compares them: lower case, without endings and without idle words."""

import re
from functools import lru_cache


def listed(text: str) -> frozenset[str]:
    """The words of a table that is written as words one after another."""
    return frozenset(text.split())


WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
IDLE = listed(
    """
    a an the of to in on at for by with from and or but as into over up out off down back about is
    are was were be been being am do does did done have has had having will would can could shall
    should may might must i you he she it we they me him her us them my your his its our their mine
    yours this that these those there here who what which when where why how not no yes yeah ok okay
    so then than if just also very really now still all any some one two get got go goes going gone
    make made take taken put say said know think see want need let like well new per i'm i'll it's
    that's we're you're don't we'll you'll
    """
)
"""Words that tell nothing of what a sentence is about."""
ENDINGS = ("ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied", "ers", "ed", "es", "er")
STEM = 3
"""Letters that stay at least when an ending is cut."""


def plain(text: str) -> str:
    """Lower case, typographic apostrophes made straight; every letter keeps its place."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower()[:1] or char for char in text)
    return low.replace("’", "'")


def words(text: str) -> tuple[str, ...]:
    """All words in order, lower case."""
    return tuple(WORD.findall(plain(text)))


def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(word) for word in words(text) if word not in IDLE)


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Cut a possessive and one usual English ending: "reviews", "reviewed" are "review"."""
    bare = word.removesuffix("'s").replace("'", "")
    for ending in ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= STEM:
            return bare[: -len(ending)].rstrip("e")
    cut = bare[:-1] if bare.endswith("s") and not bare.endswith("ss") and len(bare) > STEM else bare
    return cut.rstrip("e") if len(cut) > STEM else cut
