"""Answers across deals: one a file, each a pure function of the dossiers of a workspace."""

from agent.answers.portfolio.across import Across
from agent.answers.portfolio.closing import closing
from agent.answers.portfolio.overdue import overdue
from agent.answers.portfolio.risky import risky
from agent.answers.portfolio.slipping import slipping
from agent.answers.portfolio.stepless import stepless
from agent.answers.portfolio.totals import totals
from agent.answers.portfolio.whereabouts import whereabouts

PORTFOLIO: tuple[Across, ...] = (
    Across(
        "slipping",
        slipping,
        "Which deals slip this quarter, or will not close by a day, and why.",
        ("until",),
    ),
    Across("stepless", stepless, "Which deals have no next step."),
    Across(
        "overdue",
        overdue,
        "What is overdue across deals; of a side or of people, where asked.",
        ("side", "people"),
    ),
    Across(
        "closing",
        closing,
        "Which deals close between two days, by default in the rest of the quarter.",
        ("since", "until"),
    ),
    Across("whereabouts", whereabouts, "In which deals somebody takes part.", ("people", "text")),
    Across(
        "risky",
        risky,
        "Which deals are at risk, or have a risk of one kind, such as a competitor or a budget.",
        ("text",),
    ),
    Across(
        "totals",
        totals,
        "What the open deals are worth together, by currency.",
        ("since", "until"),
    ),
)
"""Every answer across deals, with what it tells and heeds."""
