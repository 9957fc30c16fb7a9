"""Whether a sentence holds the kind of thing that a question asks for."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from agent.chat.embedded.question import Asks
from agent.chat.embedded.sentences import Said
from agent.readers.embedded.dates import find_dates
from agent.readers.embedded.names import full_names
from agent.readers.embedded.numerals import numerals
from agent.readers.embedded.roster import Roster
from agent.readers.embedded.titles import has_title
from agent.readers.embedded.words import plain

REASON = re.compile(
    r"\b(?:because|cause|since|so that|due to|reasons?|as (?:we|they|he|she|i|the)|that's why|"
    r"until|unless|otherwise|depends?|too (?:late|early|long|much|expensive|tight|risky)|"
    r"can't|cannot|won't|not enough|need(?:s|ed)? (?:to|more)|weil|denn|parce que)\b"
)
MONEY = re.compile(
    r"[€$£¥]|%|\b(?:eur|usd|gbp|chf|nok|sek|dkk|aud|nzd|cad|inr|aed|sgd|percent|per cent|euros?|"
    r"dollars?|pounds?|francs?|kroner|kronor|thousand|million|grand|k)\b"
)
PLACE = re.compile(r"\b(?:in|at|on|from|to|near|via) [A-ZÀ-Þ]")


def holds_kind(asks: Asks, said: Said, roster: Roster) -> bool:
    """Whether a sentence can be an answer of that kind at all."""
    check = _CHECKS.get(asks)
    return check is not None and check(said, roster)


def _dated(said: Said, _: Roster) -> bool:
    return bool(find_dates(said.text, said.day))


def _names_somebody(said: Said, roster: Roster) -> bool:
    named = bool(roster.named(said.text)) or any(full_names(said.text))
    return named or has_title(plain(said.text))


def _gives_reason(said: Said, _: Roster) -> bool:
    return bool(REASON.search(plain(said.text)))


def _counts(said: Said, _: Roster) -> bool:
    return bool(numerals(said.text))


def _prices(said: Said, _: Roster) -> bool:
    return bool(numerals(said.text)) and bool(MONEY.search(plain(said.text)))


def _places(said: Said, _: Roster) -> bool:
    return bool(PLACE.search(said.text))


_CHECKS: Mapping[Asks, Callable[[Said, Roster], bool]] = MappingProxyType(
    {
        "when": _dated,
        "who": _names_somebody,
        "why": _gives_reason,
        "count": _counts,
        "amount": _prices,
        "where": _places,
    }
)
