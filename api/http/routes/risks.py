"""Risks: what may cost a deal on a day, and what people say to it."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import StringConstraints

from api.http.bodies import JsonRoute
from api.http.context import Context, Here
from api.http.documents import DOOR, JSON, documented
from api.http.inputs import DealPath
from api.risks.standing import OPEN, StandingRisk, judged, standing_risks
from plan.models import Day, Frozen, Text
from plan.values import RiskStatus
from plan.watch.marks import RiskVerdict
from tools.desk.marking import Judged
from tools.desk.moment import Moment

router = APIRouter(prefix="/deals/{deal}/risks", tags=["risks"], route_class=JsonRoute)

RiskKey = Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z0-9-]+)*$", max_length=10_000)]


class VerdictBody(Frozen):
    """What somebody says to a risk.

    Attributes:
        risk: The risk's key.
        verdict: `dismissed`: true perhaps, and nothing to be told of; `settled`: it is over;
            `wrong`: it never was so; `acted`: something was done about it; `reopened`: an
            earlier verdict no longer holds.
        reason: Why; a dismissal and what is wrong need one.
    """

    risk: RiskKey
    verdict: RiskVerdict
    reason: Text = ""


@router.get("", responses=documented(*DOOR, "nothing-there", "invalid"))
def list_risks(
    here: Here,
    deal: DealPath,
    on: Annotated[Day | None, Query(description="Another day than the deal's own today.")] = None,
    status: Annotated[
        list[RiskStatus] | None,
        Query(description="Only those that stand so; without it those that are open."),
    ] = None,
) -> tuple[StandingRisk, ...]:
    """List a deal's risks, the worst first, with the words or the arithmetic behind each.

    Those that nobody needs to be told of come last: `quiet_until` some day, or `muted_why`.
    Working days are those of the deal's country; without one only weekends are off.
    """
    with here.read() as unit:
        return standing_risks(unit, deal, _moment(here), on, status or OPEN)


@router.post("/verdicts", responses=documented(*JSON, "nothing-there", "refused"))
def judge_risk(here: Here, deal: DealPath, body: VerdictBody) -> StandingRisk:
    """Say what becomes of a risk that the deal has today, and get it as it then stands.

    A verdict holds until something new is said or the risk is worse than it was then. The same
    verdict again changes nothing.
    """
    with here.write() as unit:
        said = Judged.model_validate(dict(body))
        return judged(unit, deal, said, here.acting(), _moment(here))


def _moment(here: Context) -> Moment:
    return Moment(here.tandem.now(), here.tandem.settings.time_zone)
