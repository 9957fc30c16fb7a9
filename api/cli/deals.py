"""`tandem new`, `deals`, `show` and `edit`: deals and their plans."""

from datetime import date, datetime
from typing import Annotated, get_args
from zoneinfo import ZoneInfo

import typer
from rich.markup import escape

from api.cli.errors import UsageError
from api.cli.inputs import entity_named, field_values
from api.cli.options import DAY, Json
from api.cli.session import Session, out, print_json, session
from api.cli.tables import deals_table, notes, plan_tables, sources_table
from api.views import deal_views, plan_at, source_view
from plan.edits import Edit, Values
from plan.fields import normalise
from plan.models import COLLECTIONS, Plan
from plan.values import Op, Stage
from tools.desk.editing import edit_by_hand, with_id
from tools.desk.opening import open_deal


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (new, deals, show, edit):
        app.command(command.__name__)(command)


def new(
    deal: Annotated[str, typer.Argument(help="The deal's id, such as acme-wms.")],
    account: Annotated[str, typer.Option(help="Who buys.")],
    seller: Annotated[str, typer.Option(help="Who sells.")],
    name: Annotated[str | None, typer.Option(help="What the deal is called.")] = None,
    stage: Annotated[str, typer.Option(help=f"One of {', '.join(get_args(Stage))}.")] = "discovery",
    amount: Annotated[str | None, typer.Option(help="Such as 240000.")] = None,
    currency: Annotated[str | None, typer.Option(help="Such as EUR.")] = None,
    close_date: Annotated[
        datetime | None, typer.Option(formats=DAY, help="Such as 2026-05-29.")
    ] = None,
    as_of: Annotated[
        datetime | None, typer.Option(formats=DAY, help="The day the plan begins.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Open a deal with an empty plan; `tandem import deal.yaml` opens one with a plan.

    Example: tandem new acme-wms --account "Acme Foods" --seller Northwind --amount 240000
    """
    with session() as now, now.write() as unit:
        values = normalise(
            "deal",
            {
                "name": name or account,
                "account": account,
                "seller": seller,
                "stage": stage,
                "amount": amount,
                "currency": currency,
                "close_date": close_date.date() if close_date else None,
            },
        )
        begins = as_of.date() if as_of else _today(now)
        plan = open_deal(unit, _empty_plan(deal, values, begins), now.acting())
    if as_json:
        print_json(plan)
    else:
        out.print(f"Opened {deal}. Add people: `tandem edit {deal} stakeholder new name=… side=…`.")


def _today(now: Session) -> date:
    return now.tandem.now().astimezone(ZoneInfo(now.tandem.settings.time_zone)).date()


def _empty_plan(deal: str, values: Values, begins: date) -> Plan:
    return Plan.model_validate({"deal": {"id": deal, **values}, "as_of": begins})


def deals(as_json: Json = False) -> None:
    """List all deals by close date, with how many proposals wait in each."""
    with session() as now, now.read() as unit:
        views = deal_views(unit)
    if as_json:
        print_json(views)
    else:
        out.print(deals_table(views))


def show(
    deal: Annotated[str, typer.Argument(help="The deal's id.")],
    version: Annotated[int | None, typer.Option(help="An earlier version of the plan.")] = None,
    as_json: Json = False,
) -> None:
    """Show a deal's plan, sources, risks and next actions; or its plan at any earlier version."""
    with session() as now, now.read() as unit:
        plan = plan_at(unit, deal, version)
        sources = [source_view(record) for record in unit.sources.of(deal)]
        risks, actions = unit.observations.risks(deal), unit.observations.next_actions(deal)
    if as_json:
        print_json({"plan": plan, "sources": sources, "risks": risks, "next_actions": actions})
        return
    one = plan.deal
    money = f", {one.amount:,} {one.currency or ''}" if one.amount is not None else ""
    state = f"{one.stage}{money}, closes {one.close_date}, version {plan.version}"
    out.print(f"[bold]{escape(one.name)}[/bold]  {state}")
    out.print(plan.objective or "", markup=False)
    for table in plan_tables(plan):
        out.print(table)
    if version is None:
        out.print(sources_table(sources))
        for line in notes(risks, actions):
            out.print(line)


def edit(
    deal: Annotated[str, typer.Argument(help="The deal's id.")],
    entity: Annotated[
        str, typer.Argument(help="deal, plan, outcome, milestone, action or stakeholder.")
    ],
    item: Annotated[str, typer.Argument(metavar="ID", help="The item's id; `new` adds one.")],
    values: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...", help="What to set.")],
    as_json: Json = False,
) -> None:
    """Change a plan by hand, under the same rules as every proposal.

    Example: tandem edit acme-wms milestone security-review due=2026-03-20 owner=lena-ortiz
    """
    kind = entity_named(entity)
    given = field_values(kind, values)
    if item == "new" and kind not in COLLECTIONS:
        raise UsageError(f"A deal has one {kind}; say its values without `new`.")
    with session() as now, now.write() as unit:
        op: Op = "add" if item == "new" else "update"
        asked = Edit(op=op, entity=kind, id="" if op == "add" else item, set=normalise(kind, given))
        wanted = with_id(unit, deal, asked)
        decision = edit_by_hand(unit, deal, wanted, now.acting())
    if as_json:
        print_json(decision)
    else:
        done = ", ".join(f"{field} = {value}" for field, value in decision.decided.items())
        out.print(f"{decision.id}: {kind} {wanted.id}: {done}. `tandem undo {deal}` takes it back.")
