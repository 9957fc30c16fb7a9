"""Files that are sent: calls and mail to read, and deals to bring in."""

from pathlib import PurePosixPath
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Response, UploadFile

from api.http.addresses import deal_address, source_address
from api.http.bodies import UploadRoute
from api.http.context import Here
from api.http.documents import UPLOAD, also, documented
from api.http.inputs import DealPath
from api.http.routes.files import FileForm
from api.views import SourceView, source_view
from plan.models import Day, Plan
from plan.thresholds import DEFAULTS
from tools.desk import arrivals, opening
from tools.exchange.errors import UnreadableFileError
from tools.exchange.history import import_history
from tools.exchange.plan_file import read_plan
from tools.intake import intake

router = APIRouter(route_class=UploadRoute)
LONGEST_FILENAME = 200


@router.post(
    "/deals/{deal}/sources",
    status_code=202,
    tags=["sources"],
    responses=also(
        documented(*UPLOAD, "nothing-there", "undated"), 200, SourceView, "It was there already."
    ),
)
def add_source(
    here: Here,
    response: Response,
    deal: DealPath,
    file: UploadFile,
    date: Annotated[Day | None, Form(description="The day it was said or written.")] = None,
) -> SourceView:
    """Add a call or a mail to a deal; it is read in the background.

    Taken are WebVTT, SRT, plain text, JSON exports and .eml, recognised by their content. The
    same file added twice is one source, and is not read again.
    """
    with here.read() as unit:
        zone = unit.plans.current(deal).deal.time_zone or here.tandem.settings.time_zone
    source = intake(_content(file), filename=_filename(file), day=date, time_zone=zone)
    with here.write() as unit:
        arrival = arrivals.add_source(unit, here.jobs, deal, source, here.acting())
    response.headers["Location"] = source_address(arrival.record.id)
    if not arrival.new:
        response.status_code = 200
    return source_view(arrival.record)


@router.post(
    "/deals/import",
    status_code=201,
    tags=["files"],
    responses=documented(*UPLOAD, "deal-exists", "unreadable"),
)
def import_deal(
    here: Here,
    response: Response,
    file: UploadFile,
    form: Annotated[FileForm, Query(alias="as", description="What the file carries.")] = "yaml",
) -> Plan:
    """Open a deal from a file: a plan as YAML, or a whole history as JSON lines."""
    text = _text(file)
    with here.write() as unit:
        if form == "yaml":
            plan = opening.open_deal(unit, read_plan(text).to_plan(), here.acting())
        else:
            deal = import_history(unit, here.jobs, text.splitlines())
            plan = unit.plans.current(deal)
    response.headers["Location"] = deal_address(plan.deal.id)
    return plan


def _content(file: UploadFile) -> bytes:
    """The file's bytes, one more than the limit at most."""
    return file.file.read(DEFAULTS.file_bytes + 1)


def _text(file: UploadFile) -> str:
    content = _content(file)
    if len(content) > DEFAULTS.file_bytes:
        raise HTTPException(413, "This file is too large to send; `tandem import` takes it.")
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise UnreadableFileError("This is not UTF-8 text; send YAML or JSON lines.") from None


def _filename(file: UploadFile) -> str:
    """The name that people know the file by, without folders."""
    name = PurePosixPath((file.filename or "").replace("\\", "/")).name
    return name[:LONGEST_FILENAME]
