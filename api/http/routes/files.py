"""Deals as files."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from api.http.context import Here
from api.http.documents import DOOR, Responses, documented
from api.http.inputs import DealPath
from tools.exchange.history import export_history
from tools.exchange.plan_file import write_plan

router = APIRouter(tags=["files"])
FileForm = Literal["yaml", "history"]
MEDIA_TYPES: dict[FileForm, str] = {"yaml": "application/yaml", "history": "application/jsonl"}
SUFFIXES: dict[FileForm, str] = {"yaml": "yaml", "history": "jsonl"}
FILES: Responses = {
    200: {
        "description": "The file.",
        "content": {media: {"schema": {"type": "string"}} for media in MEDIA_TYPES.values()},
    }
}


@router.get(
    "/deals/{deal}/export",
    response_class=Response,
    responses={**documented(*DOOR, "nothing-there", "invalid"), **FILES},
)
def export_deal(
    here: Here,
    deal: DealPath,
    form: Annotated[FileForm, Query(alias="as", description="What the file is to carry.")] = "yaml",
) -> Response:
    """Write a deal as a file: its plan as YAML, or all that ever happened to it as JSON lines."""
    with here.read() as unit:
        if form == "yaml":
            text = write_plan(unit.plans.current(deal))
        else:
            text = "".join(f"{line}\n" for line in export_history(unit, deal))
    name = f'attachment; filename="{deal}.{SUFFIXES[form]}"'
    headers = {"Content-Disposition": name}
    return Response(text, headers=headers, media_type=MEDIA_TYPES[form])
