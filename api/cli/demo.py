"""`tandem demo`: the sample deals, read before your eyes."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.bootstrap import EMBEDDED
from api.cli.inputs import file_bytes, plan_file
from api.cli.running import serve_here
from api.cli.session import Session, out, session
from api.cli.tables import proposals_table
from api.cli.waiting import read_here_or_there
from api.views import proposal_views
from memory.records import SourceRecord
from plan.standing import OPEN
from tools.desk.arrivals import add_source
from tools.desk.opening import open_deal
from tools.exchange.cases import SourceFile, cases, source_files

if TYPE_CHECKING:
    from plan.sources import Source


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    serve: Annotated[bool, typer.Option(help="Serve on 127.0.0.1 afterwards.")] = True,
) -> None:
    """Load the sample deals, read their calls and mail, print every proposal, then serve.

    Needs no key and no network. Run again it changes nothing that is there.
    """
    with session(EMBEDDED, owns_index=serve) as now:
        out.print("Eight sample deals with 44 calls and emails, read by the embedded reader.")
        ids = [one.id for case in cases(now.tandem.settings.samples) for one in _load(now, case)]
        read_here_or_there(now.tandem, now.workspace, ids)
        _print_proposals(now)
        if serve:
            serve_here(now, "127.0.0.1", None)


def _load(now: Session, case: Path) -> list[SourceRecord]:
    """Open a case's deal, if it is not there, and add its sources."""
    from tools.intake import intake

    plan = plan_file(case / "deal.yaml").to_plan()
    jobs = now.tandem.jobs

    def source(one: SourceFile) -> "Source":
        return intake(file_bytes(one.path), filename=one.path.name, day=one.day)

    sources = [source(one) for one in source_files(case)]
    with now.write() as unit:
        if not unit.plans.exists(plan.deal.id):
            open_deal(unit, plan, now.acting())
        return [add_source(unit, jobs, plan.deal.id, one, now.acting()).record for one in sources]


def _print_proposals(now: Session) -> None:
    with now.read() as unit:
        views = proposal_views(unit, unit.proposals.find(statuses=OPEN))
    for deal in dict.fromkeys(view.deal for view in views):
        mine = [view for view in views if view.deal == deal]
        out.print(proposals_table(mine, title=deal, ids=True))
    out.print(
        f"{len(views)} proposals wait. Try `.venv/bin/tandem approve {views[0].id}`, then "
        f"`.venv/bin/tandem history {views[0].deal}`."
        if views
        else "Nothing waits for a decision."
    )
