"""`tandem doctor`: whether the database, the deals' words and the model are as they should be."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer
from rich.table import Table

from api.cli.memory import tell_of_index
from api.cli.models import tell_of_key
from api.cli.options import Json
from api.cli.session import Session, out, print_json, session

if TYPE_CHECKING:
    from agent.llm.check import Checked as CheckedModel
    from memory.recall import Checked

INDEXES = {
    "chroma": "The vector index is Chroma's, in a folder of this machine.",
    "chroma-server": "The vector index is on a Chroma server.",
    "exact": "No vector index is looked at: questions are compared with every vector.",
}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor")(doctor)


def doctor(as_json: Json = False) -> None:
    """Check the database, that all deals' words can be searched, and the model if one is set.

    The model that TANDEM_MODEL names is asked one small question: key, name, form, speed. No
    customer's words are sent. The exit code is 1 where something is to be mended.
    """
    with session(owns_index=True) as now:
        deals = now.tandem.memory.check(now.workspace)
        tell_of_index(now)
        model = _model(now)
        index = now.tandem.memory.index_name
        if as_json:
            print_json({"index": index, "deals": deals, "model": model})
        else:
            out.print(f"The database is up to date. {INDEXES[index]}")
            _tell_of_words(deals)
            _tell_of_model(now, model)
    if any(deal.state == "lacking" for deal in deals) or (model and not model.usable):
        raise typer.Exit(1)


def _model(now: Session) -> "CheckedModel | None":
    from agent.llm.check import check

    name = now.tandem.settings.model
    return None if name is None else check(now.tandem.provider(name))


def _tell_of_words(deals: "Sequence[Checked]") -> None:
    total = sum(deal.chunks for deal in deals)
    sound = [deal for deal in deals if deal.state == "in step"]
    out.print(f"{len(sound)} of {len(deals)} deals are in step; {total} passages are kept.")
    off = [deal for deal in deals if deal.state != "in step"]
    if off:
        out.print(_table(off))
    if any(deal.state == "behind" for deal in off):
        out.print("What is behind catches up when the deal is next asked about.")
    if any(deal.state == "lacking" for deal in off):
        out.print("What is lacking cannot be found by questions: run `tandem reindex`.")


def _table(deals: "Sequence[Checked]") -> Table:
    table = Table(show_edge=False)
    for name in ("deal", "sources", "indexed", "passages", "in the index", "state"):
        table.add_column(name)
    for deal in deals:
        counts = (deal.sources, deal.indexed, deal.chunks, deal.held)
        table.add_row(deal.deal, *map(str, counts), deal.state)
    return table


def _tell_of_model(now: Session, model: "CheckedModel | None") -> None:
    if model:
        out.print(model.told, markup=False)
        return
    out.print("Sources are read by the embedded reader; nothing leaves this machine.")
    tell_of_key(now)
