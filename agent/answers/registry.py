"""Every answer that can be computed from one deal, with what it tells and heeds."""

from collections.abc import Mapping
from types import MappingProxyType

from agent.answers.amounts import amounts
from agent.answers.approvals.approvals import approvals
from agent.answers.at_risk import at_risk
from agent.answers.blockers import blockers
from agent.answers.changes import changes
from agent.answers.computed import Computed
from agent.answers.critical_path import critical_path
from agent.answers.due import due
from agent.answers.next_steps import next_steps
from agent.answers.outcomes import outcomes
from agent.answers.people.person import person
from agent.answers.people.roles import roles
from agent.answers.people.silence import silence
from agent.answers.promises.promises import promises

ANSWERS: tuple[Computed, ...] = (
    Computed(
        name="blockers",
        compute=blockers,
        tells="What blocks the deal or one of its steps, whose move it is, and since when.",
        takes=("items", "people", "side"),
    ),
    Computed(
        name="critical_path",
        compute=critical_path,
        tells="The longest chain of steps left to signature and go-live, and the days to spare.",
        takes=("items",),
    ),
    Computed(
        name="next_steps",
        compute=next_steps,
        tells="What is to be done next, by whom and by when, and what of it is overdue.",
        takes=("items", "people", "side", "since", "until"),
    ),
    Computed(
        name="at_risk",
        compute=at_risk,
        tells="Which risks are open, how bad they are, why, and what they touch.",
        takes=("items", "people"),
    ),
    Computed(
        name="changes",
        compute=changes,
        tells="What changed in the plan since a day or since the last call, and by whose decision.",
        takes=("items", "people", "since", "until"),
    ),
    Computed(
        name="due",
        compute=due,
        tells="When a step, an action, a target or the close is due, who moved it, and why.",
        takes=("items",),
    ),
    Computed(
        name="amounts",
        compute=amounts,
        tells="The deal's amount, close date and stage, and how they moved.",
        takes=("text",),
    ),
    Computed(
        name="roles",
        compute=roles,
        tells="Who decides, signs, pays, champions, opposes, looks after security, legal or "
        "procurement, or owns an item; who did before; who took over from somebody.",
        takes=("roles", "items", "people", "side", "text"),
    ),
    Computed(
        name="person",
        compute=person,
        tells="Who somebody is: title, side, roles, whom they report to, their sentiment and how "
        "it changed, when they were last heard, what they own that is open.",
        takes=("people",),
    ),
    Computed(
        name="silence",
        compute=silence,
        tells="Who of the buyers has gone quiet and since when; when somebody was last heard.",
        takes=("people",),
    ),
    Computed(
        name="promises",
        compute=promises,
        tells="What we promised somebody or they promised us, what somebody owes, what of that "
        "is open or overdue; `side` is the side that promised.",
        takes=("side", "people", "items", "since", "until", "text"),
    ),
    Computed(
        name="outcomes",
        compute=outcomes,
        tells="Success metrics: start, target, actual, whether they are met, how they moved.",
        takes=("items",),
    ),
    Computed(
        name="approvals",
        compute=approvals,
        tells="Whether somebody approved, agreed, accepted, signed or did something, or whether a "
        "claim about a role, an owner, a departure or a date is true.",
        takes=("items", "people", "roles", "since", "until", "text"),
    ),
)

NAMED: Mapping[str, Computed] = MappingProxyType({one.name: one for one in ANSWERS})
