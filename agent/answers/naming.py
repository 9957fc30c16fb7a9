"""How answers name the people and things of a plan, and say where those stand."""

from datetime import date

from agent.answers.wording import day
from plan.models import Action, Milestone, Plan, Stakeholder
from plan.schedule import FINISHED
from plan.values import Side


def house(plan: Plan, side: Side) -> str:
    """Whom somebody of that side stands for: the account, the seller, or a partner."""
    return {"buyer": plan.deal.account, "seller": plan.deal.seller, "partner": "a partner"}[side]


def named(plan: Plan, person: Stakeholder) -> str:
    """A person with title and side: `Lena Ortiz (Head of Security, Acme Foods)`."""
    beside = ", ".join(filter(None, (person.title, house(plan, person.side))))
    return f"{person.name} ({beside})"


def plainly(value: str) -> str:
    """A value of a closed list in words: `economic buyer`."""
    return value.replace("_", " ")


def titled(title: str) -> str:
    """A title in quotation marks, so that the sentence around it stays readable."""
    return f"“{title}”"


def days(number: int) -> str:
    """`1 day`, `19 days`."""
    return "1 day" if number == 1 else f"{number} days"


def due_by(due: date | None, today: date) -> str:
    """When something open is due, and how long that is over: `due on …, 3 days overdue`."""
    if due is None:
        return "without a date"
    late = (today - due).days
    return f"due on {day(due)}" + (f", {days(late)} overdue" if late > 0 else "")


def standing(item: Milestone | Action, today: date) -> str:
    """Where a milestone or action stands: `in progress, due on …`, `done`."""
    state = plainly(item.status)
    return state if item.status in FINISHED else f"{state}, {due_by(item.due, today)}"
