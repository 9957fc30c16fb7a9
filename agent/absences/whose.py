"""Whom a sentence says is away: the speaker, somebody named, or the one person spoken of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.readers.embedded.roster import Roster
from agent.readers.embedded.sentences import Sentence
from agent.readers.embedded.words import plain

LAST_WORD = re.compile(r"([\w'’-]+) ?$")
IDLE = re.compile(
    r"(?: (?:also|then|still|now|just|only|actually|unfortunately|officially|probably))+ ?$"
)
GOES_ON = frozenset({"and", "then", "but"})
SELF, OTHER = frozenset({"i"}), frozenset({"he", "she"})
EARLIER = 3
"""Sentences of a turn for which the person spoken of stays the same."""
I_AM = re.compile(r"'m|am\b|im\b")


@dataclass(frozen=True)
class Whose:
    """One sentence among those of its source, and who is who.

    Attributes:
        cut: All sentences of the source.
        sentence: The one that is looked at.
        people: Who is who.
    """

    cut: Sequence[Sentence]
    sentence: Sentence
    people: Roster

    @property
    def speaker(self) -> str | None:
        """Who says or writes it."""
        return self.people.speakers.get(self.sentence.turn)

    def others(self) -> frozenset[str]:
        """Whom the sentence names, but for who says it."""
        return self._named(self.sentence.text)

    def at(self, start: int, before: str | None) -> str | None:
        """Of whom words at an offset are said; `before` is whom the sentence spoke of already."""
        said = plain(self.sentence.text)
        lead = IDLE.sub(" ", said[:start])
        found = LAST_WORD.search(lead)
        word = found[1] if found else ""
        if I_AM.match(said, start) or word in SELF:
            return self.speaker
        if word in OTHER:
            return self._spoken_of(start)
        if not word or word in GOES_ON:
            return before
        named = (
            self.people.named(self.sentence.text[found.start(1) : found.end(1)]) if found else ()
        )
        return named[0].key if named else None

    def _spoken_of(self, start: int) -> str | None:
        """Whom "he" or "she" means: the one other person named last, in the sentence or before."""
        for text in (self.sentence.text[:start], *self._before()):
            named = self._named(text)
            if named:
                return next(iter(named)) if len(named) == 1 else None
        return None

    def _before(self) -> Iterator[str]:
        """The sentence before, and of the same turn a few more."""
        at = self.sentence.index
        for one in reversed(self.cut[max(0, at - EARLIER) : at]):
            if one.turn == self.sentence.turn or one.index == at - 1:
                yield one.text

    def _named(self, text: str) -> frozenset[str]:
        return frozenset(one.key for one in self.people.named(text)) - {self.speaker or ""}
