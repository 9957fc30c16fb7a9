"""How many tokens a text is, roughly and rather too many than too few.

Exact counts need a provider's own vocabulary, which is fetched from the network. Counting
characters by four is right for English prose and much too low for German compounds, names
with accents, and figures. So words are weighed by what they are made of: a short run of plain
letters is one token, a long one a token for every five letters, three digits are one, and
every other letter or mark is one. Against the vocabulary of BERT this comes out 0 to 35 % high
on the golden sources, English and other.
"""

import re

_PIECE = re.compile(r"[A-Za-z]+|[0-9]+|[^\sA-Za-z0-9]")
_WORD, _LETTERS, _DIGITS = 7, 5, 3


def estimate(text: str) -> int:
    """Tokens of a text, estimated in time linear in its length."""
    return sum(_weight(found.group()) for found in _PIECE.finditer(text))


def _weight(piece: str) -> int:
    if piece[0].isascii() and piece[0].isalpha():
        return 1 if len(piece) <= _WORD else -(-len(piece) // _LETTERS)
    return -(-len(piece) // _DIGITS)
