"""Signs: where a sentence speaks to a machine, and how sure that is."""

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agent.addressed.folding import fold
from agent.addressed.patterns import SURE, WEAK
from agent.addressed.tongues import ELSEWHERE, NO_ORDER, TONGUES, Tongue

WORD = re.compile(r"[\w']+|[.;:!?]")
NEAR = 7
"""Words after the verb in which its object stands."""
SPELLED = re.compile(r"(?:\b\w[ .]){5,200}\w\b")
SPELLED_OUT = ("ignore", "disregard", "instruction", "system", "assistant", "prompt")
CODED = re.compile(r"(?<![^\s\"'(:<\[])[A-Za-z0-9+/]{40,4000}={0,2}")


class Sign(NamedTuple):
    """A stretch of a sentence that speaks to a machine.

    Attributes:
        start: Offset of its first character in the sentence.
        end: Offset after its last character.
        sure: Whether it does so even where nothing to be done goes with it.
    """

    start: int
    end: int
    sure: bool


def signs(text: str, shown: str) -> Iterator[Sign]:
    """All signs of a sentence, as a rule the sure ones first.

    Args:
        text: The sentence as it is compared.
        shown: The same with its case kept.
    """
    for pattern in SURE:
        yield from _found(pattern, text, sure=True)
    words = tuple(WORD.finditer(text))
    for tongue in TONGUES:
        yield from _overrides(words, tongue)
    yield from _disguised(text, shown)
    for pattern in WEAK:
        yield from _found(pattern, text, sure=False)


def _found(pattern: re.Pattern[str], text: str, *, sure: bool) -> Iterator[Sign]:
    found = pattern.search(text)
    if found:
        yield Sign(*found.span(), sure)


def _overrides(words: Sequence[re.Match[str]], tongue: Tongue) -> Iterator[Sign]:
    """Verb, whose orders, orders, in any order after the verb: `ignore all your rules`."""
    told = [word.group() for word in words]
    for at, verb in enumerate(told):
        if verb in tongue.drop and (at == 0 or told[at - 1] not in NO_ORDER):
            near = _clause(told[at + 1 : at + 1 + NEAR])
            last = max((n for n, word in enumerate(near) if word in tongue.orders), default=-1)
            beside = near[: last + 2]
            if last >= 0 and (tongue.yours | tongue.before) & set(beside):
                end = words[at + 1 + last].end()
                yield Sign(words[at].start(), end, _is_sure(beside, near[last + 1 :], tongue))


def _clause(words: list[str]) -> list[str]:
    stops = [at for at, word in enumerate(words) if word in (".", ";", ":", "!", "?")]
    return words[: stops[0]] if stops else words


def _is_sure(beside: list[str], after: list[str], tongue: Tongue) -> bool:
    """The reader's own orders, or all those before, and not those of some paper or person."""
    if after and after[0] in ELSEWHERE:
        return False
    return bool(tongue.yours & set(beside)) or len(tongue.before & set(beside)) > 1


def _disguised(text: str, shown: str) -> Iterator[Sign]:
    """Words spelled letter by letter, and words in base64."""
    for found in SPELLED.finditer(text):
        letters = re.sub(r"[ .]", "", found.group())
        if any(word in letters for word in SPELLED_OUT):
            yield Sign(*found.span(), sure=True)
    for found in CODED.finditer(shown):
        said = fold(_decoded(found.group()))
        if any(sign.sure for sign in signs(said.text, "")):
            yield Sign(*found.span(), sure=True)


def _decoded(code: str) -> str:
    """What base64 stands for; nothing where it is not text."""
    whole = code[: len(code) // 4 * 4]
    try:
        return base64.b64decode(whole, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
