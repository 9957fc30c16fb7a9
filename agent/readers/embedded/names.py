"""Full names in running text: two to four capitalised words that are no title, place or company."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agent.readers.embedded.titles import has_title
from agent.readers.embedded.words import listed, plain

PARTICLE = r"(?:van der|van den|van|von|de la|de|der|den|del|di|da|al|bin|ten|dos|O['’])"
CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]*\w"
NAME = re.compile(
    rf"\b(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?{CAPITAL}(?: (?:{PARTICLE} )?(?:{CAPITAL}|[A-Z]\.)){{1,3}}"
)
FORMS_OF_ADDRESS = listed(
    "dr mr mrs ms prof sir madam herr frau monsieur madame mme señor señora senhor dott ing khun "
    "bu pak encik puan shri smt sheikh bhai"
)
OPENERS = listed(
    """
    i i'm the this that we you he she it and but so if yes no ok okay please dear hi hello thanks
    thank our my your his her their from for on in at with as since when who what where also then
    there meet write copying cc let ask tell regards best kind copied looping adding sorry great
    perfect welcome good morning well yeah kindly call contact introducing once until after before
    because while now today tomorrow here these those how why both all every each any some happy
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december
    """
)
"""Words that begin a sentence or a greeting before a name and are no part of it."""
NOT_NAMES = listed(
    """
    gmbh inc ltd llc plc bv ag sa llp group bank council committee board university college
    hospital trust team office department ministry service services systems software data cloud
    security project pilot agreement contract order review phase stage plan annex schedule clause
    street road house hall room building north south east west new library england distribution
    christmas easter legal finance procurement operations sales marketing it hr msa dpa soc iso
    gdpr sso api poc rfp sla
    """
)
"""Words that make what has them a company, a place, a paper or a season."""
LEAST_WORDS, LEAST_LETTERS, LONGEST = 2, 2, 60
SHOUTED = 2
"""Letters up to which capitals alone are initials, beyond which they are an acronym."""


@dataclass(frozen=True, slots=True)
class FullName:
    """A name and where it stands."""

    text: str
    start: int
    end: int


def full_names(text: str) -> Iterator[FullName]:
    """All full names in a text, in order."""
    for match in NAME.finditer(text):
        words = match.group().split(" ")
        start = match.start()
        while words and _bare(words[0]) in OPENERS | FORMS_OF_ADDRESS:
            start += len(words[0]) + 1
            words = words[1:]
        name = " ".join(words).removesuffix("'s").removesuffix("’s")
        if _is_name(words) and len(name) <= LONGEST and not text[:start].endswith(("the ", "The ")):
            yield FullName(name, start, start + len(name))


def _is_name(words: list[str]) -> bool:
    bare = {_bare(word) for word in words}
    shouted = any(word.isupper() and len(word) > SHOUTED for word in words)
    if len(words) < LEAST_WORDS or len(words[0].strip(".")) < LEAST_LETTERS or shouted:
        return False
    return not bare & (OPENERS | NOT_NAMES) and not any(has_title(word) for word in bare)


def _bare(word: str) -> str:
    return plain(word).removesuffix("'s").strip(".,")
