"""Which steps an approval shows in, and what each of them says."""

from collections.abc import Iterator

from agent.answers.answer import Statement
from agent.answers.approvals.coverage import covers
from agent.answers.asking import table, words
from agent.answers.dossier import About, Dossier
from agent.answers.history import Change, last_change
from agent.answers.naming import standing, titled
from agent.answers.people.duties import asked_after
from agent.answers.people.owning import Owned, asked_items, kind_of
from agent.answers.waiting import proposed
from agent.answers.wording import day
from agent.answers.words_behind import events_of, words_of

SIGNING = table("sign signed signing won win lost closed bought")
"""Words of questions after whether a deal is signed."""
_NO = frozenset({"blocked", "cancelled"})


def steps_asked(dossier: Dossier, about: About) -> tuple[Owned, ...]:
    """The items that a question names, then the milestones of the kinds it names.

    A question after signing that names no kind is after the signature.
    """
    _, kinds = asked_after(about)
    if SIGNING.intersection(words(about.text)):
        kinds = kinds or ("signature",)
    of_kind = [one for one in dossier.plan.milestones if one.kind in kinds]
    return tuple(dict.fromkeys((*asked_items(dossier, about), *of_kind)))


def settled(dossier: Dossier, about: About, item: Owned) -> Iterator[Statement]:
    """Yes for what is done, no for what is blocked or cancelled, and what waits to be so.

    Of somebody who is named the plan only says that they approved what is their own.
    """
    own = not about.people or item.owner in about.people
    if not covers(dossier, about, item) or not own:
        return
    if item.status == "done":
        yield _with_words(dossier, item, f"Yes: {titled(item.title)} is done")
    elif item.status in _NO:
        yield _with_words(dossier, item, f"No: {titled(item.title)} is {item.status}")
    moves = {one.id for one in dossier.proposals if "status" in one.edit.set}
    for statement in proposed(dossier, kind_of(item), item.id):
        if moves.issuperset(statement.proposals):
            yield statement


def state_of(dossier: Dossier, item: Owned) -> Statement:
    """Where a step stands, which by itself is neither a yes nor a no."""
    return Statement(
        text=f"{titled(item.title)} is {standing(item, dossier.today)}.",
        items=(dossier.ref(kind_of(item), item.id),),
        words=words_of(_moves(dossier, item)),
        events=events_of(_moves(dossier, item)),
    )


def _with_words(dossier: Dossier, item: Owned, text: str) -> Statement:
    moves = tuple(_moves(dossier, item))
    since = f" since {day(moves[0].day)}" if moves else ""
    return Statement(
        text=f"{text}{since}.",
        items=(dossier.ref(kind_of(item), item.id),),
        words=words_of(moves),
        events=events_of(moves),
    )


def _moves(dossier: Dossier, item: Owned) -> Iterator[Change]:
    """The change that gave the item its status, if one did after the deal was opened."""
    last = last_change(dossier, kind_of(item), item.id, "status")
    if last and last.type != "opened":
        yield last
