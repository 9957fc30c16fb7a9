"""What stands in a signature: names, titles, companies, ways to reach somebody."""

import re
import unicodedata
from typing import Final

from plan.sources import Person
from tools.intake.mail.phrases import words, wrote

_WAYS: Final = re.compile(
    r"\S@\S|\bwww\.|https?:|^\s*(?:tel|phone|ph|mob|mobile|cell|fax|direct|office|tél|tlf|tfn|"
    r"telefon|telefono|teléfono|telefone|mobil|handy|móvil|gsm|puh|тел|电话|電話|전화|[tmfpedwo])"
    r"\s?[.:+(]|\+\d[\d ()./-]{6,}",
    re.IGNORECASE,
)
_REGISTER: Final = re.compile(
    r"\b(?:geschäftsführ\w{1,8}|vorstand|amtsgericht|handelsregister|hrb|ust-?id|registered|"
    r"company no|vat|siret|siren|rcs|kvk|btw|cvr|org\.?\s?nr|orgnr|y-tunnus|nip|krs|regon|"
    r"p\.?\s?iva|cif|nif|cnpj|abn|acn)\b",
    re.IGNORECASE,
)
_FIELDS: Final = re.compile(r"\s[|\u2022\u00b7\u2503\u2022]\s|\s//\s")
_PRONOUNS: Final = re.compile(r"\(?(?:she|he|they)/(?:her|him|them)(?:/\w{2,6})?\)?", re.IGNORECASE)
_MOTTO: Final = re.compile(r"[\"\u201c\u00ab].{0,60}[\"\u201d\u00bb]")
_PARTICLES: Final = words(wrote.PARTICLES)
_ENDED: Final = ("?", "!", ":", ";", "\u3002", "\uff1f", "\uff01")
_ABBREVIATED: Final = re.compile(
    r"\b(?:inc|ltd|co|corp|llc|gmbh|s\.a|s\.l|s\.p\.a|plc|jr|sr|a\.s|\w)\.$", re.IGNORECASE
)
_MOST_NAME_WORDS: Final = 4
_LONGEST_NAME: Final = 40
_LONGEST_SIGNED: Final = 80
_SHORTEST_NICKNAME: Final = 3
_TITLES: Final = words("dr prof mr mrs ms mx ing dipl mag phd mba ppa gez herr frau i a v")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST_INITIALS: Final = 3
_MOST_WORDS: Final = 12
_TITLE_WORD: Final = 4
_MOST_ABBREVIATED: Final = 2
_LONGEST_UNPARTED: Final = 20
_UNPARTED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_author(line: str, author: Person | None) -> bool:
    """Whether a line is the author's name, a part of it or their initials; a title may follow."""
    if author is None or len(line) > _LONGEST_SIGNED:
        return False
    name, _, title = line.replace("|", ",").partition(",")
    if len(title.split()) > _MOST_NAME_WORDS and "|" not in line:
        return False
    said = [word for word in _words(name) if word not in _TITLES] or _words(name)
    known = _words((author.name or "") + " " + (author.address or "").partition("@")[0])
    initials = "".join(word[0] for word in _words(author.name or ""))
    if not said:
        return False
    return "".join(said) in {initials, initials[:1]} or all(
        _is_part(word, known, initials) for word in said
    )


def _words(text: str) -> list[str]:
    """Words without accents, so that Solene signs as well as Solène."""
    bare = unicodedata.normalize("NFKD", text[:_LONGEST_SIGNED].casefold())
    return _WORD.findall("".join(letter for letter in bare if not unicodedata.combining(letter)))


def _is_part(word: str, known: list[str], initials: str) -> bool:
    if len(word) < _SHORTEST_NICKNAME:
        return word in known or (len(word) == 1 and word in initials)
    return any(name.startswith(word) for name in known)


def is_name(line: str) -> bool:
    """Whether a line may be somebody's name: few parts, each written as names are."""
    text = line.strip(" \t-\u2013\u2014~/*_,.")
    parts = text.split()
    if not parts or len(parts) > _MOST_NAME_WORDS or len(text) > _LONGEST_NAME:
        return False
    if line.rstrip().endswith((*_ENDED, ".")) or any(character.isdigit() for character in text):
        return False
    if len(text) <= _LONGEST_INITIALS:
        return True
    return all(_is_name_word(word) for word in parts) and parts[0].casefold() not in _PARTICLES


def is_contact(line: str) -> bool:
    """Whether a line of a signature tells a title, a company or a way to reach somebody."""
    text = line.strip(" \t*_")
    parts = text.split()
    if not any(character.isalnum() for character in text):
        return True
    if _PRONOUNS.fullmatch(text) or _MOTTO.fullmatch(text):
        return True
    if len(parts) > _MOST_WORDS or _is_sentence(text):
        return False
    return is_way(text) or _is_title(parts)


def is_way(line: str) -> bool:
    """Whether a line tells how to reach somebody or how their company is registered."""
    if len(line.split()) > _MOST_WORDS or _is_sentence(line.strip()):
        return False
    return any(pattern.search(line) for pattern in (_WAYS, _REGISTER, _FIELDS))


def _is_name_word(word: str) -> bool:
    bare = word.strip(".,'\u2019\"()-")
    return not bare or not bare[0].islower() or bare.casefold() in _PARTICLES


def _is_sentence(text: str) -> bool:
    if text.endswith(_ENDED):
        return True
    return (
        text.endswith(".")
        and _ABBREVIATED.search(text) is None
        and len(text.split()) > _MOST_ABBREVIATED
    )


def _is_title(parts: list[str]) -> bool:
    """Titles and companies write most of their longer parts large; sentences do not."""
    text = " ".join(parts)
    if _UNPARTED.search(text):
        return len(text) <= _LONGEST_UNPARTED
    longer = [word.strip("(),.'\"") for word in parts if len(word.strip("(),.'\"")) >= _TITLE_WORD]
    large = sum(not word[0].islower() for word in longer)
    enough = large * 2 >= len(longer) and not parts[0][0].islower()
    return enough or large * 2 > len(longer)
