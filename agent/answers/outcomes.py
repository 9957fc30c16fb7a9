"""Success metrics: where they start, where they should get to, where they stand."""

from collections.abc import Iterator

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.dossier import About, Dossier
from agent.answers.history import Change, changes_of
from agent.answers.moves import moved
from agent.answers.naming import titled
from agent.answers.shortening import shortened
from agent.answers.telling import label, measured, thing
from agent.answers.waiting import proposed, waits
from agent.answers.wording import day, listed
from agent.answers.words_behind import events_of, words_of
from plan.models import Outcome
from plan.numbers import plain_number

TOPIC = "outcomes"
_FIGURES = ("baseline", "target", "actual")
_MOVING = frozenset({*_FIGURES, "due"})


def outcomes(dossier: Dossier, about: About) -> Answer:
    """Each success metric asked after, or all: its figures, whether it is met, how it moved.

    Which way is better shows in the way from baseline to target; without both of them only
    an actual figure that equals the target is known to meet it.
    """
    asked = {one.id for one in about.items if one.entity == "outcome"}
    shown = [one for one in dossier.plan.outcomes if one.id in asked or not asked]
    statements = [statement for one in shown for statement in _of(dossier, one)]
    statements += [] if asked else _waiting(dossier)
    if not statements:
        return unknown(TOPIC, *_objective(dossier))
    return Answer(topic=TOPIC, statements=shortened(statements))


def met(outcome: Outcome) -> bool | None:
    """Whether the actual figure reaches the target; None where that cannot be told."""
    start, goal, now = outcome.baseline, outcome.target, outcome.actual
    if goal is None or now is None:
        return None
    if now == goal:
        return True
    if start is None or start == goal:
        return None
    return now >= goal if goal > start else now <= goal


def _of(dossier: Dossier, outcome: Outcome) -> Iterator[Statement]:
    history = changes_of(dossier, "outcome", outcome.id)
    yield _stands(dossier, outcome, [one for one in history if one.type == "added"])
    for change in reversed(history):
        if change.type == "updated" and change.field in _MOVING:
            metric = thing(dossier, "outcome", outcome.id)
            yield moved(dossier, change, f"the {label(change.field)} of {metric}")
    yield from proposed(dossier, "outcome", outcome.id)


def _stands(dossier: Dossier, outcome: Outcome, added: list[Change]) -> Statement:
    parts = [*_figures(dossier, outcome), *_verdict(outcome)]
    parts += [f"is due on {day(outcome.due)}"] if outcome.due else []
    return Statement(
        text=f"{titled(outcome.metric)} {listed(parts or ['has no figures yet'])}.",
        items=(dossier.ref("outcome", outcome.id),),
        words=words_of(added),
        events=events_of(added),
    )


def _figures(dossier: Dossier, outcome: Outcome) -> Iterator[str]:
    for said, value in (
        ("started at", outcome.baseline),
        ("should reach", outcome.target),
        ("now stands at", outcome.actual),
    ):
        if value is not None:
            yield f"{said} {measured(dossier, outcome.id, plain_number(value))}"


def _verdict(outcome: Outcome) -> Iterator[str]:
    reached = met(outcome)
    if reached is not None:
        yield "has met its target" if reached else "has not met its target yet"
    elif outcome.target is not None and outcome.actual is None:
        yield "has not been measured yet"


def _waiting(dossier: Dossier) -> Iterator[Statement]:
    """New metrics that wait for approval."""
    for one in dossier.proposals:
        edit = one.edit
        if edit.op == "add" and edit.entity == "outcome":
            outcome = Outcome.model_validate({**edit.set, "id": edit.id})
            yield waits(one, "A new success metric", f"{titled(outcome.metric)} {_plans(outcome)}")


def _plans(outcome: Outcome) -> str:
    unit = f" {outcome.unit}" if outcome.unit else ""
    figures = (("from", outcome.baseline), ("to", outcome.target), ("now", outcome.actual))
    told_ones = [
        f"{word} {plain_number(value)}{unit}" for word, value in figures if value is not None
    ]
    return " ".join(told_ones) or "without figures"


def _objective(dossier: Dossier) -> Iterator[Statement]:
    """The plan's objective, which comes near where there is no metric."""
    if dossier.plan.objective:
        yield Statement(
            text=f"The plan’s objective is: {dossier.plan.objective.rstrip('.')}.",
            items=(dossier.ref("plan"),),
        )
