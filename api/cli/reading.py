"""`tandem read`: files against a plan, with no database."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import track

from api.cli.inputs import file_bytes, plan_file
from api.cli.models import tell_of_key
from api.cli.options import DAY
from api.cli.session import Session, err, out, print_json, session
from api.cli.tables import addressed_notes, notes, proposals_table
from api.views import ProposalView, proposal_view
from plan.decide import flaws
from plan.proposals import Proposal
from plan.sources import quote
from tools.exchange.plan_file import PlanFile

if TYPE_CHECKING:
    from agent.graph import Found
    from agent.ports import Context


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("read")(read)


def read(
    files: Annotated[
        list[Path], typer.Argument(help="Calls (.vtt .srt .txt .json) or mail (.eml).")
    ],
    plan: Annotated[Path, typer.Option(help="The deal's plan file (YAML).")],
    day: Annotated[
        datetime | None, typer.Option("--date", formats=DAY, help="The day of the files' sources.")
    ] = None,
    explain: Annotated[bool, typer.Option(help="Say how each proposal came about.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One object for one file, a list for several.")
    ] = False,
    show_prompt: Annotated[
        bool,
        typer.Option("--show-prompt", help="Print what a model would be sent, and send nothing."),
    ] = False,
) -> None:
    """Read files against a plan and print what would change, keeping no deal and no source.

    Each file is read on its own against the plan as the file has it. A date is needed
    where neither --date nor the plan's `source_date` nor the file itself gives one.

    Example: tandem read --plan deal.yaml --date 2026-03-09 call.vtt
    """
    with session() as now:
        contexts = _contexts(now, plan_file(plan), files, day.date() if day else None)
        if show_prompt:
            _show_prompts(now, contexts)
            return
        tell_of_key(now)
        results = list(_read_all(now, contexts))
    if as_json:
        from api.golden_terms import in_golden_terms

        terms = [
            in_golden_terms(context.source.filename, context, found) for context, found in results
        ]
        print_json(terms[0] if len(terms) == 1 else terms)
        return
    for context, found in results:
        title = f"{context.source.filename}, {context.source.day}"
        out.print(proposals_table(_views(context, found), title=title, explain=explain))
        words = (quote(one, context.source.turns) for one in found.addressed)
        for line in (*notes(found.risks, found.next_actions), *addressed_notes(words)):
            out.print(line)


def _contexts(now: Session, file: PlanFile, files: list[Path], day: date | None) -> "list[Context]":
    """What a reader sees of each file."""
    from agent.ports import Context
    from tools.intake import intake

    zone = file.deal.time_zone or now.tandem.settings.time_zone
    sources = [
        intake(
            file_bytes(path), filename=path.name, day=day, plan_day=file.source_date, time_zone=zone
        )
        for path in files
    ]
    plan = file.to_plan()
    for flaw in flaws(plan):
        err.print(f"The plan file has a flaw: {flaw}", markup=False)
    risks = file.plan.risks
    return [
        Context(workspace=now.workspace, source_id="read", source=source, plan=plan, risks=risks)
        for source in sources
    ]


def _read_all(now: Session, contexts: "list[Context]") -> Iterator[tuple["Context", "Found"]]:
    graph, _ = now.tandem.graph()
    few = len(contexts) < 2  # noqa: PLR2004 - one file needs no bar
    for context in track(contexts, "Reading", console=err, transient=True, disable=few):
        yield context, graph.run(context)


def _show_prompts(now: Session, contexts: "list[Context]") -> None:
    reader = now.tandem.model_reader()
    for context in contexts:
        for prompt in reader.prompts(context):
            typer.echo(f"# {prompt.id}: system\n\n{prompt.system}\n# user\n\n{prompt.user}")


def _views(context: "Context", found: "Found") -> list[ProposalView]:
    """Findings as proposals are shown, though nothing waits for a decision here."""
    return [
        proposal_view(
            Proposal(
                id=f"read.p{number}",
                deal=context.plan.deal.id,
                number=number,
                source=context.source_id,
                occurred_at=context.source.occurred_at,
                edit=finding.edit,
                before=finding.before,
                hash="",
                confidence=finding.confidence,
                why=finding.why,
                warnings=finding.warnings,
                created_at=context.source.occurred_at,
            ),
            context.plan,
            lambda _: context.source,
        )
        for number, finding in enumerate(found.findings, start=1)
    ]
