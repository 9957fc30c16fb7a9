"""Has somebody approved, agreed, accepted, signed, sent …; is it true that …?"""

from collections.abc import Iterator

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.approvals.claims import claims
from agent.answers.approvals.coverage import asked_about
from agent.answers.approvals.steps import SIGNING, settled, state_of, steps_asked
from agent.answers.asking import table, words
from agent.answers.dossier import About, Dossier
from agent.answers.history import Change, changes_of, last_change
from agent.answers.shortening import shortened
from agent.answers.telling import label, thing, told
from agent.answers.wording import day
from agent.answers.words_behind import events_of, words_of
from plan.values import Stage

TOPIC = "approvals"
NEAR = 2
"""Statements that come near, where nothing tells."""
_CONTRACT = table("agreement contract deal form order")
_OVER: dict[Stage, str] = {"closed_won": "won", "closed_lost": "lost"}


def approvals(dossier: Dossier, about: About) -> Answer:
    """What the plan says to a question that wants a yes or a no; else that nothing tells.

    Yes: a step that is what the question is about is done. No: it is blocked or cancelled.
    A claim about a role, an owner, a departure or a date is settled by that field. A change
    that waits for approval is told as such. An open step, whatever its date, says neither;
    but where a question also asks when, its state and date answer that.
    """
    steps = steps_asked(dossier, about)
    told_ones = [*_deal(dossier, about), *claims(dossier, about)]
    told_ones += [yes_or_no for one in steps for yes_or_no in settled(dossier, about, one)]
    if told_ones:
        return Answer(topic=TOPIC, statements=shortened(told_ones))
    near = [state_of(dossier, one) for one in steps[:NEAR]]
    if near and "when" in words(about.text):
        return Answer(topic=TOPIC, statements=tuple(near))
    return unknown(TOPIC, *near, *_last_of(dossier, about))


def _deal(dossier: Dossier, about: About) -> Iterator[Statement]:
    """That the deal is won or lost, where the question is whether it was signed."""
    outcome = _OVER.get(dossier.plan.deal.stage)
    signing = SIGNING.intersection(words(about.text))
    if outcome and signing and asked_about(dossier, about) - signing <= _CONTRACT:
        last = last_change(dossier, "deal", "deal", "stage")
        behind = (last,) if last and last.type != "opened" else ()
        since = f" since {day(behind[0].day)}" if behind else ""
        yield Statement(
            text=f"The deal is {outcome}{since}.",
            items=(dossier.ref("deal"),),
            words=words_of(behind),
            events=events_of(behind),
        )


def _last_of(dossier: Dossier, about: About) -> Iterator[Statement]:
    """The last thing that changed about the person named first."""
    for one in about.people[:1]:
        changes = changes_of(dossier, "stakeholder", one)
        if changes and dossier.person(one) and changes[-1].type != "opened":
            yield _changed(dossier, changes[-1])


def _changed(dossier: Dossier, change: Change) -> Statement:
    who = thing(dossier, change.entity, change.id)
    value = told(dossier, change.entity, change.id, change.field, change.after)
    return Statement(
        text=(
            f"The last change about {who} is of {day(change.day)}: {label(change.field)} {value}."
        ),
        items=(dossier.ref(change.entity, change.id),),
        words=words_of((change,)),
        events=(change.seq,),
    )
