"""A deal on a real store, and short ways to do what readers find and people decide."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from pydantic import JsonValue

from agent.ports import Quote
from agent.quotes import locate
from memory.base import Store
from plan.edits import Edit
from plan.fields import current
from plan.models import Action, Deal, Milestone, Plan, Stakeholder
from plan.observations import Engagement, Risk
from plan.people import speakers
from plan.proposals import Proposal
from plan.readings import Finding, Reading, Trace
from plan.sources import Evidence, Source, Turn
from plan.values import Entity, Op
from tests.fakes.jobs import RecordedJobs
from tools.desk.arrivals import add_source, read_again
from tools.desk.deciding import Approval, approve, reject
from tools.desk.editing import edit_by_hand
from tools.desk.gate import Acting
from tools.desk.publishing import publish
from tools.intake import intake

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
PLAN = Plan(
    deal=Deal(id="acme", name="Acme", account="Acme Foods", seller="Northwind", amount="240000"),
    as_of=date(2026, 3, 1),
    stakeholders=(
        Stakeholder(id="lena-ortiz", name="Lena Ortiz", side="buyer", roles=("security",)),
        Stakeholder(id="dan-cole", name="Dan Cole", side="seller", last_engaged=date(2026, 3, 5)),
    ),
    milestones=(
        Milestone(id="review", title="Review", due=date(2026, 3, 13), owner="lena-ortiz"),
        Milestone(id="signature", title="Signed", kind="signature", depends_on=("review",)),
    ),
    actions=(Action(id="send-soc2", title="Send the SOC 2", due=date(2026, 3, 10)),),
)
CALL = b"""WEBVTT

00:00:01.000 --> 00:00:09.000
<v Lena Ortiz>The pen test is late, so the review ends on the twentieth.
Uma Berg joins us from legal.</v>

00:00:10.000 --> 00:00:19.000
<v Dan Cole>Then I'll send Uma the contract by Friday & call her on Monday.</v>

00:00:20.000 --> 00:00:29.000
<v Lena Ortiz>If we were quick we might even sign in April. The SOC 2 report reached me, thanks.</v>

00:00:30.000 --> 00:00:39.000
<v Dan Cole>Somebody should look at the annex, some day. And the price stays at 250,000.</v>
"""
MAIL = b"""From: Lena Ortiz <lena@acmefoods.example>
To: Dan Cole <dan@northwind.example>
Subject: Re: Review
Date: Tue, 10 Mar 2026 23:30:00 -0500
Message-ID: <2@acmefoods.example>

We sign on the thirtieth of April, that is settled.

> Could you sign earlier?
"""


def edit(entity: Entity, item: str, op: Op = "update", **values: JsonValue) -> Edit:
    """An edit whose evidence is still to be found."""
    return Edit(op=op, entity=entity, id=item, set=values)


@dataclass
class Desk:
    """A store, and short ways to do what people and readers do."""

    store: Store
    jobs: RecordedJobs = field(default_factory=RecordedJobs)

    def acting(self) -> Acting:
        return Acting(actor="rep", at=NOW)

    def source(self, data: bytes, day: date) -> str:
        """Add a source; returns its id."""
        return self.keep(intake(data, filename="as-it-came", day=day))

    def keep(self, source: Source) -> str:
        with self.store.write("default") as unit:
            return add_source(unit, self.jobs, "acme", source, self.acting()).record.id

    def read(
        self, source: str, *found: tuple[Edit, str], risks: Sequence[Risk] = ()
    ) -> dict[str, Proposal]:
        """Read a source on the plan as it is, find edits on these words, and publish.

        Returns:
            The proposals by what they change.
        """
        with self.store.write("default") as unit:
            content, plan = unit.sources.content(source), unit.plans.current("acme")
            findings = []
            for one, words in found:
                evidence = located(source, words, content.turns)
                was = current(plan, one.entity, one.id) or {}
                findings.append(
                    Finding(
                        edit=one.model_copy(update={"evidence": evidence}),
                        before={name: was[name] for name in one.set if name in was},
                    )
                )
            n = unit.sources.get(source).reading
            there = speakers(content, plan.stakeholders)
            reading = Reading(
                source=source,
                n=n,
                plan_version=plan.version,
                findings=tuple(findings),
                engagement=tuple(
                    Engagement(person=person, on=content.day) for person in sorted(there)
                ),
                risks=tuple(risks),
                trace=Trace(reader="scripted"),
                finished_at=NOW,
            )
            unit.readings.keep(reading)
            return {one.edit.id: one for one in publish(unit, source, n, NOW)}

    def again(self, source: str) -> None:
        with self.store.write("default") as unit:
            read_again(unit, self.jobs, source)

    def approve(self, proposal: Proposal, **changes: object) -> str:
        asked = Approval(proposal=proposal.id, hash=proposal.hash, changes=changes, with_needs=True)
        with self.store.write("default") as unit:
            return approve(unit, asked, self.acting()).id

    def reject(self, proposal: Proposal, reason: str = "") -> None:
        with self.store.write("default") as unit:
            reject(unit, proposal.id, proposal.hash, reason, self.acting())

    def by_hand(self, one: Edit) -> None:
        with self.store.write("default") as unit:
            edit_by_hand(unit, "acme", one, self.acting())


def located(source: str, words: str, turns: Sequence[Turn]) -> tuple[Evidence, ...]:
    """Where each of some words, parted by bars, stands; nowhere for none."""
    found = [locate(Quote(text=one), source, turns) for one in words.split("|") if one]
    return tuple(place for place in found if place)
