"""`tandem risks`: what may cost a deal on a day, and saying what becomes of it."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.cli.errors import UsageError
from api.cli.groups import DefaultGroup
from api.cli.inputs import plan_file
from api.cli.options import DAY, Json
from api.cli.session import Session, err, out, print_json, session
from api.risks.standing import (
    EVERY,
    OPEN,
    StandingRisk,
    judged,
    standing_in_plan,
    standing_risks,
)
from api.views import Words
from plan.decide import flaws
from plan.models import Plan
from tools.desk.facts import country_on
from tools.desk.marking import Judged
from tools.desk.moment import Moment

_LIST = "list"
_STYLES = {"high": "red", "medium": "yellow", "low": "cyan"}


class _Lists(DefaultGroup):
    """`tandem risks`."""

    default = _LIST
    own = frozenset({"--help"})


app = typer.Typer(
    cls=_Lists,
    add_completion=False,
    help="Tell what may cost a deal: `tandem risks DEAL`; and say what becomes of a risk.",
)

Deal = Annotated[str, typer.Argument(help="The deal's id.")]
Key = Annotated[str, typer.Argument(metavar="RISK", help="The risk as it is listed.")]
Reason = Annotated[str, typer.Option(help="Why, for those who ask later.")]


@app.command(_LIST)
def list_risks(
    deal: Annotated[str | None, typer.Argument(help="The deal's id.")] = None,
    plan: Annotated[
        Path | None, typer.Option(help="A plan file (YAML) instead; no database is used.")
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option("--on", formats=DAY, help="Another day than the deal's own today."),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also those that somebody dismissed or settled.")
    ] = False,
    as_json: Json = False,
) -> None:
    """List the risks of a deal, the worst first, with the words or the arithmetic behind each.

    Of a plan file they are those that follow from the plan, in the order of the rules.

    Example: tandem risks acme-wms; or tandem risks --plan deal.yaml --on 2026-03-09
    """
    if (deal is None) == (plan is None):
        raise UsageError("Name a deal, or a plan file: tandem risks DEAL, or --plan deal.yaml.")
    on = day.date() if day else None
    with session() as now:
        risks = _of_file(now, plan, on) if plan else _of_deal(now, deal or "", on, every=every)
    if as_json:
        print_json(risks)
        return
    for risk in risks:
        for line in _lines(risk):
            out.print(line)
    if not risks:
        out.print("Nothing is at risk that Tandem knows of.")


@app.command("dismiss")
def dismiss(deal: Deal, key: Key, reason: Reason, as_json: Json = False) -> None:
    """Dismiss a risk: it comes back if something new is said or it is worse than now.

    Example: tandem risks dismiss acme-wms unowned_milestone.pilot --reason "Ada will see to it"
    """
    _judge(deal, Judged(risk=key, verdict="dismissed", reason=reason), as_json=as_json)


@app.command("settle")
def settle(deal: Deal, key: Key, reason: Reason = "", as_json: Json = False) -> None:
    """Say that a risk is over; it comes back if something new is said or it is worse than now."""
    _judge(deal, Judged(risk=key, verdict="settled", reason=reason), as_json=as_json)


@app.command("wrong")
def wrong(deal: Deal, key: Key, reason: Reason, as_json: Json = False) -> None:
    """Say that a risk never was so. A rule that is wrong too often is muted."""
    _judge(deal, Judged(risk=key, verdict="wrong", reason=reason), as_json=as_json)


@app.command("reopen")
def reopen(deal: Deal, key: Key, reason: Reason = "", as_json: Json = False) -> None:
    """Take back what was said to a risk."""
    _judge(deal, Judged(risk=key, verdict="reopened", reason=reason), as_json=as_json)


def _of_file(now: Session, path: Path, on: date | None) -> tuple[StandingRisk, ...]:
    plan = plan_file(path).to_plan()
    for flaw in flaws(plan):
        err.print(f"The plan file has a flaw: {flaw}", markup=False)
    day = on or _moment(now).day(plan.deal)
    _tell_of_holidays(plan, day)
    return standing_in_plan(plan, day)


def _of_deal(now: Session, deal: str, on: date | None, *, every: bool) -> tuple[StandingRisk, ...]:
    moment = _moment(now)
    with now.read() as unit:
        plan = unit.plans.current(deal)
        _tell_of_holidays(plan, on or moment.day(plan.deal))
        return standing_risks(unit, deal, moment, on, EVERY if every else OPEN)


def _judge(deal: str, said: Judged, *, as_json: bool) -> None:
    with session() as now, now.write() as unit:
        risk = judged(unit, deal, said, now.acting(), _moment(now))
    if as_json:
        print_json(risk)
    else:
        out.print(f"{risk.key}: {said.verdict}.", markup=False)


def _moment(now: Session) -> Moment:
    return Moment(now.tandem.now(), now.tandem.settings.time_zone)


def _tell_of_holidays(plan: Plan, on: date) -> None:
    """Say where only weekends count as days off."""
    if country_on(plan, on).known:
        return
    why = (
        f"those of {plan.deal.country} are not known" if plan.deal.country else "no country is set"
    )
    err.print(f"Working days are counted without public holidays: {why}.", style="dim")


def _lines(risk: StandingRisk) -> Iterator[str]:
    """A risk as people read it, in rich's markup."""
    style, since = _STYLES[risk.severity], f"  since {risk.since}" if risk.since else ""
    yield f"[{style}]{risk.severity:6}[/{style}]  {escape(risk.key)}[dim]{since}[/dim]"
    told = [risk.why, *(_said(one) for one in risk.evidence)]
    for line in (*filter(None, told), *_silence(risk)):
        yield f"        {escape(line)}"


def _said(words: Words) -> str:
    return f"“{words.quote}” {words.speaker or 'Somebody'}, {words.source}"


def _silence(risk: StandingRisk) -> Iterator[str]:
    """Why a risk is no cause for alarm, if it is none, and what was said to it."""
    if risk.quiet_until:
        yield f"quiet until {risk.quiet_until}: {risk.quiet_why}"
    if risk.muted_why:
        yield f"muted: {risk.muted_why}"
    if risk.verdict:
        one = risk.verdict
        yield f"{one.verdict} by {one.by} on {one.on}" + (f": {one.reason}" if one.reason else "")
