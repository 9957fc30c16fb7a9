"""The writer that needs no model: one plain sentence an intent, filled from the plan."""

from collections.abc import Sequence

from agent.ports import Context, Drafted
from plan.models import Plan
from plan.observations import NextAction
from plan.values import Intent

SENTENCES: dict[Intent, str] = {
    "re_engage_sponsor": "could we take fifteen minutes to go through where {deal} stands?",
    "multi_thread": "who else on your side should be part of {deal} from here on?",
    "find_economic_buyer": "who signs off the budget for {deal}, and when could we meet?",
    "resolve_blocker": "what would it take to clear what is in the way, and by when?",
    "send_material": "what should we send you first, and by when do you need it?",
    "schedule_meeting": "could we set a next date for {deal}?",
    "confirm_date": "does the date in our plan still hold, or what should it be?",
    "recover_timeline": "our dates no longer fit together; could we agree new ones?",
    "assign_owner": "who takes this on your side?",
    "build_business_case": "shall we put the numbers for {deal} together?",
    "counter_competitor": "which questions would help you compare what is on the table?",
    "secure_budget": "what do you need from us to have the budget in place?",
    "replace_champion": "who takes over, and could you introduce us before the change?",
    "start_handoff": "could we introduce the people who take it from here?",
    "follow_up_actions": "could we go through what is still open between us?",
}


class TemplateWriter:
    """Words every intent the same way; says nothing that is not in the plan."""

    def draft(self, action: NextAction, context: Context) -> Drafted:
        """A short message: whom it greets, and the one question it asks."""
        names = [_first_name(context.plan, person) for person in action.to]
        sentence = SENTENCES[action.intent].format(deal=context.plan.deal.name)
        return Drafted(text=f"Hello {' and '.join(names)}, {sentence}", by="templates")

    def drafts(self, actions: Sequence[NextAction], context: Context) -> tuple[Drafted, ...]:
        """One message each."""
        return tuple(self.draft(one, context) for one in actions)


def _first_name(plan: Plan, person_id: str) -> str:
    person = plan.person(person_id)
    return person.name.split()[0] if person else person_id
