"""Problems: every error as `application/problem+json` (RFC 9457), in words to act on."""

import re
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Annotated, Any

from fastapi.exceptions import RequestValidationError
from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.errors import status_of
from api.http.addresses import DOCUMENT, KINDS
from api.views import ProposalView
from plan.models import Frozen
from tools.desk.errors import NeedsError
from tools.intake.errors import UndatedError

MEDIA_TYPE = "application/problem+json"
MOST_FIELDS = 20
LONGEST_NAME = 80
TAGS = frozenset({"plan file", "deal fields", "approve", "reject"})
"""What tells apart the forms of a body, and is no part of what was sent."""
MESSAGES = {
    "missing": "it is missing",
    "extra_forbidden": "there is no such field here",
    "union_tag_invalid": "its `verdict` must be `approve` or `reject`",
    "union_tag_not_found": "its `verdict` must be `approve` or `reject`",
}
"""Other words for what pydantic says, by its kind of error."""
NO_FILE = "Expected UploadFile"
SENTENCES = {
    404: f"There is nothing at this address; {DOCUMENT} lists what there is.",
    405: "This address does not take that method; the Allow header says which it takes.",
}
"""What is said where the framework has no more to say than the status."""
HINTS = {UndatedError: "In an upload its day is the form field `date`."}
"""What an error of another layer means for who calls this API."""


def absent(value: object) -> bool:
    """Whether a field is left out of the answer."""
    return value is None


class FieldProblem(Frozen):
    """What is wrong with one field, such as `body.close_date` or `query.limit`."""

    field: str
    message: str


class Problem(Frozen):
    """What went wrong, whether it can be mended and how (RFC 9457).

    Attributes:
        type: Which kind of problem it is: an entry of /api/v1/problems, or `about:blank` where
            the status says it all.
        title: The kind in a sentence, the same every time.
        status: The HTTP status.
        detail: This very problem, for people.
        errors: Each field that cannot be used.
        needs: The proposals to approve as well, in one go with `with_needs`.
        proposal: The proposal as it now is, with both values and the hash to decide on.
        request: The request's id in the server's log.
    """

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: Annotated[tuple[FieldProblem, ...] | None, Field(exclude_if=absent)] = None
    needs: Annotated[tuple[str, ...] | None, Field(exclude_if=absent)] = None
    proposal: Annotated[ProposalView | None, Field(exclude_if=absent)] = None
    request: Annotated[str | None, Field(exclude_if=absent)] = None


def answer(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """The response that tells a problem."""
    return Response(
        problem.model_dump_json(), problem.status, headers=headers, media_type=MEDIA_TYPE
    )


def problem_of(error: Exception, proposal: ProposalView | None = None) -> Problem:
    """The problem of an expected error, of the status that `api.errors` gives it."""
    hints = [hint for kind, hint in HINTS.items() if isinstance(error, kind)]
    return Problem(
        type=f"{KINDS}#{kind_of(type(error))}",
        title=title_of(type(error)),
        status=status_of(error),
        detail=" ".join([str(error), *hints]),
        needs=error.needs if isinstance(error, NeedsError) else None,
        proposal=proposal,
    )


def is_fault(error: Exception) -> bool:
    """Whether an expected error is a fault of Tandem's own all the same: it has no status."""
    return status_of(error) == HTTPStatus.INTERNAL_SERVER_ERROR


def kind_of(error: type[Exception]) -> str:
    """The short name of a kind of problem: `already-decided` of `AlreadyDecidedError`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", error.__name__.removesuffix("Error")).lower()


def title_of(error: type[Exception]) -> str:
    """The first paragraph of the error's docstring: what happened and what to do."""
    return " ".join((error.__doc__ or error.__name__).partition("\n\n")[0].split())


def problem_of_http(error: HTTPException) -> Problem:
    """The problem of a refusal that the status tells, such as 401 or 404."""
    title = HTTPStatus(error.status_code).phrase
    detail = str(error.detail)
    if detail == title:
        detail = SENTENCES.get(error.status_code, f"{title}.")
    return Problem(title=title, status=error.status_code, detail=detail)


def problem_of_fields(error: RequestValidationError) -> Problem:
    """The problem of a request whose parts cannot be used. What was sent is never repeated."""
    found: Sequence[Any] = error.errors()
    errors = tuple(
        FieldProblem(field=_place(one["loc"]), message=_message(one["type"], one["msg"]))
        for one in found[:MOST_FIELDS]
    )
    more = f" And {len(found) - len(errors)} more." if len(found) > len(errors) else ""
    told = "; ".join(f"{one.field}: {one.message}" for one in errors)
    return Problem(
        title="Something sent cannot be used.",
        status=422,
        detail=f"{told}.{more}",
        errors=errors,
    )


def _place(parts: Iterable[object]) -> str:
    return ".".join(str(part)[:LONGEST_NAME] for part in parts if part not in TAGS)


def _message(kind: str, text: str) -> str:
    if kind in MESSAGES:
        return MESSAGES[kind]
    own = text.removeprefix("Value error, ")
    if own.startswith(NO_FILE):
        return "it must be a file that has a name"
    return f"it must be {own}" if own != text else text[0].lower() + text[1:]
