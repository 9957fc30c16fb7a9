"""Deals in which what blocks them is planted: each story knows its answer as it is told.

Nothing here asks the code under test: what is expected is written down where it is planted.
Beside it stand decoys: work that is done, off the way, behind something done, or not yet due.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

from agent.answers.dossier import Dossier
from memory.records import SourceRecord
from plan.decide import decide, opening
from plan.edits import Edit, Values
from plan.events import Event, Stamp
from plan.fold import fold
from plan.models import Plan
from plan.observations import Risk
from plan.sources import Evidence
from plan.values import Entity, Op, Side

OPENED = date(2026, 3, 2)
TODAY = date(2026, 5, 4)
PEOPLE: dict[str | None, Side | None] = {
    "ana-buyer": "buyer",
    "ben-buyer": "buyer",
    "sam-seller": "seller",
    "pat-partner": "partner",
    None: None,
}
"""Who may own things, and their sides; None owns nothing."""

OWNERS = st.sampled_from(list(PEOPLE))
PAST = st.dates(OPENED, TODAY - timedelta(1))
LATER = st.none() | st.dates(TODAY, TODAY + timedelta(90))
ANY_DUE = st.none() | PAST | st.dates(TODAY, TODAY + timedelta(90))
AT_WORK = st.sampled_from(["planned", "in_progress"])


class Planted(NamedTuple):
    """One thing that holds up: what, why, since when, and on whose side."""

    entity: Entity
    id: str
    cause: str
    since: date
    side: Side | None


class Story(NamedTuple):
    """A deal on `TODAY`, and all that holds it up."""

    dossier: Dossier
    blockers: tuple[Planted, ...]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A deal with planted blockers among decoys."""
    return _Telling(draw).story()


