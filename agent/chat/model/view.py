"""From a question's scene to the variables of the chat's prompt."""

from datetime import date

from agent.answers.dossier import Dossier
from agent.answers.wording import day
from agent.chat.model.limits import LIMITS
from agent.chat.model.scene import Scene
from agent.chat.model.thread import thread
from agent.readers.embedded.dates.order import day_first
from agent.readers.model.view.calendar import weeks_around
from agent.readers.model.view.fence import fence, one_line, without
from agent.readers.model.view.people import people
from agent.readers.model.view.plan_lines import deal_line, plan_lines

_ALL = "All deals of the workspace are spoken of; tools tell about them."
_BY_DEAL = "(tools tell, deal by deal)"


def variables(scene: Scene) -> dict[str, str]:
    """The prompt's variables, what others wrote between fences of its own."""
    deal, said = _deal(scene), {"thread": thread(scene.asked)}
    fences = {
        "deal_fence": fence(scene.workspace, *deal.values()),
        "thread_fence": fence(scene.workspace, scene.asked.thread, *said.values()),
    }
    told = {
        **deal,
        **said,
        "user": one_line(scene.library.user) or "not known by name",
        "calendar": _calendar(scene),
        "question": one_line(scene.asked.question),
    }
    marks = tuple(fences.values())
    return {**fences, **{name: without(text, marks) for name, text in told.items()}}


def _deal(scene: Scene) -> dict[str, str]:
    if scene.dossier is None or scene.ids is None:
        rows = (_row(one) for one in scene.deals[: LIMITS.deals])
        return {"deal": "\n".join((_ALL, *rows)), "people": _BY_DEAL, "plan": _BY_DEAL}
    return {
        "deal": deal_line(scene.dossier.plan),
        "people": people(scene.ids),
        "plan": plan_lines(scene.ids),
    }


def _row(dossier: Dossier) -> str:
    deal = dossier.plan.deal
    return f"{one_line(deal.name)}: {one_line(deal.account)}"


def _calendar(scene: Scene) -> str:
    first = scene.dossier is None or day_first(scene.dossier.plan.deal)
    return "\n".join((_today(scene.today, first=first), weeks_around(scene.today)))


def _today(today: date, *, first: bool) -> str:
    reading = "the third of April" if first else "the fourth of March"
    return f"Today is {day(today)}. Here 03/04 is {reading}."
