"""`tandem add` and `reread`: sources arriving and being read."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.inputs import file_bytes
from api.cli.models import tell_of_key
from api.cli.options import DAY, Json
from api.cli.session import Session, out, print_json, session
from api.cli.tables import addressed_notes, proposals_table, sources_table
from api.cli.waiting import read_here_or_there
from api.views import ProposalView, SourceView, addressed, proposal_views, source_view
from plan.standing import OPEN
from tools.desk.arrivals import add_source, read_again

if TYPE_CHECKING:
    from plan.sources import Source

Wait = Annotated[bool, typer.Option(help="Wait until it is read; otherwise a worker reads it.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (add, reread):
        app.command(command.__name__)(command)


def add(
    deal: Annotated[str, typer.Argument(help="The deal's id.")],
    files: Annotated[
        list[Path], typer.Argument(help="Calls (.vtt .srt .txt .json) or mail (.eml).")
    ],
    day: Annotated[
        datetime | None,
        typer.Option("--date", formats=DAY, help="The day they were said or written."),
    ] = None,
    wait: Wait = True,
    as_json: Json = False,
) -> None:
    """Add calls and mail to a deal, read them, and show what they propose.

    All of the files are kept, or none where one cannot be read as a source. The same
    file added twice is one source.

    Example: tandem add acme-wms --date 2026-03-09 call.vtt answer.eml
    """
    with session() as now:
        tell_of_key(now)
        with now.read() as unit:
            zone = unit.plans.current(deal).deal.time_zone or now.tandem.settings.time_zone
        sources = [_source(path, day.date() if day else None, zone) for path in files]
        jobs = now.tandem.jobs
        with now.write() as unit:
            arrivals = [add_source(unit, jobs, deal, one, now.acting()) for one in sources]
        for arrival in arrivals:
            if not arrival.new and not as_json:
                out.print(
                    f"{arrival.record.filename} is {arrival.record.id} already.", markup=False
                )
        _finish(now, [arrival.record.id for arrival in arrivals], wait=wait, as_json=as_json)


def reread(
    source: Annotated[str, typer.Argument(help="The source's id, such as acme-wms.s3.")],
    wait: Wait = True,
    as_json: Json = False,
) -> None:
    """Read a source again, such as one that failed.

    What its last reading proposed and nobody decided is replaced; what was decided stays,
    and what was rejected on the same words is not proposed again.
    """
    with session() as now:
        jobs = now.tandem.jobs
        with now.write() as unit:
            read_again(unit, jobs, source)
        _finish(now, [source], wait=wait, as_json=as_json)


def _source(path: Path, day: date | None, zone: str) -> "Source":
    from tools.intake import intake

    return intake(file_bytes(path), filename=path.name, day=day, time_zone=zone)


def _finish(now: Session, ids: Sequence[str], *, wait: bool, as_json: bool) -> None:
    if wait:
        read_here_or_there(now.tandem, now.workspace, ids)
    with now.read() as unit:
        sources = [source_view(unit.sources.get(one)) for one in dict.fromkeys(ids)]
        waiting = [p for one in sources for p in unit.proposals.find(source=one.id, statuses=OPEN)]
        proposals = proposal_views(unit, waiting)
        odd = [words for one in ids for words in addressed(unit, unit.sources.get(one))]
    if as_json:
        print_json({"sources": sources, "proposals": proposals, "addressed": odd})
        return
    _show(sources, proposals)
    for line in addressed_notes(odd):
        out.print(line)


def _show(sources: Sequence[SourceView], proposals: Sequence[ProposalView]) -> None:
    out.print(sources_table(sources))
    if any(one.status == "read" for one in sources):
        out.print(proposals_table(proposals, title="Proposals", ids=True))
    if proposals:
        out.print(
            f"`tandem approve {proposals[0].id}` makes one real; `tandem proposals` lists all."
        )
