"""All checks of a draft; what is for colleagues passes fewer."""

from collections.abc import Callable, Iterator

from agent.writers.model.brief import Brief
from agent.writers.model.checks.days import days
from agent.writers.model.checks.fault import Fault
from agent.writers.model.checks.figures import figures
from agent.writers.model.checks.inside import inside
from agent.writers.model.checks.marks import links, marks, placeholders
from agent.writers.model.checks.names import names
from agent.writers.model.checks.promises import concessions, promises
from agent.writers.model.limits import LIMITS

Check = Callable[[str, Brief], Iterator[Fault]]

ALWAYS: tuple[Check, ...] = (marks, placeholders, links, days, figures, names)
OUTWARD: tuple[Check, ...] = (inside, concessions, promises)


def faults(text: str, about: Brief) -> tuple[Fault, ...]:
    """Everything that forbids a cleaned text; nothing if it may be shown.

    Only its length is told of a text that is too long, which is not looked at further.
    """
    if len(text) > LIMITS.longest:
        return (Fault(f"it is longer than {LIMITS.longest} characters"),)
    if len(text) < LIMITS.shortest:
        return (Fault("it holds no message"),)
    checks = (*ALWAYS, *OUTWARD) if about.outward else ALWAYS
    return tuple(dict.fromkeys(fault for check in checks for fault in check(text, about)))
