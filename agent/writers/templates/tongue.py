"""All that a draft is made of in one language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from plan.observations import NextAction
from plan.values import Intent


@dataclass(frozen=True)
class Tongue:
    """The phrases of one language, with `{names}`, `{day}`, `{words}`, `{title}` and `{deal}`.

    Attributes:
        name: The language's English name, as `tongue.language` tells it.
        day: Spells a day out.
        both: What stands between two names.
        quoted: How words and titles are quoted.
        greeting: To one or two people, by their first names.
        closing: Before the sender's name.
        said: Quotes what the one recipient said in a call.
        wrote: Quotes what the one recipient wrote.
        promised: Quotes what we said.
        planned: A step that is to come, with its day.
        was_due: A step whose day has passed.
        undated: A step without a day.
        unowned: Added to a step that nobody has.
        measured: The outcomes that the buyer measures.
        task: What heads a colleague's task.
        agenda: What heads an agenda.
        last_point: An agenda's last point.
        subjects: What a message is about, by intent.
        asks: The one thing that it asks, by intent; where that differs by `intent.kind of risk`,
            and of a colleague by `intent.task`.
    """

    name: str
    day: Callable[[date], str]
    both: str
    quoted: str
    greeting: str
    closing: str
    said: str
    wrote: str
    promised: str
    planned: str
    was_due: str
    undated: str
    unowned: str
    measured: str
    task: str
    agenda: str
    last_point: str
    subjects: Mapping[Intent, str]
    asks: Mapping[str, str]

    def ask(self, action: NextAction) -> str:
        """What an action's draft asks."""
        about = action.kind, action.risk.partition(".")[0]
        special = (self.asks.get(f"{action.intent}.{one}") for one in about)
        return next((one for one in special if one), self.asks[action.intent])
