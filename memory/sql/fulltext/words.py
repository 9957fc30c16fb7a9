"""What counts as a word, the same for what is searched and what is asked, on both databases."""

import re
import unicodedata

from memory.sql.fulltext.stems import stem
from memory.sql.fulltext.stopwords import STOP_WORDS

Term = tuple[str, ...]
"""Words that must follow each other."""
MOST_TERMS = 64
"""Of a longer query only as many terms are looked for: a person's question has far fewer."""
LONGEST = 64
"""Letters of a word that count: what is longer is no word, and PostgreSQL would refuse it."""
POSSESSIVE = re.compile(r"['’]s\b")
APOSTROPHE = re.compile("['’]")
WORD = re.compile(r"[^\W_]+")
TERM = re.compile(r"[^\W_]+(?:[-.,][^\W_]+)*")


def words(text: str) -> list[str]:
    """The stems of a text's words in order, without case, accents and possessive endings."""
    return _stems(_folded(text))


def terms(query: str) -> tuple[Term, ...]:
    """What to look for, each once: a word, or words that must follow each other as `240,000`.

    No sign in the query has a meaning. Words that any question may hold are left out.
    """
    parts = (part for part in TERM.findall(_folded(query)) if part not in STOP_WORDS)
    return tuple(dict.fromkeys(tuple(_stems(part)) for part in parts))[:MOST_TERMS]


def _stems(folded: str) -> list[str]:
    return [stem(word[:LONGEST]) for word in WORD.findall(folded)]


def _folded(text: str) -> str:
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)
    )
    return APOSTROPHE.sub("", POSSESSIVE.sub("", plain.casefold()))
