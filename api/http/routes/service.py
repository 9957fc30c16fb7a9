"""The service itself: whether it runs, and what its problems mean."""

from collections.abc import Iterator

from fastapi import APIRouter

from api.errors import STATUSES
from api.http.addresses import HEALTH, KINDS, PREFIX
from api.http.documents import DOOR, documented
from api.http.problems import kind_of, title_of
from plan.models import Frozen

router = APIRouter(tags=["service"])


class Health(Frozen):
    """That it runs."""

    status: str = "ok"


class Kind(Frozen):
    """A kind of problem, as `type` names it."""

    type: str
    status: int
    title: str


@router.get(
    HEALTH.removeprefix(PREFIX),
    responses=documented("foreign-host", "unexpected"),
    openapi_extra={"security": []},
)
def health() -> Health:
    """Say that Tandem runs; needs no key and tells nothing else."""
    return Health()


@router.get(KINDS.removeprefix(PREFIX), responses=documented(*DOOR))
def list_problems() -> list[Kind]:
    """List the kinds of problems that answers name in `type`."""
    kinds = {kind for base in STATUSES for kind in _with_subclasses(base)}
    return [
        Kind(type=f"{KINDS}#{kind_of(one)}", status=_status(one), title=title_of(one))
        for one in sorted(kinds, key=kind_of)
    ]


def _status(kind: type[Exception]) -> int:
    return next(STATUSES[base] for base in kind.__mro__ if base in STATUSES)


def _with_subclasses(kind: type[Exception]) -> Iterator[type[Exception]]:
    yield kind
    for one in kind.__subclasses__():
        yield from _with_subclasses(one)
