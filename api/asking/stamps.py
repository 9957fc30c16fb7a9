"""Stamps: texts that differ as soon as anything that an answer may rest on has changed."""

from hashlib import sha256

from memory.base import Unit
from memory.records import User
from plan.edits import canonical_json
from plan.models import Deal
from plan.standing import OPEN
from tools.desk.moment import Moment


def stamp_of(unit: Unit, deal: str | None, user: User, moment: Moment) -> str:
    """The stamp of a deal, or of all deals, for a user; 64 hexadecimal digits.

    Raises:
        NotFoundError: No such deal.
    """
    deals = unit.plans.deals() if deal is None else (unit.plans.current(deal).deal,)
    stated = [_state(unit, one, moment) for one in deals]
    return sha256(canonical_json([user.name, user.email, stated]).encode()).hexdigest()


def _state(unit: Unit, deal: Deal, moment: Moment) -> list[object]:
    """Plan, open proposals, words, sources and verdicts on risks of a deal, and its day."""
    return [
        deal.id,
        moment.day(deal).isoformat(),
        unit.plans.current(deal.id).version,
        [[one.id, one.status, one.hash] for one in unit.proposals.find(deal.id, OPEN)],
        unit.chunks.stamp(deal.id),
        [[one.id, one.status, one.reading] for one in unit.sources.of(deal.id)],
        len(unit.marks.on_risks(deal.id)),
    ]
