"""How answers tell the values of fields, and changes of them, in words."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from pydantic import JsonValue

from agent.answers.dossier import Dossier
from agent.answers.naming import plainly, titled
from agent.answers.wording import amount, day, listed
from plan.ids import NAMED_BY, called
from plan.models import COLLECTIONS, Outcome, Stakeholder
from plan.references import REFERENCES, as_ids
from plan.values import Entity

Teller = Callable[[str], str]

_NONE = "none"
_WORDS: dict[str, Teller] = {
    "due": lambda value: day(date.fromisoformat(value)),
    "close_date": lambda value: day(date.fromisoformat(value)),
    **dict.fromkeys(
        ("stage", "side", "roles", "influence", "sentiment", "kind", "phase", "status"), plainly
    ),
    **dict.fromkeys(("title", "name", "metric", "objective", "value"), titled),
}
"""How the values of fields that hold no reference and no number are told."""
_EITHER: dict[str, tuple[str, str]] = {
    "active": ("on the deal", "gone from the deal"),
    "shared": ("shared with the buyer", "internal"),
}
"""How yes and no are told."""


def thing(dossier: Dossier, entity: Entity, item_id: str) -> str:
    """What a thing is called: a title in quotation marks, a name, `the deal`.

    What only a waiting proposal would add goes by the name that it would get.
    """
    if entity not in COLLECTIONS:
        return f"the {entity}"
    name = _name(dossier, entity, item_id)
    return name if entity == "stakeholder" else titled(name)


def capital(sentence: str) -> str:
    """A sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def label(field: str) -> str:
    """What a field is called: `close date`."""
    return plainly(field)


def told(dossier: Dossier, entity: Entity, item_id: str, field: str, value: JsonValue) -> str:
    """A field's value, given in wire form, in words."""
    if value is None or value in ("", []):
        return _NONE
    if (entity, field) in REFERENCES:
        kind = REFERENCES[entity, field]
        return listed([thing(dossier, kind, one) for one in as_ids(value)])
    if isinstance(value, bool):
        yes, no = _EITHER[field]
        return yes if value else no
    if field == "amount":
        return amount(Decimal(str(value)), dossier.plan.deal.currency)
    if entity == "outcome" and field in ("baseline", "target", "actual"):
        return measured(dossier, item_id, str(value))
    values = value if isinstance(value, list) else [value]
    return listed([_WORDS.get(field, str)(str(one)) for one in values])


def measured(dossier: Dossier, outcome: str, number: str) -> str:
    """A number of an outcome with its unit: `0.8 %`."""
    found = dossier.plan.find("outcome", outcome)
    unit = found.unit if isinstance(found, Outcome) else None
    return f"{number} {unit}" if unit else number


def _name(dossier: Dossier, entity: Entity, item_id: str) -> str:
    item = dossier.plan.find(entity, item_id)
    if item is not None:
        return item.name if isinstance(item, Stakeholder) else getattr(item, NAMED_BY[entity])
    adds = (one.edit for one in dossier.proposals if one.edit.op == "add")
    return next((called(entity, add.set) for add in adds if add.id == item_id), "") or item_id
