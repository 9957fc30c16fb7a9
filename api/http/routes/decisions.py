"""Decisions: several at once, what was decided, and taking it back."""

from typing import Annotated

from fastapi import APIRouter, Body
from pydantic import Field

from api.errors import EXPECTED
from api.http.bodies import JsonRoute
from api.http.context import Context, Here
from api.http.deciding import UndecidedError, decide
from api.http.documents import DOOR, JSON, WRITE, documented
from api.http.inputs import ApproveOne, DealPath, DecisionPath, RejectOne, Verdicts
from api.http.problems import Problem, absent, is_fault, problem_of
from plan.models import Frozen
from plan.proposals import Decision
from tools.desk.undoing import undo

router = APIRouter(tags=["decisions"], route_class=JsonRoute)


class Answer(Frozen):
    """What became of one of several decisions: `status` 200 with it, or another with a problem."""

    proposal: str
    status: int
    decision: Annotated[Decision | None, Field(exclude_if=absent)] = None
    problem: Annotated[Problem | None, Field(exclude_if=absent)] = None


@router.post("/decisions", responses=documented(*JSON))
def decide_several(here: Here, body: Annotated[Verdicts, Body()]) -> list[Answer]:
    """Decide several proposals, in order; each stands for itself and is answered for itself."""
    return [_answer(here, one) for one in body]


@router.get("/deals/{deal}/decisions", responses=documented(*DOOR, "nothing-there", "invalid"))
def list_decisions(here: Here, deal: DealPath) -> tuple[Decision, ...]:
    """List what was decided in a deal, by whom and when, in order."""
    with here.read() as unit:
        unit.plans.current(deal)
        return unit.decisions.of(deal)


@router.post(
    "/decisions/{decision}/undo",
    responses=documented(*WRITE, "nothing-there", "nothing-to-undo", "invalid"),
)
def undo_decision(here: Here, decision: DecisionPath) -> Decision:
    """Take back a decision. Values that were changed again later stay, and `notes` says which."""
    with here.write() as unit:
        return undo(unit, decision, here.acting())


def _answer(here: Context, one: ApproveOne | RejectOne) -> Answer:
    try:
        decision = decide(here, one.proposal, one)
    except UndecidedError as error:
        return _refused(one, error.problem)
    except EXPECTED as error:
        if is_fault(error):
            raise
        return _refused(one, problem_of(error))
    return Answer(proposal=one.proposal, status=200, decision=decision)


def _refused(one: ApproveOne | RejectOne, problem: Problem) -> Answer:
    return Answer(proposal=one.proposal, status=problem.status, problem=problem)
