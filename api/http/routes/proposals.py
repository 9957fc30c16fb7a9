"""Proposals: what waits for a decision, and deciding it."""

from typing import Annotated

from fastapi import APIRouter, Body, Query

from api.http.bodies import JsonRoute
from api.http.context import Here
from api.http.deciding import decide
from api.http.documents import DOOR, JSON, documented
from api.http.inputs import ProposalPath, SourceId, Verdict
from api.views import ProposalView, proposal_views
from plan.models import Id
from plan.proposals import Decision
from plan.standing import OPEN
from plan.values import ProposalStatus

router = APIRouter(prefix="/proposals", tags=["proposals"], route_class=JsonRoute)


@router.get("", responses=documented(*DOOR, "nothing-there", "invalid"))
def list_proposals(
    here: Here,
    deal: Annotated[Id | None, Query(description="Only this deal's.")] = None,
    source: Annotated[
        SourceId | None, Query(description="Only those that a source led to.")
    ] = None,
    status: Annotated[
        list[ProposalStatus] | None,
        Query(description="Only those that stand so; without it those that wait."),
    ] = None,
) -> tuple[ProposalView, ...]:
    """List proposals, each with the words that justify it and the hash to decide on."""
    with here.read() as unit:
        if deal is not None:
            unit.plans.current(deal)
        if source is not None:
            unit.sources.get(source)
        return proposal_views(unit, unit.proposals.find(deal, status or OPEN, source))


@router.get("/{proposal}", responses=documented(*DOOR, "nothing-there", "invalid"))
def show_proposal(here: Here, proposal: ProposalPath) -> ProposalView:
    """Show a proposal as it stands."""
    with here.read() as unit:
        (view,) = proposal_views(unit, [unit.proposals.get(proposal)])
    return view


@router.post(
    "/{proposal}/decision",
    responses=documented(*JSON, "nothing-there", "already-decided", "changed", "needs", "refused"),
)
def decide_proposal(
    here: Here, proposal: ProposalPath, body: Annotated[Verdict, Body()]
) -> Decision:
    """Approve or reject a proposal, as it was looked at: `hash` names exactly that.

    The same decision by the same user again is the same answer again. A proposal that is not
    what was looked at any more is shown as it is, to be decided by its new hash.
    """
    return decide(here, proposal, body)
