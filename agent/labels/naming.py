"""Clues in names: who is called, spoken of or introduced, and by whom."""

import re
from collections.abc import Iterator

from agent.labels.call import Call, Mention, Sentence, Utterance
from agent.labels.clues import Clue, Kind
from agent.readers.embedded.words import plain

I_AM = re.compile(r"\b(?:i'm|im|i am|my name is|my name's)$")
HERE = re.compile(r"^(?: again)? (?:here|speaking|speaks)\b(?! is)")
THIS_IS = re.compile(r"\b(?:this is|it's|its|it is|here is|here's|name's)$")
QUOTED = re.compile(
    r"(?:\b(?:said|says|say|goes|go|like|(?:told|asked|ask|called|call|calls) me)[,:]?|[\"“‘(])$"
)
"""What comes before words of others: "they said, Anke, nobody reads it"."""
BY_NAME = re.compile(r"^,? (?:again|from|i'm|im|i am|good (?:day|morning|afternoon))\b")
"""What comes after the name with which somebody begins to speak: "Haak again, I'm back"."""


def named(call: Call) -> Iterator[Clue]:
    """Whom the speakers name, and whether that can be they themselves."""
    for one in call.utterances:
        for sentence in one.sentences:
            for mention in sentence.mentions:
                yield from _clue(one, sentence, mention)


def _clue(one: Utterance, sentence: Sentence, mention: Mention) -> Iterator[Clue]:
    own = mention.person == one.label
    introduction = _introduction(sentence, mention)
    kind = introduction or _address(one, sentence, mention)
    if kind:
        other = None if own else mention.person
        # People introduce themselves by their own name, and speak to and of others by theirs.
        wrong = own != bool(introduction)
        yield Clue(kind, one.turn, one.label, other, wrong, _name(sentence, mention))


def _introduction(sentence: Sentence, mention: Mention) -> Kind | None:
    before = plain(sentence.text[: mention.start]).rstrip(" ,-")
    after = plain(sentence.text[mention.end :])
    if _name(sentence, mention) != sentence.text[mention.start : mention.end]:
        return None
    if I_AM.search(before) or (HERE.search(after) and not sentence.asks):
        return Kind.INTRODUCES
    return Kind.PRESENTS if THIS_IS.search(before) else None


def _name(sentence: Sentence, mention: Mention) -> str:
    """The name without a possessive or the "is" drawn to it."""
    return re.sub(r"['’]s$", "", sentence.text[mention.start : mention.end])


def _address(one: Utterance, sentence: Sentence, mention: Mention) -> Kind | None:
    """How somebody is spoken to or of, unless it is in another's words or of oneself."""
    own = mention.person == one.label
    before = plain(sentence.text[: mention.start]).rstrip(" ,-")
    if QUOTED.search(before) or (own and _by_own_name(one, sentence, mention)):
        return None
    return Kind.CALLS if mention.called else Kind.NAMES


def _by_own_name(one: Utterance, sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody may begin with their own name; it may as well call somebody."""
    before, after = sentence.text[: mention.start], sentence.text[mention.end :]
    alone = not before.strip(" \"'“") and after.strip() in ("", ".", "!")
    return bool(BY_NAME.search(plain(after))) or (alone and (one.opens or len(one.sentences) == 1))
