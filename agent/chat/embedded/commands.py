"""Commands: words that ask for a change of the plan, and the values that it would set.

Only the user's own words are looked at: no word of a source ever leads to a proposal.
"""

import re
from dataclasses import dataclass, field

from pydantic import JsonValue

from agent.answers.answer import ItemRef
from agent.answers.dossier import Dossier
from agent.answers.naming import titled
from agent.chat.embedded.question import Question
from agent.readers.embedded.amounts import amounts
from agent.readers.embedded.dates import due, find_dates
from agent.readers.embedded.dates.order import day_first
from agent.readers.embedded.numerals import plain_value
from plan.models import Action, Milestone, Plan

_SOFT = (
    r"(?:(?:ok|okay|so|and|then|hey|now|just|let's|lets|we (?:need|have) to|i want to|"
    r"i(?:'d| would) like to),? ){0,4}"
)
_ASKING = (
    r"(?:(?:please|pls|can you|could you|would you|will you|i want you to|i'd like you to),? )"
)
_VERBS = (
    r"(?:push|move|shift|postpone|delay|reschedule|bring|pull|slip|set|change|update|put|extend|"
    r"mark|close|complete|finish|tick|check|cancel|drop|scrap|reopen|re-open|block|unblock|"
    r"start|assign|give|hand|make|correct|raise|lower)"
)
_ORDER = re.compile(rf"^{_SOFT}{_ASKING}{{0,3}}{_SOFT}{_VERBS} \w")
_POLITE = re.compile(rf"^{_SOFT}{_ASKING}")
_OWNS = re.compile(
    r"^(?!who\b|whose\b|which\b|what\b)(?:[\w'’-]+ ){1,4}(?:now owns?|owns?|owns? now|will own|"
    r"should own|takes? over|is (?:now )?(?:the owner of|responsible for|in charge of)) \w"
)
_ASSIGN = re.compile(r"\b(?:own(?:s|er)?|assign|responsible|in charge|hand|give|takes? over)\b")
_PRICE = re.compile(r"\b(?:amount|price|deal (?:size|value))\b")
_CLOSES = re.compile(r"\b(?:close date|closing date|the close|deal)\b")
_STATUSES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cancelled", re.compile(r"\b(?:cancel(?:led)?|drop(?:ped)?|scrap(?:ped)?)\b")),
    (
        "in_progress",
        re.compile(r"\b(?:in progress|started|start|under way|re-?open(?:ed)?|unblock(?:ed)?)\b"),
    ),
    ("blocked", re.compile(r"\b(?:block(?:ed)?|on hold|parked)\b")),
    ("done", re.compile(r"\b(?:done|completed?|finish(?:ed)?|closed?|tick(?:ed)?|check)\b")),
)
_OF_ACTIONS = {"in_progress": "open", "blocked": "open"}
"""What an action is where a milestone would be in progress or blocked."""


@dataclass(frozen=True)
class Command:
    """A change that is asked for.

    Attributes:
        target: The one thing that it would change; None where that is not clear.
        values: The fields that it would set, in wire form; none where that is not clear.
        unclear: What to ask back, where something is not clear.
    """

    target: ItemRef | None = None
    values: dict[str, JsonValue] = field(default_factory=dict)
    unclear: str = ""


def command(question: Question, dossier: Dossier) -> Command | None:
    """The change that the user's words ask for; None where they ask a question."""
    said = question.said
    orders = bool(_ORDER.search(said)) or bool(_OWNS.search(said))
    if not orders or (said.endswith("?") and not _POLITE.search(said)):
        return None
    values = _of_deal(question, dossier)
    if values:
        return Command(dossier.ref("deal"), values)
    target = next(iter(question.about.items), None)
    item = _item(dossier.plan, target)
    if target is None or item is None or not question.sure:
        return Command(unclear=_which(question, dossier.plan))
    values = _of_item(question, dossier, item)
    unclear = "" if values else f"What is {titled(item.title)} to be: due when, whose, or done?"
    return Command(target, values, unclear)


def _of_deal(question: Question, dossier: Dossier) -> dict[str, JsonValue]:
    """A new price or close date, where the words name one."""
    text, deal = question.about.text, dossier.plan.deal
    if _PRICE.search(question.said):
        found = [one for one in amounts(text, deal) if one.full]
        return {"amount": plain_value(found[-1].value)} if found else {}
    if _CLOSES.search(question.said) and not question.sure:
        mentioned = due(find_dates(text, dossier.today, day_first=day_first(deal)))
        return {"close_date": mentioned.day.isoformat()} if mentioned else {}
    return {}


def _of_item(
    question: Question, dossier: Dossier, item: Milestone | Action
) -> dict[str, JsonValue]:
    """A new owner, else a new day, else a new status."""
    said, text = question.said, question.about.text
    if _ASSIGN.search(said) and question.named:
        return {"owner": question.named[0]}
    first = day_first(dossier.plan.deal)
    mentioned = due(find_dates(text, dossier.today, day_first=first, about=item.due))
    if mentioned:
        return {"due": mentioned.day.isoformat()}
    status = next((name for name, cue in _STATUSES if cue.search(said)), "")
    if isinstance(item, Action):
        status = _OF_ACTIONS.get(status, status)
    return {"status": status} if status else {}


def _item(plan: Plan, ref: ItemRef | None) -> Milestone | Action | None:
    found = plan.find(ref.entity, ref.id) if ref else None
    return found if isinstance(found, Milestone | Action) else None


def _which(question: Question, plan: Plan) -> str:
    likely = [found for ref in question.about.items if (found := _item(plan, ref))]
    if not likely:
        return "Which milestone or action is to change? Say more of its title."
    names = " or ".join(titled(one.title) for one in likely)
    return f"Which one is to change: {names}? Say more of its title."
