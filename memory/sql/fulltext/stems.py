"""Bringing the forms of an English word together: `approves`, `approved` and `approving`.

A few endings, not a dictionary: over the golden deals' questions it found as much as Porter's
stemmer did, and it is the same on both databases.
"""

SHORTEST = 3
"""Letters that must remain."""


def stem(word: str) -> str:
    """The word without the endings that English bends words with; numbers stay as they are."""
    if len(word) <= SHORTEST or word[-1].isdigit():
        return word
    return _without_e(_of_verb(_of_many(word)))


def _of_many(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORTEST + 1:
        return f"{word[:-3]}y"
    if word.endswith(("ses", "xes", "zes", "hes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _of_verb(word: str) -> str:
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= SHORTEST:
            doubled = root[-1] == root[-2] and root[-1] not in "lsz"
            return root[:-1] if doubled else root
    return word


def _without_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST else word
