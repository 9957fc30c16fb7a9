"""Signing: a new day of the signature is the deal's new close date, and the other way round."""

from collections.abc import Iterable
from dataclasses import replace

from agent.readers.embedded.claims import Claim
from agent.readers.embedded.items import CLOSED
from agent.readers.embedded.material import Material


def with_close(material: Material, claims: Iterable[Claim]) -> list[Claim]:
    """The claims, with signature and close date moved together (FORMAT.md).

    The signature follows the close date only where both were due the same day before.
    """
    found = list(claims)
    plan = material.context.plan
    signatures = (one for one in plan.milestones if one.kind == "signature")
    signature = next((one for one in signatures if one.status not in CLOSED), None)
    moved = [one for one in found if signature and one.id == signature.id and "due" in one.set]
    closed = [one for one in found if one.entity == "deal" and "close_date" in one.set]
    if moved and not closed:
        return [*found, _closing(moved[-1])]
    if signature and closed and not moved and signature.due == plan.deal.close_date:
        return [*found, _signing(closed[-1], signature.id)]
    return found


def _closing(move: Claim) -> Claim:
    return replace(move, entity="deal", id=None, set={"close_date": move.set["due"]})


def _signing(close: Claim, signature: str) -> Claim:
    return replace(close, entity="milestone", id=signature, set={"due": close.set["close_date"]})
