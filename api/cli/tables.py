"""Tables and lines that people read."""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import JsonValue
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from api.views import DealView, ProposalView, SourceView, Words
from plan.events import Event
from plan.models import Plan
from plan.observations import NextAction, Risk

LONGEST_QUOTE = 160
"""Characters of a quote that a table shows; `--json` has it whole."""


def proposals_table(
    views: Sequence[ProposalView], title: str, *, explain: bool = False, ids: bool = False
) -> Table | Text:
    """Proposals as rows: what would change, who said it, and the words."""
    if not views:
        return Text(f"{title}: nothing to change.\n")
    table = Table(title=title, title_justify="left", expand=True, show_lines=True)
    for name, share in (("what", 3), ("change", 3), ("said by", 1), ("words", 4)):
        table.add_column(name, ratio=share)
    for view in views:
        table.add_row(
            _what(view, ids=ids), _changes(view), _said_by(view), _words(view, explain=explain)
        )
    return table


def _what(view: ProposalView, *, ids: bool) -> Text:
    text = Text.assemble((f"{view.op} {view.entity}\n", "dim"), view.name)
    if ids:
        state = "" if view.status == "pending" else f" ({view.status})"
        text.append(f"\n{view.id}{state}", style="cyan")
    for need in view.needs:
        text.append(f"\nneeds {need}", style="dim")
    return text


def _changes(view: ProposalView) -> Text:
    lines = []
    for change in view.changes:
        if view.op == "add" and change.new == view.name:
            continue  # its title stands beside it already
        old = "" if view.op == "add" else f"{shown(change.old)} → "
        lines.append(f"{change.field}: {old}{shown(change.new)}")
    return Text("\n".join(lines))


def _said_by(view: ProposalView) -> Text:
    names = dict.fromkeys(one.speaker or "unknown" for one in view.evidence)
    return Text("\n".join(names))


def _words(view: ProposalView, *, explain: bool) -> Text:
    text = Text("\n".join(_quote(one) for one in view.evidence))
    for warning in view.warnings:
        text.append(f"\n! {warning}", style="yellow")
    if explain and view.why:
        text.append(f"\n{view.why}", style="dim")
    return text


def _quote(words: Words) -> str:
    short = words.quote if len(words.quote) <= LONGEST_QUOTE else f"{words.quote[:LONGEST_QUOTE]}…"
    return f"“{short}”"


def shown(value: JsonValue) -> str:
    """A field's value for people."""
    if value is None:
        return "none"
    if isinstance(value, list):
        return ", ".join(str(one) for one in value) or "none"
    return str(value)


def notes(risks: Sequence[Risk], actions: Sequence[NextAction]) -> Iterator[str]:
    """Lines for each risk and next action, in rich's markup."""
    for risk in risks:
        about = ", ".join((*risk.milestones, *risk.stakeholders))
        told = escape(f"{risk.kind} ({risk.severity}) {about}  {risk.why}")
        yield f"  [red]risk[/red]  {told}"
    for action in actions:
        yield from _next(action)


def _next(action: NextAction) -> Iterator[str]:
    """What to do, who worded its draft, and what to know before sending that."""
    whom, by = escape(", ".join(action.to)), escape(action.by.removeprefix("model:"))
    yield f"  [green]next[/green]  {action.intent} → {whom}  [dim]worded by {by}[/dim]"
    for warning in action.warnings:
        yield f"        [yellow]! {escape(warning)}[/yellow]"


def addressed_notes(sentences: Iterable[str]) -> Iterator[str]:
    """A line for each sentence that speaks to software, in rich's markup."""
    for sentence in sentences:
        yield (
            "  [red]look at this[/red]  It speaks to the software that reads it, and changed "
            f"nothing: “{escape(sentence)}”"
        )


def deals_table(views: Sequence[DealView]) -> Table | Text:
    """Deals by close date."""
    if not views:
        return Text(
            "No deals yet. `tandem import deal.yaml` opens one, `tandem demo` loads samples."
        )
    table = Table(show_edge=False)
    for name in ("deal", "account", "stage", "amount", "close date", "waiting"):
        table.add_column(name)
    for view in views:
        amount = f"{view.amount} {view.currency or ''}" if view.amount else ""
        waiting = str(view.pending) if view.pending else ""
        table.add_row(view.id, view.account, view.stage, amount, shown(_day(view)), waiting)
    return table


def _day(view: DealView) -> str | None:
    return view.close_date.isoformat() if view.close_date else None


def plan_tables(plan: Plan) -> Iterator[Table]:
    """A plan's milestones, actions and people."""
    steps = Table(title="Milestones", title_justify="left", show_edge=False)
    for name in ("id", "milestone", "owner", "due", "status"):
        steps.add_column(name)
    for milestone in sorted(plan.milestones, key=lambda one: str(one.due or "9999")):
        steps.add_row(
            milestone.id,
            milestone.title,
            shown(milestone.owner),
            str(milestone.due or ""),
            milestone.status,
        )
    yield steps
    todo = Table(title="Actions", title_justify="left", show_edge=False)
    for name in ("id", "action", "owner", "due", "status"):
        todo.add_column(name)
    for action in sorted(plan.actions, key=lambda one: str(one.due or "9999")):
        todo.add_row(
            action.id, action.title, shown(action.owner), str(action.due or ""), action.status
        )
    yield todo
    people = Table(title="People", title_justify="left", show_edge=False)
    for name in ("id", "name", "title", "side", "roles"):
        people.add_column(name)
    for person in plan.stakeholders:
        gone = "" if person.active else " (gone)"
        people.add_row(
            person.id, person.name + gone, person.title or "", person.side, ", ".join(person.roles)
        )
    yield people


def sources_table(views: Sequence[SourceView]) -> Table | Text:
    """Sources in order of arrival."""
    if not views:
        return Text("No sources yet. `tandem add DEAL call.vtt` adds one.")
    table = Table(title="Sources", title_justify="left", show_edge=False)
    for name in ("id", "day", "kind", "file or title", "status"):
        table.add_column(name)
    for view in views:
        status = f"{view.status}: {view.reason}" if view.reason else view.status
        table.add_row(view.id, str(view.day), view.kind, view.filename or view.title, status)
    return table


def events_table(events: Sequence[Event], quotes: Sequence[tuple[Words, ...]]) -> Table:
    """What happened to a deal, and on what words."""
    table = Table(show_edge=False)
    for name in ("version", "when", "who", "what", "change", "words"):
        table.add_column(name)
    for event, said in zip(events, quotes, strict=True):
        table.add_row(
            str(event.seq),
            f"{event.at:%Y-%m-%d %H:%M}",
            f"{event.actor}\n{event.cause}",
            f"{event.type} {event.entity}\n{event.id}",
            "" if event.type == "opened" else _event_changes(event),
            "\n".join(f"{one.speaker}: {_quote(one)}" for one in said),
        )
    return table


def _event_changes(event: Event) -> str:
    if event.type == "added":
        return "\n".join(
            f"{field}: {shown(value)}" for field, value in event.after.items() if value
        )
    return "\n".join(
        f"{field}: {shown(event.before.get(field))} → {shown(value)}"
        for field, value in event.after.items()
    )
