"""English."""

from agent.writers.templates.tongue import Tongue
from plan.risks.wording import day

ENGLISH = Tongue(
    name="English",
    day=day,
    both=" and ",
    quoted="“{words}”",
    greeting="Hello {names},",
    closing="Best regards",
    said="On {day} you said: {words}",
    wrote="On {day} you wrote: {words}",
    promised="On {day} we said: {words}",
    planned="{title} is planned for {day}.",
    was_due="{title} was due on {day}.",
    undated="{title} has no date yet.",
    unowned="Nobody has it yet.",
    measured="You measure it by {title}.",
    task="For {names}:",
    agenda="I suggest these points:",
    last_point="What comes next, and who does it",
    subjects={
        "re_engage_sponsor": "Where we stand",
        "multi_thread": "Working together from here on",
        "find_economic_buyer": "How this is approved on your side",
        "resolve_blocker": "What is needed to go on",
        "send_material": "What you need from us",
        "schedule_meeting": "A date for our next call",
        "confirm_date": "Does the date hold?",
        "recover_timeline": "Dates that fit together again",
        "assign_owner": "Who takes this?",
        "build_business_case": "What this is worth to you",
        "counter_competitor": "Your open questions",
        "secure_budget": "What you need for the budget",
        "replace_champion": "Who goes on with this?",
        "start_handoff": "Handing over",
        "follow_up_actions": "What is still open",
    },
    asks={
        "re_engage_sponsor": "Could we take 15 minutes to go through where {deal} stands and what"
        " you want to see from it?",
        "multi_thread": "I would like to get to know you and to hear what matters to you in {deal}."
        " Could we take 15 minutes for that?",
        "multi_thread.single_threaded": "Who else on your side should be part of {deal} from here"
        " on, and could you introduce us?",
        "find_economic_buyer": "Who signs off the money for {deal} on your side, and could you"
        " introduce us?",
        "resolve_blocker": "What exactly would have to be in place for this to go on, and by when"
        " do you need it?",
        "send_material": "Is there anything that you need first, or that should be added?",
        "schedule_meeting": "Which day would suit you for a call about {deal}?",
        "confirm_date": "Does the plan still hold on your side, or which date should we put down"
        " instead?",
        "confirm_date.missing_gate": "Which approvals does an order like {deal} need on your side,"
        " and how long do they take?",
        "recover_timeline": "Our dates no longer fit together. Which day would suit you for a call"
        " to agree new ones?",
        "assign_owner": "Who takes this on your side from here on?",
        "build_business_case": "Could we put together the numbers that show what {deal} is worth"
        " to you, and which of them count most for you?",
        "counter_competitor": "Which questions do you want answered before you decide, and how"
        " could we answer them best?",
        "secure_budget": "What do you need from us so that the money for {deal} is set aside?",
        "replace_champion": "Who on your side carries our common steps from here on, and could we"
        " meet soon?",
        "start_handoff": "Could we bring together those who carry {deal} from here on, and agree"
        " the first steps?",
        "follow_up_actions.task": "Can you do this by its day, or which day should we put down?",
        "follow_up_actions": "Where does this stand, and is there anything that you need from us"
        " for it?",
    },
)
