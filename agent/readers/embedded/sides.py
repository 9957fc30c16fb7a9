"""Sides: whether somebody new is of the buyer, the seller or a partner."""

import re
from collections.abc import Sequence

from plan.models import Stakeholder
from plan.people import speaker_of
from plan.sources import Turn
from plan.values import Side

MINE = re.compile(r"\b(?:our|my|us|me|we)\b")
YOURS = re.compile(r"\byour (?:side|end|team|own|colleague)\b")
PARTNER = re.compile(
    r"\b(?:integrator|partner firm|subcontractor|reseller|implementation partner|consultancy)\b"
)


def side_of_newcomer(
    people: Sequence[Stakeholder], turn: Turn, address: str | None, around: str
) -> Side | None:
    """The side of somebody a turn introduces, or None where nothing tells.

    Args:
        people: The deal's people, whose addresses tell which company has which domain.
        turn: Where they are introduced.
        address: Their mail address, if it is said.
        around: The words around their name, lower case.
    """
    speaker = speaker_of(turn, people)
    sides = [one.side for one in people if one.id == speaker]
    own = sides[0] if sides else side_of_address(people, turn.address)
    by_address = side_of_address(people, address)
    if by_address or own is None:
        return by_address
    if PARTNER.search(around):
        return "partner"
    if YOURS.search(around) and not MINE.search(around):
        return "buyer" if own == "seller" else "seller"
    return own


def side_of_address(people: Sequence[Stakeholder], address: str | None) -> Side | None:
    """The side whose people have addresses of the same domain."""
    domain = (address or "").partition("@")[2].lower().rstrip(".")
    same = (one.side for one in people if one.email and one.email.lower().endswith("@" + domain))
    return next(same, None) if domain else None
