"""What each intent is after, in words that a buyer may read, and which facts matter for it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from plan.values import Intent

Matter = Literal["blocked", "overdue", "unowned", "theirs", "ours", "upcoming", "outcomes"]
"""A kind of fact, as `facts` selects it."""


class Goal(NamedTuple):
    """What a next action is to reach, and the facts it may speak of, those first that matter most.

    The words name no risk and nobody's role: whoever gets the message may read them.
    """

    words: str
    facts: tuple[Matter, ...]


GOALS: Mapping[Intent, Goal] = MappingProxyType(
    {
        "re_engage_sponsor": Goal(
            "a talk of fifteen minutes about where the project stands and what comes next",
            ("outcomes", "theirs", "upcoming"),
        ),
        "multi_thread": Goal(
            "to learn who else on their side should take part from here on, and an introduction",
            ("upcoming", "theirs"),
        ),
        "find_economic_buyer": Goal(
            "to learn how the money for this is approved and who signs it off, and a first meeting",
            ("outcomes", "upcoming"),
        ),
        "resolve_blocker": Goal(
            "to learn what it takes to clear the step that does not move, who can, and by when",
            ("blocked", "theirs", "overdue"),
        ),
        "send_material": Goal(
            "to learn what they need first and when they need it", ("ours", "theirs")
        ),
        "schedule_meeting": Goal("a date for the next meeting", ("upcoming", "theirs")),
        "confirm_date": Goal(
            "to learn whether the planned date still holds, and which one holds if it does not",
            ("overdue", "theirs", "upcoming"),
        ),
        "recover_timeline": Goal(
            "new dates, agreed by both sides, for steps whose dates no longer fit together",
            ("overdue", "blocked", "upcoming"),
        ),
        "assign_owner": Goal("a name for a step that has nobody yet", ("unowned", "upcoming")),
        "build_business_case": Goal(
            "to put together, with them, the numbers that show what the project is worth to them",
            ("outcomes",),
        ),
        "counter_competitor": Goal(
            "to learn which questions they want answered before they decide, measured by what they"
            " want to reach; no other supplier is named",
            ("outcomes", "upcoming"),
        ),
        "secure_budget": Goal(
            "to learn what they need in hand so that the money for this is set aside",
            ("outcomes", "upcoming"),
        ),
        "replace_champion": Goal(
            "to learn who carries the steps on their side from here on, and an introduction;"
            " nothing is said of anybody's future",
            ("theirs", "upcoming"),
        ),
        "start_handoff": Goal(
            "to bring together those who carry the project from here on", ("upcoming", "outcomes")
        ),
        "follow_up_actions": Goal(
            "to go through what is still open between both sides", ("theirs", "ours", "overdue")
        ),
    }
)
