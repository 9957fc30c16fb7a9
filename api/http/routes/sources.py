"""Sources as they are kept, and asking for another reading."""

from fastapi import APIRouter, Response

from api.http.addresses import source_address
from api.http.context import Here
from api.http.documents import DOOR, WRITE, documented
from api.http.inputs import DealPath, SourcePath
from api.views import SourceDetail, SourceView, source_detail, source_view
from tools.desk.arrivals import read_again

router = APIRouter(tags=["sources"])


@router.get("/deals/{deal}/sources", responses=documented(*DOOR, "nothing-there", "invalid"))
def list_sources(here: Here, deal: DealPath) -> tuple[SourceView, ...]:
    """List a deal's calls and mail in order of arrival."""
    with here.read() as unit:
        unit.plans.current(deal)
        return tuple(source_view(record) for record in unit.sources.of(deal))


@router.get("/sources/{source}", responses=documented(*DOOR, "nothing-there", "invalid"))
def show_source(here: Here, source: SourcePath) -> SourceDetail:
    """Show a source with all that was said, and how far its reading is."""
    with here.read() as unit:
        return source_detail(unit, source)


@router.post(
    "/sources/{source}/readings",
    status_code=202,
    responses=documented(*WRITE, "nothing-there", "refused", "invalid"),
)
def read_source_again(here: Here, response: Response, source: SourcePath) -> SourceView:
    """Have a source read again, such as one that failed.

    What its last reading proposed and nobody decided is replaced; what was decided stays, and
    what was rejected on the same words is not proposed again.
    """
    with here.write() as unit:
        record = read_again(unit, here.jobs, source)
    response.headers["Location"] = source_address(record.id)
    return source_view(record)
