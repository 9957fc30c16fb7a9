"""Which language a text is in, by its commonest words or its script."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from agent.writers.model.folding import words

_COMMON = {
    "English": "the and to of you is that for we it with this be on are have your will can",
    "German": "der die das und ich sie wir ist nicht ein eine zu mit auf für den haben noch auch",
    "French": "le la les et vous nous est pas une des pour que je avec dans sur votre du bonjour",
    "Spanish": "el los las y que nos usted está una por para con del su se lo hola gracias muy",
    "Italian": "il gli che di è per una non con del della sono vi ci anche questo ciao come",
    "Portuguese": "o os as e que não uma para com você do da em se por está nós isso obrigado olá",
    "Dutch": "de het een en ik wij we is niet van dat voor met op zijn u jullie hebben graag",
    "Swedish": "och att det är jag vi inte en som på för med har ni till kan hej den av om",
    "Danish": "og at det er jeg vi ikke en som på for med har af til kan hej den jer også",
    "Norwegian": "og å det er jeg vi ikke en som på for med har av til kan hei den dere også",
    "Polish": "i w nie na się z że do jest to czy dla pani pan o jak dzień dobry proszę od",
    "Czech": "a se na je že to v s do pro jak ale jsem jsme si dobrý den prosím by ještě",
    "Finnish": "ja on ei että se hän me te ovat myös kun mutta olen hei voi voimme kiitos tai jos",
    "Hungarian": "a az és hogy nem is egy van meg de ezt mi ön kérem köszönöm szép már még lesz",
    "Turkish": "ve bir bu için ile de da ne mi çok var biz siz olarak daha merhaba teşekkürler ama",
}  # fmt: skip
_SCRIPTS = {
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "CJK": "Chinese",
    "CYRILLIC": "a language in Cyrillic letters",
    "GREEK": "Greek",
    "HEBREW": "Hebrew",
    "ARABIC": "Arabic",
}
"""Languages by the first word of their letters' Unicode names; the first that is found decides."""
_LEAST, _AHEAD = 3, 1.3
"""Common words that a text must hold, and how many times as many as in the next language."""
_LETTERS = 4
"""Share of the letters (one in so many) that makes a script the text's own."""

COMMON: Mapping[str, frozenset[str]] = MappingProxyType(
    {name: frozenset(listed.split()) for name, listed in _COMMON.items()}
)


def language(text: str) -> str | None:
    """The language's English name; None where the text is too short or could be two."""
    by_script = _by_script(text)
    if by_script:
        return by_script
    said = Counter(words(text))
    scores = {name: sum(said[word] for word in common) for name, common in COMMON.items()}
    (best, most), (_, second) = sorted(scores.items(), key=lambda one: -one[1])[:2]
    return best if most >= _LEAST and most >= _AHEAD * second else None


def _by_script(text: str) -> str | None:
    letters = [char for char in text if char.isalpha()]
    other = Counter(
        unicodedata.name(char, "").partition(" ")[0] for char in letters if not char.isascii()
    )
    found = (script for script in _SCRIPTS if other[script] * _LETTERS > len(letters))
    return next((_SCRIPTS[script] for script in found), None)
