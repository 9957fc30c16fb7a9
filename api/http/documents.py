"""What OpenAPI says of problems: each that a route may answer with, under its status."""

from copy import deepcopy
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException

from api.asking.errors import StillAnsweringError, TooManyAnswersError
from api.http.outermost import unexpected
from api.http.problems import (
    MEDIA_TYPE,
    FieldProblem,
    Problem,
    problem_of,
    problem_of_http,
)
from api.views import Change, ProposalView
from memory.errors import NotFoundError
from plan.errors import RefusedError
from tools.desk.errors import AlreadyDecidedError, ChangedError, NeedsError, NothingToUndoError
from tools.exchange.errors import DealExistsError, UnreadableFileError
from tools.intake.errors import UndatedError

Responses = dict[int | str, dict[str, Any]]
SCHEMA = {"$ref": "#/components/schemas/Problem"}
DOOR = ("foreign-host", "unauthenticated", "no-scope", "unexpected")
"""What every address but the open ones may answer."""
WRITE = (*DOOR, "foreign-origin")
JSON = (*WRITE, "no-json", "too-large", "not-json", "invalid")
ASKING = (*JSON, "still-answering", "too-many-answers")
UPLOAD = (*WRITE, "no-form", "too-large", "no-upload", "invalid")


def documented(*names: str) -> Responses:
    """The problems of these names as OpenAPI's responses, those of one status together."""
    responses: Responses = {}
    for name in names:
        problem = EXAMPLES[name]
        response = responses.setdefault(problem.status, _response(problem.status))
        response["content"][MEDIA_TYPE]["examples"][name] = {
            "summary": problem.title,
            "value": problem.model_dump(mode="json"),
        }
    return responses


def also(responses: Responses, status: int, model: type, description: str) -> Responses:
    """The responses with one more that is no problem."""
    return {**responses, status: {"model": model, "description": description}}


def tidy(schema: dict[str, Any]) -> dict[str, Any]:
    """OpenAPI's document with the first line of each description as its summary, and with keys."""
    schema = deepcopy(schema)
    for operation in (one for path in schema["paths"].values() for one in path.values()):
        summary, _, rest = operation.pop("description").partition("\n")
        operation["summary"] = summary.rstrip(".")
        if rest.strip():
            operation["description"] = rest.strip()
    bearer = {"type": "http", "scheme": "bearer", "description": "A key of `tandem key new`."}
    schema["components"]["securitySchemes"] = {"key": bearer}
    # A key, or none on the machine that Tandem runs on and listens to alone.
    schema["security"] = [{"key": []}, {}]
    return schema


def _response(status: int) -> dict[str, Any]:
    content: dict[str, Any] = {MEDIA_TYPE: {"schema": SCHEMA, "examples": {}}}
    return {"description": HTTPStatus(status).phrase, "content": content}


def _http(status: int, detail: str) -> Problem:
    return problem_of_http(HTTPException(status, detail))


_HASH = "9f2c1b7e" * 8
_CHANGED = ProposalView(
    id="acme-wms.p3",
    deal="acme-wms",
    source="acme-wms.s1",
    status="stale",
    op="update",
    entity="milestone",
    item="security-review",
    name="Security review passed",
    changes=(Change(field="due", old="2026-03-18", new="2026-03-20"),),
    evidence=(),
    needs=(),
    why="",
    warnings=(),
    confidence=0.8,
    hash=_HASH,
)
EXAMPLES = {
    "foreign-host": _http(400, "Tandem does not go by this host name."),
    "no-json": _http(400, "The body is no JSON: expected value at line 1 column 1."),
    "no-form": _http(400, "Missing boundary in multipart."),
    "unauthenticated": _http(401, "This key lets nobody in; it may be revoked."),
    "no-scope": _http(403, "This key may not write."),
    "foreign-origin": _http(403, "A page of another site asked for this; nothing was changed."),
    "nothing-there": problem_of(NotFoundError("There is no deal `acme` in this workspace.")),
    "already-decided": problem_of(
        AlreadyDecidedError("acme-wms.p3 was approved by ann (acme-wms.d7); undo that first.")
    ),
    "changed": problem_of(
        ChangedError("acme-wms.p3 is not what you looked at any more."), _CHANGED
    ),
    "needs": problem_of(NeedsError("acme-wms.p4", ("acme-wms.p3",))),
    "nothing-to-undo": problem_of(
        NothingToUndoError("acme-wms.d7 was taken back before, by acme-wms.d8.")
    ),
    "deal-exists": problem_of(DealExistsError("There is a deal `acme-wms` here already.")),
    "still-answering": problem_of(
        StillAnsweringError("The last question of conversation 7c9e is still being answered.")
    ),
    "too-many-answers": problem_of(
        TooManyAnswersError("16 questions are being answered, and no more at once.")
    ),
    "too-large": _http(413, "This is too large: here a request has at most 1,024 KB."),
    "not-json": _http(415, "Send this as application/json, and say so in Content-Type."),
    "no-upload": _http(415, "Send this as multipart/form-data, and say so in Content-Type."),
    "invalid": Problem(
        title="Something sent cannot be used.",
        status=422,
        detail="body.set: field required.",
        errors=(FieldProblem(field="body.set", message="field required"),),
    ),
    "refused": problem_of(
        RefusedError("Due 2026-01-09 is before 2026-03-02, the day this plan begins.")
    ),
    "undated": problem_of(UndatedError("This file does not say its day.")),
    "unreadable": problem_of(UnreadableFileError("Line 3 is no JSON.")),
    "unexpected": unexpected("5f0c2a9be1d47c33"),
}
