"""Whether something to be added is there already under other words."""

import re

from plan.edits import Edit
from plan.ids import called
from plan.models import Action, Item, Milestone, Outcome, Plan, Stakeholder
from plan.people import name_words
from plan.thresholds import DEFAULTS

_WORD = re.compile(r"\w+")
_IDLE = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "our", "the"}
    | {"their", "this", "to", "up", "with", "your"}
)


def same_item(edit: Edit, plan: Plan) -> Item | None:
    """The item of the plan that an add means, or None.

    A person is the same by address or by all words of the name; anything else by its
    title's words, of which `DEFAULTS.same_words` must be shared. Work that is over is
    not the same as work newly promised.
    """
    return next((item for item in plan.items(edit.entity) if _same(edit, item)), None)


def same_thing(one: Edit, other: Edit) -> bool:
    """Whether two additions of one kind mean the same, by the names they give it."""
    if one.entity == "stakeholder":
        return _same_name(called(one.entity, one.set), called(other.entity, other.set))
    return _alike(called(one.entity, one.set), called(other.entity, other.set))


def _same(edit: Edit, item: Item) -> bool:
    if isinstance(item, Stakeholder):
        return _same_person(edit, item)
    if isinstance(item, Action | Milestone) and item.status in ("done", "cancelled"):
        return False
    title = item.metric if isinstance(item, Outcome) else item.title
    return _alike(called(edit.entity, edit.set), title)


def _same_person(edit: Edit, person: Stakeholder) -> bool:
    email = edit.set.get("email")
    if isinstance(email, str) and person.email and email.casefold() == person.email.casefold():
        return True
    return _same_name(called(edit.entity, edit.set), person.name)


def _same_name(one: str, other: str) -> bool:
    return name_words(one) == name_words(other) != frozenset()


def _alike(one: str, other: str) -> bool:
    words, others = _content(one), _content(other)
    together = words | others
    return bool(together) and len(words & others) / len(together) >= DEFAULTS.same_words


def _content(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(title.casefold())) - _IDLE
