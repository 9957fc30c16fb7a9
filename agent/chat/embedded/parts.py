"""Whom a question names or means: people by name or title, roles, sides."""

import re
from collections.abc import Iterator, Sequence

from agent.readers.embedded.roster import Roster
from agent.readers.embedded.words import listed, words
from plan.models import Stakeholder
from plan.values import Role, Side

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "decision_maker",
        re.compile(r"\b(?:decid\w+|decision\w*|final say|last word|makes? the call)\b"),
    ),
    (
        "economic_buyer",
        re.compile(
            r"\b(?:pays?|budget (?:holder|owner)|(?:holds?|owns?|controls?|has) the (?:budget|"
            r"purse|money)|economic buyer|sign(?:s|ing)? (?:it|this|off)?|signator\w+|"
            r"releases? the money|approves? the (?:spend|money))\b"
        ),
    ),
    ("executive_sponsor", re.compile(r"\bsponsor\w*\b")),
    (
        "champion",
        re.compile(r"\b(?:champion\w*|on our side|supporter|advocate|biggest fan|in our corner)\b"),
    ),
    (
        "blocker",
        re.compile(
            r"\b(?:opposes?|opposed|against (?:us|it|this|the deal)|sceptic\w*|skeptic\w*|"
            r"detractor|"
            r"resists?|resisting|who(?:'s| is) blocking|not convinced|"
            r"pushing back|pushes back)\b"
        ),
    ),
    ("security", re.compile(r"\b(?:security|infosec|ciso)\b")),
    ("legal", re.compile(r"\b(?:legal|lawyers?|counsel|attorney|dpo|data protection officer)\b")),
    ("procurement", re.compile(r"\b(?:procurement|purchasing|sourcing)\b")),
    (
        "technical_evaluator",
        re.compile(r"\b(?:technical evaluat\w+|technical lead|evaluat(?:es|or)|tests? it)\b"),
    ),
    ("end_user", re.compile(r"\b(?:end users?|key users?)\b")),
    ("customer_success", re.compile(r"\b(?:customer success|csm)\b")),
    ("solutions_engineer", re.compile(r"\b(?:solutions? engineer|sales engineer|pre-?sales)\b")),
    ("account_executive", re.compile(r"\b(?:account executive|account manager|our rep)\b")),
)
_OURS = re.compile(r"\b(?:we|we're|we've|us|our|ours|i|i'm|i've|me|my|mine)\b")
_THEIRS = re.compile(
    r"\b(?:they|they're|they've|them|their|theirs|(?:the )?(?:buyer|customer|client)(?:'s)?)\b"
)
_LETTERS = listed("ceo cfo coo cto cio ciso cpo cmo cro dpo chro vp")
_TITLE_IDLE = listed("of the and for in at to a an senior junior group deputy global")
_TRADES: frozenset[Role] = frozenset({"security", "legal", "procurement"})
"""Roles by which people are called as if they were titles."""
_LEAST = 2
"""Words of a title that name its bearer, where the title has more than one."""


def people_in(text: str, roster: Roster, people: Sequence[Stakeholder]) -> tuple[str, ...]:
    """Ids of the people that a text names by name, then by title, each once."""
    named = [one.key for one in roster.named(text)]
    return tuple(dict.fromkeys((*named, *_by_title(text, people))))


def roles_in(said: str) -> tuple[Role, ...]:
    """The roles that a question (lower case) asks after."""
    return tuple(role for role, cue in _ROLES if cue.search(said))


def in_roles(roles: Sequence[Role], people: Sequence[Stakeholder]) -> tuple[str, ...]:
    """Ids of the buyer's people whose place a question names by trade: "the lawyer"."""
    trades = set(roles) & _TRADES
    return tuple(one.id for one in people if one.side == "buyer" and trades & set(one.roles))


def side_in(said: str) -> Side | None:
    """The side that acts in a question (lower case): the one that is named first."""
    ours, theirs = _OURS.search(said), _THEIRS.search(said)
    if ours and theirs:
        return "seller" if ours.start() < theirs.start() else "buyer"
    if ours:
        return "seller"
    return "buyer" if theirs else None


def _by_title(text: str, people: Sequence[Stakeholder]) -> Iterator[str]:
    """People whose title alone has the words said: "the CFO", "the head of logistics"."""
    said = words(text)
    spoken = set(said)
    bearers = [(one.id, _title_words(one)) for one in people if one.title]
    for letters in sorted(_LETTERS & spoken):
        found = [one.id for one in people if letters in _title_words(one) | {_initials(one)}]
        if len(found) == 1:
            yield found[0]
    for key, title in bearers:
        same = title & spoken
        if len(same) >= max(_LEAST, len(title)):
            yield key


def _initials(person: Stakeholder) -> str:
    """`cfo` of a Chief Financial Officer."""
    return "".join(word[0] for word in words(person.title or "") if word not in _TITLE_IDLE)


def _title_words(person: Stakeholder) -> set[str]:
    return set(words(person.title or "")) - _TITLE_IDLE
