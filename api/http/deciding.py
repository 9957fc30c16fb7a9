"""Deciding one proposal, in one transaction, for both ways in which decisions are sent."""

from api.http.context import Context
from api.http.inputs import Approve, Reject
from api.http.problems import Problem, problem_of
from api.views import proposal_views
from plan.proposals import Decision
from tools.desk.deciding import Approval, approve, reject
from tools.desk.errors import ChangedError


class UndecidedError(Exception):
    """A decision was not taken; `problem` tells why, and nothing was changed."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.problem = problem


def decide(here: Context, proposal: str, verdict: Approve | Reject) -> Decision:
    """Decide a proposal; the same decision again gives the same answer again.

    Raises:
        UndecidedError: It is not any more what was looked at; the problem shows what it is.
        NotFoundError: No such proposal.
        DeskError: It was decided otherwise, or needs others.
        RefusedError: The edit breaks a rule.
    """
    try:
        with here.write() as unit:
            if isinstance(verdict, Reject):
                return reject(unit, proposal, verdict.hash, verdict.reason, here.acting())
            asked = Approval(
                proposal=proposal,
                hash=verdict.hash,
                changes=verdict.changes,
                with_needs=verdict.with_needs,
            )
            return approve(unit, asked, here.acting())
    except ChangedError as error:
        with here.read() as unit:
            (now,) = proposal_views(unit, [unit.proposals.get(proposal)])
        raise UndecidedError(problem_of(error, now)) from error
