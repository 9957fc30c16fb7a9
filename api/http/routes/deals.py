"""Deals: opening them, their plans at any version, and changes made by hand."""

from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Body, Query, Response

from api.http.addresses import deal_address
from api.http.bodies import JsonRoute
from api.http.context import Context, Here
from api.http.documents import DOOR, JSON, WRITE, documented
from api.http.inputs import (
    LAST_EVENT,
    DealBody,
    DealPath,
    EditBody,
    NewDeal,
    deal_of,
)
from api.views import (
    DealDetail,
    DealView,
    EventPage,
    deal_detail,
    deal_views,
    event_page,
)
from memory.base import Unit
from plan.edits import Edit
from plan.fields import normalise
from plan.models import Plan
from plan.proposals import Decision
from tools.desk.editing import edit_by_hand, with_id
from tools.desk.opening import open_deal as open_with
from tools.desk.undoing import undo_last

router = APIRouter(prefix="/deals", tags=["deals"], route_class=JsonRoute)


@router.get("", responses=documented(*DOOR))
def list_deals(here: Here) -> tuple[DealView, ...]:
    """List all deals by close date, with how many proposals wait in each."""
    with here.read() as unit:
        return deal_views(unit)


@router.post("", status_code=201, responses=documented(*JSON, "refused"))
def open_deal(here: Here, response: Response, body: Annotated[DealBody, Body()]) -> Plan:
    """Open a deal, with a plan in the layout of plan files or with its own fields alone."""
    file = deal_of(body, _today(here, body)) if isinstance(body, NewDeal) else body
    with here.write() as unit:
        plan = open_with(unit, file.to_plan(), here.acting())
    response.headers["Location"] = deal_address(plan.deal.id)
    return plan


@router.get("/{deal}", responses=documented(*DOOR, "nothing-there", "invalid"))
def show_deal(
    here: Here,
    deal: DealPath,
    version: Annotated[int | None, Query(description="An earlier version of the plan.")] = None,
) -> DealDetail:
    """Show a deal: its plan, as it stands or at any earlier version, and how it stands now.

    Sources, risks and next actions are always today's.
    """
    with here.read() as unit:
        return deal_detail(unit, deal, version)


@router.get("/{deal}/events", responses=documented(*DOOR, "nothing-there", "invalid"))
def list_events(
    here: Here,
    deal: DealPath,
    after: Annotated[
        int, Query(ge=0, le=LAST_EVENT, description="The last event known; 0 from the start.")
    ] = 0,
    limit: Annotated[int, Query(ge=1, le=500, description="How many at the most.")] = 100,
) -> EventPage:
    """Tell who changed what, when, and on what words, page by page."""
    with here.read() as unit:
        return event_page(unit, deal, after, limit)


@router.post("/{deal}/edits", responses=documented(*JSON, "nothing-there", "refused"))
def edit_plan(here: Here, deal: DealPath, body: EditBody) -> Decision:
    """Change a plan by hand, under the same rules as every proposal."""
    with here.write() as unit:
        return edit_by_hand(unit, deal, _edit(unit, deal, body), here.acting())


@router.post(
    "/{deal}/undo", responses=documented(*WRITE, "nothing-there", "nothing-to-undo", "invalid")
)
def undo_last_decision(here: Here, deal: DealPath) -> Decision:
    """Take back a deal's last decision that still stands.

    Sent twice it takes back two; to be sure of one, undo the decision by its id.
    """
    with here.write() as unit:
        return undo_last(unit, deal, here.acting())


def _today(here: Context, deal: NewDeal) -> date:
    """The deal's own day, in its time zone."""
    zone = ZoneInfo(deal.time_zone or here.tandem.settings.time_zone)
    return here.tandem.now().astimezone(zone).date()


def _edit(unit: Unit, deal: str, body: EditBody) -> Edit:
    values = normalise(body.entity, body.set)
    asked = Edit(op=body.op, entity=body.entity, id=body.id or "", set=values)
    return with_id(unit, deal, asked)
