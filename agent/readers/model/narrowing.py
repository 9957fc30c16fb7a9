"""What is left of a correction: never more than was drafted."""

from agent.readers.model.answers import Change
from agent.readers.model.edits import values
from plan.ids import NAMED_BY


def narrow(drafted: Change, correction: Change) -> Change | None:
    """The correction as far as it goes no further than the draft; None if nothing is left of it.

    It is of the same kind of thing. An addition may be described anew, or turn out to be a change
    of what is there, which then keeps its own name. A change stays one, of this item or another,
    and sets the fields that were drafted or fewer.
    """
    was, now = values(drafted), values(correction)
    if was.entity != now.entity or (now.op == "add" and was.op != "add"):
        return None
    if now.op == "add":
        return correction.model_copy(update={"id": was.id})
    allowed = was.set.keys() - ({NAMED_BY[now.entity]} if was.op == "add" else set())
    beyond = now.set.keys() - allowed
    if not now.set.keys() & allowed:
        return None
    cleared = [field for field in getattr(correction, "clear", ()) if field in allowed]
    emptied = dict.fromkeys(beyond, None)
    return correction.model_copy(
        update={**emptied, "clear": cleared} if hasattr(correction, "clear") else emptied
    )
