"""A case's deal in a store, as it stands for a user who approved what each source should change.

The gold edits of each source are kept as proposals with their words and approved one by one, so
that the plan's history carries the evidence that answers quote.
"""

from collections.abc import Sequence

from agent.ports import Quote
from agent.quotes import locate
from evals.answering.nobodys_jobs import NobodysJobs
from evals.cases.forcing import Before, as_edit, with_required
from evals.cases.gold import GoldEdit
from evals.cases.sample import Case, Sample
from memory.base import Store, Unit
from memory.records import SourceRecord
from plan.decide import decide
from plan.edits import Edit, content_hash
from plan.errors import RefusedError
from plan.events import Stamp
from plan.fields import current
from plan.models import Plan
from plan.observations import Engagement
from plan.people import speakers
from plan.proposals import Proposal
from plan.readings import Reading, Trace
from plan.risks import derived_risks
from plan.sources import Source
from tools.desk.arrivals import add_source
from tools.desk.deciding import Approval, approve
from tools.desk.gate import Acting
from tools.desk.opening import open_deal

WORKSPACE = "default"
APPROVER = "gold"
_TRACE = Trace(reader="gold")


class Standing:
    """One case's deal; each `read` takes it past its next source.

    Args:
        store: Where to keep it; no deal of that id may be there yet.
        case: The case, at least one sample long.
    """

    def __init__(self, store: Store, case: Case) -> None:
        self._store = store
        self._heard: dict[str, tuple[str, Source]] = {}
        first = case.samples[0].context
        self.deal = first.plan.deal.id
        with store.write(WORKSPACE) as unit:
            open_deal(unit, first.plan, Acting(actor=APPROVER, at=first.source.occurred_at))

    def read(self, sample: Sample) -> SourceRecord:
        """Add a source, approve what it should change, and keep what it shows."""
        source = sample.context.source
        by = Acting(actor=APPROVER, at=source.occurred_at)
        with self._store.write(WORKSPACE) as unit:
            record = add_source(unit, NobodysJobs(), self.deal, source, by).record
            _approve_all(unit, record, source, sample.gold.edits)
            reading = self._observed(unit, record, sample)
            unit.observations.keep(self.deal, reading, source.day)
            unit.sources.set_status(record.id, "read")
        return record

    def _observed(self, unit: Unit, record: SourceRecord, sample: Sample) -> Reading:
        """Who was heard and which risks are open, said ones as the gold has them."""
        context = sample.context
        before = Before(
            plan=context.plan,
            said=context.risks,
            engaged=context.engaged,
            known=context.known,
            heard=self._heard,
        )
        after = before.after(sample, with_required(context.plan, sample.gold.edits)[0])
        self._heard = dict(after.heard)
        plan, day = unit.plans.current(self.deal), context.source.day
        derived = derived_risks(plan, after.engaged, day, after.known)
        heard = sorted(speakers(context.source, plan.stakeholders))
        return Reading(
            source=record.id,
            n=1,
            plan_version=plan.version,
            engagement=tuple(Engagement(person=person, on=day) for person in heard),
            risks=(*after.said, *derived),
            trace=_TRACE,
            finished_at=context.source.occurred_at,
        )


def _approve_all(
    unit: Unit, record: SourceRecord, source: Source, edits: Sequence[GoldEdit]
) -> None:
    """Approve required edits in whatever order the plan takes them; what it never takes stays."""
    waiting = [edit for edit in edits if edit.required]
    while waiting:
        refused = [edit for edit in waiting if not _approved(unit, record, source, edit)]
        if len(refused) == len(waiting):
            return
        waiting = refused


def _approved(unit: Unit, record: SourceRecord, source: Source, gold: GoldEdit) -> bool:
    """Approve an edit with its words as a proposal of the source; False where it is refused."""
    by = Acting(actor=APPROVER, at=source.occurred_at)
    places = (locate(Quote(text=text), record.id, source.turns) for text in gold.quote)
    evidence = tuple(place for place in places if place)
    plan = unit.plans.current(record.deal)
    try:
        edit = as_edit(gold).model_copy(update={"evidence": evidence})
        decide(plan, edit, Stamp(at=by.at, actor=by.actor, cause=record.id))
    except RefusedError:
        return False
    proposal = _proposal(edit, plan, record, unit.proposals.next_number(record.deal))
    unit.proposals.add([proposal])
    approve(unit, Approval(proposal=proposal.id, hash=proposal.hash), by)
    return True


def _proposal(edit: Edit, plan: Plan, record: SourceRecord, number: int) -> Proposal:
    was = (current(plan, edit.entity, edit.id) or {}) if edit.op == "update" else {}
    before = {field: was[field] for field in edit.set if field in was}
    return Proposal(
        id=f"{record.deal}.p{number}",
        deal=record.deal,
        number=number,
        source=record.id,
        reading=1,
        occurred_at=record.occurred_at,
        source_number=record.number,
        edit=edit,
        before=before,
        hash=content_hash(edit, before),
        created_at=record.occurred_at,
    )
