"""`tandem proposals`, `approve`, `reject`, `undo` and `history`: deciding, and what was decided."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from api.cli.errors import UsageError
from api.cli.inputs import field_values
from api.cli.options import Json
from api.cli.session import Session, err, out, print_json, session
from api.cli.tables import events_table, proposals_table, shown
from api.errors import EXPECTED
from api.views import cut_words, proposal_views
from plan.proposals import Decision, Proposal
from plan.standing import OPEN
from tools.desk.deciding import Approval
from tools.desk.deciding import approve as approve_one
from tools.desk.deciding import reject as reject_one
from tools.desk.undoing import undo as undo_one
from tools.desk.undoing import undo_last

Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Proposals, such as acme-wms.p3.")]
Hash = Annotated[
    str | None, typer.Option("--hash", help="The hash you looked at; needed for a stale proposal.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (proposals, approve, reject, undo, history):
        app.command(command.__name__)(command)


def proposals(
    deal: Annotated[str | None, typer.Argument(help="One deal; all deals without it.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Also those decided or superseded.")] = False,
    explain: Annotated[bool, typer.Option(help="Say how each came about.")] = False,
    as_json: Json = False,
) -> None:
    """List the proposals that wait for a decision, each with the words that justify it."""
    with session() as now, now.read() as unit:
        if deal:
            unit.plans.current(deal)
        found = unit.proposals.find(deal, statuses=() if every else OPEN)
        views = proposal_views(unit, found)
    if as_json:
        print_json(views)
        return
    for name in dict.fromkeys(view.deal for view in views):
        mine = [view for view in views if view.deal == name]
        out.print(proposals_table(mine, title=name, explain=explain, ids=True))
    if not views:
        out.print("Nothing waits for a decision.")


def approve(
    ids: Ids,
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="Edit before approving."),
    ] = None,
    with_needs: Annotated[
        bool, typer.Option(help="Also approve the additions it refers to.")
    ] = False,
    digest: Hash = None,
    as_json: Json = False,
) -> None:
    """Approve proposals; each stands for itself and is answered for itself.

    Example: tandem approve acme-wms.p3 --set due=2026-03-20
    """
    if (values or digest) and len(ids) > 1:
        raise UsageError("--set and --hash go with one proposal.")

    def decide(now: Session, proposal_id: str) -> Decision:
        with now.write() as unit:
            proposal = unit.proposals.get(proposal_id)
            asked = Approval(
                proposal=proposal_id,
                hash=_looked_at(proposal, digest),
                changes=field_values(proposal.edit.entity, values or []),
                with_needs=with_needs,
            )
            return approve_one(unit, asked, now.acting())

    _each(ids, decide, as_json=as_json)


def reject(
    ids: Ids,
    reason: Annotated[str, typer.Option(help="Why, for the record.")],
    digest: Hash = None,
    as_json: Json = False,
) -> None:
    """Reject proposals with a reason; a later reading does not propose them again.

    Example: tandem reject acme-wms.p4 --reason "another project"
    """

    def decide(now: Session, proposal_id: str) -> Decision:
        with now.write() as unit:
            proposal = unit.proposals.get(proposal_id)
            seen = _looked_at(proposal, digest)
            return reject_one(unit, proposal_id, seen, reason, now.acting())

    _each(ids, decide, as_json=as_json)


def undo(
    what: Annotated[
        str, typer.Argument(metavar="DEAL|DECISION", help="Such as acme-wms, or acme-wms.d7.")
    ],
    as_json: Json = False,
) -> None:
    """Take back a decision, or a deal's last one.

    Values that were changed again later stay, and it says which.
    """
    with session() as now, now.write() as unit:
        run = undo_one if "." in what else undo_last
        decision = run(unit, what, now.acting())
    if as_json:
        print_json(decision)
        return
    out.print(f"{decision.id} takes back {decision.undoes}.")
    for note in decision.notes:
        out.print(f"  {note}", markup=False)


def history(
    deal: Annotated[str, typer.Argument(help="The deal's id.")],
    as_json: Json = False,
) -> None:
    """Tell who changed what, when, and on what words."""
    with session() as now, now.read() as unit:
        plan = unit.plans.current(deal)
        events = unit.plans.events(deal)
        quotes = [cut_words(unit, event.evidence, plan) for event in events]
    if as_json:
        print_json(
            [
                {**event.model_dump(mode="json"), "words": [one.model_dump() for one in said]}
                for event, said in zip(events, quotes, strict=True)
            ]
        )
    else:
        out.print(events_table(events, quotes))


def _looked_at(proposal: Proposal, digest: str | None) -> str:
    """The hash to decide on; what turned stale is only decided by the hash it has now."""
    if digest:
        return proposal.hash if proposal.hash.startswith(digest) else digest
    if proposal.status == "stale":
        moved = "; ".join(
            f"{field} is {shown(proposal.before.get(field))}, proposed {shown(value)}"
            for field, value in proposal.edit.set.items()
        )
        raise UsageError(
            f"{proposal.id} is stale: {moved}. "
            f"To decide it all the same add --hash {proposal.hash[:12]}"
        )
    return proposal.hash


def _each(ids: Sequence[str], decide: Callable[[Session, str], Decision], *, as_json: bool) -> None:
    """Decide one by one; what fails is told, and the others are decided all the same."""
    decided: list[Decision] = []
    failed: dict[str, str] = {}
    with session() as now:
        for proposal_id in ids:
            try:
                decided.append(decide(now, proposal_id))
            except (UsageError, *EXPECTED) as error:
                failed[proposal_id] = str(error)
    if as_json:
        print_json({"decided": decided, "failed": failed})
    for decision in () if as_json else decided:
        out.print(f"{decision.proposal}: {decision.verdict} ({decision.id})")
    for proposal_id, reason in failed.items():
        err.print(f"{proposal_id}: {reason}", markup=False)
    if failed:
        raise typer.Exit(2)