class _Telling:
    """A deal while it is being told: first what it opens with, then what happens, by day."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.milestones: list[dict[str, Any]] = []
        self.actions: list[dict[str, Any]] = []
        self.happens: list[tuple[date, int, Edit]] = []
        self.sources: list[SourceRecord] = []
        self.risks: list[Risk] = []
        self.heard: dict[str, date] = {}
        self.planted: list[Planted] = []

    def story(self) -> Story:
        """Tell it all."""
        way = [self.first(n) for n in range(self.draw(st.integers(1, 4)))]
        for n in range(self.draw(st.integers(0, 3))):
            before = self.draw(st.sets(st.sampled_from(way), min_size=1, max_size=2))
            way.append(self.between(n, before))
        named = {one for milestone in self.milestones for one in milestone["depends_on"]}
        self.signature({one for one in way if one not in named})
        way.append("signature")
        self.off_the_way()
        self.actions_under(way)
        self.risks_to_the_deal()
        self.silence()
        return Story(self.dossier(), tuple(self.planted))

    def first(self, n: int) -> str:
        """A milestone that waits for nothing open, whatever else it is."""
        before, freed = self.finished(f"first-{n}")
        kind = self.draw(st.sampled_from(["blocked", "said", "overdue", "next", "late"]))
        one = self.milestone(f"first-{n}", before)
        if kind == "late":
            freed = max(freed, self.comes_later(one))
            kind = "next"
        if kind == "next":
            one["due"] = self.draw(LATER)
            self.plant("milestone", one, "next", freed)
        else:
            self.afflict(one, kind)
        return str(one["id"])

    def between(self, n: int, before: set[str]) -> str:
        """A milestone that waits for open ones, and may hold up for another reason too."""
        done, _ = self.finished(f"between-{n}")
        one = self.milestone(f"between-{n}", [*sorted(before), *done])
        kind = self.draw(st.sampled_from(["", "", "blocked", "said", "overdue"]))
        if kind:
            self.afflict(one, kind)
        else:
            one["due"] = self.draw(LATER)
        return str(one["id"])

    def signature(self, before: set[str]) -> None:
        """What all waits for: held up, and so itself a blocker only where it is blocked."""
        one = self.milestone("signature", sorted(before), kind="signature")
        one["due"] = self.draw(ANY_DUE)
        if self.draw(st.booleans()):
            self.blocked(one)

    def afflict(self, one: dict[str, Any], kind: str) -> None:
        """Make a milestone blocked, spoken against, or overdue."""
        if kind == "overdue":
            one["due"] = self.draw(PAST)
            self.plant("milestone", one, "overdue", one["due"])
            return
        one["due"] = self.draw(ANY_DUE)
        if kind == "blocked":
            self.blocked(one)
        else:
            self.spoken_against(one)

    def blocked(self, one: dict[str, Any]) -> None:
        """From the start, or by a change on a day, perhaps for the second time."""
        if self.draw(st.booleans()):
            one["status"] = "blocked"
            self.plant("milestone", one, "blocked", OPENED)
            return
        days = sorted(self.draw(st.sets(PAST, min_size=3, max_size=3)))
        if self.draw(st.booleans()):
            self.change(days[0], one, {"status": "blocked"})
            self.change(days[1], one, {"status": "done"})
        said = self.change(days[2], one, {"status": "blocked"})
        self.plant("milestone", one, "blocked", said)
        if self.draw(st.booleans()):
            self.risk(days[0], milestones=(one["id"],))

    def spoken_against(self, one: dict[str, Any]) -> None:
        """Once or twice; the first words count."""
        days = self.draw(st.lists(PAST, min_size=1, max_size=2))
        self.risk(*days, milestones=(one["id"],))
        self.plant("milestone", one, "said", min(days))

    def finished(self, name: str) -> tuple[list[str], date]:
        """Up to two finished milestones, one with something open behind it; and when they were."""
        ids, last = [], OPENED
        for n in range(self.draw(st.integers(0, 2))):
            behind = [f"{name}-behind"] if n else []
            if behind:
                self.milestone(behind[0], [])["due"] = self.draw(PAST)
            one = self.milestone(f"{name}-done-{n}", behind)
            one["due"] = self.draw(ANY_DUE)
            over = self.draw(st.sampled_from(["done", "cancelled"]))
            if self.draw(st.booleans()):
                one["status"] = over
            else:
                last = max(last, self.change(self.draw(PAST), one, {"status": over}))
            ids.append(str(one["id"]))
        return ids, last

    def comes_later(self, one: dict[str, Any]) -> date:
        """A milestone that is added to the plan on a day, which is also when it was said."""
        day = self.draw(PAST)
        one["added"] = day
        return day

    def off_the_way(self) -> None:
        """Milestones for which the signature does not wait, in every kind of trouble."""
        live = self.milestone("go-live", ["signature"], kind="go_live")
        live["status"] = "blocked"
        self.milestone("training", [])["due"] = self.draw(PAST)
        if self.draw(st.booleans()):
            self.risk(self.draw(PAST), milestones=("go-live",))

    def actions_under(self, way: list[str]) -> None:
        """Actions: those that are open, overdue and under an open step on the way count."""
        there = [one["id"] for one in self.milestones if "added" not in one]
        places = st.sampled_from([*there, None])
        for n in range(self.draw(st.integers(0, 4))):
            due: date | None = self.draw(ANY_DUE)
            one = {
                "id": f"action-{n}",
                "title": f"Action {n}",
                "owner": self.draw(OWNERS),
                "due": due,
                "status": self.draw(st.sampled_from(["open", "open", "done", "cancelled"])),
                "milestone": self.draw(places),
            }
            self.actions.append(one)
            counts = one["status"] == "open" and one["milestone"] in way
            if due is not None and due < TODAY and counts:
                self.plant("action", one, "overdue", due)

    def risks_to_the_deal(self) -> None:
        """Said risks that touch nothing open, and some that hold nothing up."""
        if self.draw(st.booleans()):
            days = self.draw(st.lists(PAST, min_size=1, max_size=2))
            who = self.draw(OWNERS)
            over = [one["id"] for one in self.milestones if "-done-" in one["id"]]
            touched = tuple(self.draw(st.sets(st.sampled_from(over), max_size=1))) if over else ()
            self.risk(*days, stakeholders=(who,) if who else (), milestones=touched)
            self.planted.append(Planted("deal", "deal", "said", min(days), PEOPLE[who]))
        self.risk(self.draw(PAST), severity="low")
        self.risk(self.draw(PAST), status="resolved")
        self.risks.append(Risk(kind="no_next_step", severity="high", why="None is open."))

    def silence(self) -> None:
        """A sponsor who was heard on a day, or never."""
        if self.draw(st.booleans()):
            heard = self.draw(st.none() | PAST)
            if heard:
                self.heard["ana-buyer"] = heard
            self.risks.append(Risk(kind="sponsor_silent", stakeholders=("ana-buyer",)))
            since = heard or OPENED
            self.planted.append(Planted("stakeholder", "ana-buyer", "silent", since, "buyer"))

    def milestone(self, item: str, before: Iterable[str], kind: str = "other") -> dict[str, Any]:
        """A milestone with which the deal opens, unless it is made to come later."""
        one = {
            "id": item,
            "title": f"Step {item}",
            "kind": kind,
            "owner": self.draw(OWNERS),
            "due": None,
            "status": self.draw(AT_WORK),
            "depends_on": list(before),
        }
        self.milestones.append(one)
        return one

    def plant(self, entity: Entity, one: dict[str, Any], cause: str, since: date) -> None:
        """Write down that something holds up."""
        self.planted.append(Planted(entity, one["id"], cause, since, PEOPLE[one["owner"]]))

    def change(self, day: date, one: dict[str, Any], values: Values) -> date:
        """Something happens to a milestone; the day that counts is that of its words, if any."""
        said = self.draw(st.none() | st.dates(OPENED, day))
        evidence = (self.words(said),) if said else ()
        self.happen(day, "update", one["id"], values, evidence)
        return said or day

    def happen(
        self, day: date, op: Op, item: str, values: Values, evidence: tuple[Evidence, ...] = ()
    ) -> None:
        """Something happens on a day, after all that was told of that day before."""
        edit = Edit(op=op, entity="milestone", id=item, set=values, evidence=evidence)
        self.happens.append((day, len(self.happens), edit))

    def risk(self, *days: date, **fields: Any) -> None:  # noqa: ANN401 - any field of a risk
        """A risk that was voiced on some days."""
        words = tuple(self.words(day) for day in sorted(days))
        what = {"kind": "blocker_raised", "severity": "high", "basis": "said", **fields}
        self.risks.append(Risk.model_validate({**what, "evidence": words}))

    def words(self, day: date) -> Evidence:
        """Words of a source of that day."""
        number = len(self.sources) + 1
        at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        self.sources.append(
            SourceRecord(
                id=f"acme.s{number}",
                deal="acme",
                number=number,
                kind="call",
                day=day,
                occurred_at=at,
                sha256=f"{number:064x}",
                added_by="kim",
                added_at=at,
            )
        )
        return Evidence(source=f"acme.s{number}", turn=1, start=0, end=9)

    def dossier(self) -> Dossier:
        """The deal as it stands after all of it."""
        events = self.events()
        return Dossier(
            plan=fold(events),
            today=TODAY,
            events=events,
            risks=tuple(self.risks),
            engaged=self.heard,
            sources=tuple(self.sources),
        )

    def events(self) -> tuple[Event, ...]:
        """The opening, then what happens in the order of days."""
        self.add_what_comes_later()
        plan = Plan.model_validate(
            {
                "deal": {"id": "acme", "name": "Acme", "account": "Acme Foods", "seller": "North"},
                "as_of": OPENED,
                "stakeholders": [
                    {"id": one, "name": one, "side": side} for one, side in PEOPLE.items() if one
                ],
                "milestones": self.milestones,
                "actions": self.actions,
            }
        )
        events = list(opening(plan, _stamp(OPENED)))
        now = fold(events)
        for day, _, edit in sorted(self.happens, key=lambda one: one[:2]):
            events.append(decide(now, edit, _stamp(day)))
            now = fold(events[-1:], start=now)
        return tuple(events)

    def add_what_comes_later(self) -> None:
        """Take those that come later out of the opening, with whatever waits for them."""
        late = {one["id"]: one for one in self.milestones if "added" in one}
        self.milestones = [one for one in self.milestones if "added" not in one]
        for item, one in sorted(late.items()):
            day = one.pop("added")
            due = one["due"].isoformat() if one["due"] else None
            values: Values = {**one, "due": due}
            del values["id"]
            self.happen(day, "add", item, values)
        for one in self.milestones:
            waits = one["depends_on"]
            if not late.keys().isdisjoint(waits):
                one["depends_on"] = [before for before in waits if before not in late]
                self.happen(TODAY - timedelta(1), "update", one["id"], {"depends_on": waits})


def _stamp(day: date) -> Stamp:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return Stamp(at=at, actor="kim", cause="acme.d1")
