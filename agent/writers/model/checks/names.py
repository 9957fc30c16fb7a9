"""Names: only of those whom the facts name."""

from collections.abc import Iterator

from agent.writers.model.brief import Brief
from agent.writers.model.checks.days import blanked, mentions
from agent.writers.model.checks.fault import Fault
from agent.writers.model.checks.phrases import CAPITALS
from agent.writers.model.folding import run, spelled, without, words
from agent.writers.model.tongue import COMMON, language
from plan.people import name_words

UNKNOWN_NAME = "it holds a name that no fact gives"
"""What is wrong with a word that only its capital tells to be a name."""

_ENDS = ".!?:…\n"
_AROUND = " ¿¡\"'“„«»’‘()•–—-"
"""What may stand between the end of a sentence and the first word of the next."""
_NOUNS_HAVE_CAPITALS = frozenset({"German"})
_SHORT = 2
_EVERYDAY = COMMON["English"]


def names(text: str, about: Brief) -> Iterator[Fault]:
    """People of the deal whom the draft must not name, and names that nobody gave.

    A name is told by its capital inside a sentence, which German gives to every noun; there, and
    at the start of a sentence, only names that the deal or the source holds are known as such.
    """
    known = {part for name in about.names for part in words(name)}
    rest = without(text, about.names)
    rest = blanked(rest, mentions(rest, about))
    yield from _strangers(rest, about, known)
    yield from _kept(rest, about)
    if language(text) not in _NOUNS_HAVE_CAPITALS:
        yield from _unknown(rest, {*words(about.told), *CAPITALS})


def _strangers(text: str, about: Brief, known: set[str]) -> Iterator[Fault]:
    parts = {part for name in about.strangers for part in name_words(name)} - known
    for word in spelled(text):
        said = word.group()
        plain = said.islower() or (said.casefold() in _EVERYDAY and _opens(text, word.start()))
        if not plain and any(len(part) >= _SHORT for part in name_words(said) & parts):
            yield Fault("it names somebody whom it must not name", said)


def _kept(text: str, about: Brief) -> Iterator[Fault]:
    said = run(text)
    for title in about.kept:
        if run(title) in said:
            yield Fault("it names a step that is the sender's own business", title)


def _unknown(text: str, known: set[str]) -> Iterator[Fault]:
    for word in spelled(text):
        said = word.group()
        if said[0].isupper() and not _opens(text, word.start()) and not {*words(said)} <= known:
            yield Fault(UNKNOWN_NAME, said)


def _opens(text: str, start: int) -> bool:
    """Whether the word that starts there is the first of a sentence or a line."""
    before = text[:start].rstrip(_AROUND)
    return not before or before[-1] in _ENDS
