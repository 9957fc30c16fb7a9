"""What the desk promises of a deal at any moment, whatever happened before.

Each check reads one unit and fails with an assertion; none asks the desk whether it is right.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from memory.base import Unit
from plan.decide import flaws
from plan.edits import content_hash
from plan.events import Event
from plan.fields import current
from plan.fold import fold
from plan.models import COLLECTIONS, Plan
from plan.proposals import Decision, Proposal
from plan.sources import quote
from plan.standing import OPEN
from plan.values import Entity

DEAL = "acme"
Field = tuple[Entity, str, str]
Precedence = tuple[datetime, int]


def plan_is_replayed_and_valid(unit: Unit) -> None:
    """The stored plan is the fold of its events, and holds together."""
    plan = unit.plans.current(DEAL)
    assert fold(unit.plans.events(DEAL)) == plan
    assert list(flaws(plan)) == []


def proposals_cut_their_quotes(unit: Unit) -> None:
    """Every proposal ever stored rests on words of its own source, which is of its own deal."""
    turns = {record.id: unit.sources.content(record.id).turns for record in unit.sources.of(DEAL)}
    for one in unit.proposals.find(DEAL):
        assert one.edit.evidence
        for place in one.edit.evidence:
            assert place.source == one.source
            assert quote(place, turns[place.source])


def open_proposals_are_true_of_the_plan(unit: Unit) -> None:
    """What waits shows the values that the plan has, under the hash that names it.

    What is to be updated is there, or there is a proposal that adds it, which may have been put
    away since, or its addition was taken back; then deciding says that it is not there.
    """
    plan = unit.plans.current(DEAL)
    waiting = unit.proposals.find(DEAL, OPEN)
    proposed = {one.edit.id for one in unit.proposals.find(DEAL) if one.edit.op == "add"}
    taken_back = {one.id for one in unit.plans.events(DEAL) if one.type == "retracted"}
    for one in waiting:
        assert one.hash == content_hash(one.edit, one.before)
        now = current(plan, one.edit.entity, one.edit.id)
        if one.edit.op == "add":
            assert now is None, one
        elif now is None:
            assert one.edit.id in proposed | taken_back, one
        else:
            assert one.before == {field: now[field] for field in one.edit.set}, one
            assert not any(now[field] == value for field, value in one.edit.set.items()), one


def ids_are_given_once(unit: Unit) -> None:
    """No id is ever given to two things, by the opening, by proposals or by hand."""
    decisions = {one.id: one for one in unit.decisions.of(DEAL)}
    opened, *later = unit.plans.events(DEAL)
    first = fold([opened])
    givers = {item.id: {"opening"} for kind in COLLECTIONS for item in first.items(kind)}
    for one in unit.proposals.find(DEAL):
        if one.edit.op == "add":
            givers.setdefault(one.edit.id, set()).add(one.id)
    for event in later:
        decision = decisions[event.cause]
        if event.type == "added" and decision.verdict != "undo":
            givers.setdefault(event.id, set()).add(decision.proposal or decision.id)
    assert {item: by for item, by in givers.items() if len(by) > 1} == {}


def decisions_account_for_all_events(unit: Unit) -> None:
    """Each event is of exactly one decision, which names it, and decisions follow one another."""
    events = unit.plans.events(DEAL)
    covered: list[int] = []
    for decision in unit.decisions.of(DEAL):
        if decision.first_event is not None and decision.last_event is not None:
            span = range(decision.first_event, decision.last_event + 1)
            assert {events[seq - 1].cause for seq in span} == {decision.id}
            covered.extend(span)
    assert covered == list(range(1, len(events) + 1))


def statuses_follow_decisions(unit: Unit) -> None:
    """A proposal is approved or rejected exactly while a decision to that effect stands."""
    standing = {
        one.proposal: {"approve": "approved", "reject": "rejected"}[one.verdict]
        for one in unit.decisions.of(DEAL)
        if one.proposal and one.undone_by is None and one.verdict in ("approve", "reject")
    }
    decided = {
        one.id: one.status
        for one in unit.proposals.find(DEAL)
        if one.status in ("approved", "rejected")
    }
    assert decided == standing


PROMISES: tuple[Callable[[Unit], None], ...] = (
    plan_is_replayed_and_valid,
    proposals_cut_their_quotes,
    open_proposals_are_true_of_the_plan,
    ids_are_given_once,
    decisions_account_for_all_events,
    statuses_follow_decisions,
)


def known_words(unit: Unit) -> dict[Field, Precedence]:
    """For each field, how late the newest words on it are that are approved or still wait."""
    known: dict[Field, Precedence] = {}
    for one in unit.proposals.find(DEAL, (*OPEN, "approved")):
        for field in one.edit.set:
            key = (one.edit.entity, one.edit.id, field)
            known[key] = max(known.get(key, precedence(one)), precedence(one))
    return known


def several_speak_of_one_field(unit: Unit) -> bool:
    """Whether it could matter whose words are later."""
    spoken_of = Counter(
        (one.edit.entity, one.edit.id, field)
        for one in unit.proposals.find(DEAL, (*OPEN, "approved"))
        for field in one.edit.set
    )
    return any(times > 1 for times in spoken_of.values())


def older_words_won(unit: Unit, since: int, known: dict[Field, Precedence]) -> list[Field]:
    """Fields that updates after event `since` left with older words than were known."""
    rests_on: dict[Field, Precedence] = {}
    for event in unit.plans.events(DEAL, since):
        proposal = unit.decisions.get(event.cause).proposal
        if event.type == "updated" and proposal:
            for field in event.after:
                rests_on[event.entity, event.id, field] = precedence(unit.proposals.get(proposal))
    return [field for field, words in rests_on.items() if words < known[field]]


def precedence(proposal: Proposal) -> Precedence:
    """How late a proposal's words are."""
    return (proposal.occurred_at, proposal.source_number)


def plan_before(unit: Unit, decision: Decision) -> Plan:
    """The plan as it was before a decision changed it."""
    events: Sequence[Event] = unit.plans.events(DEAL, until=(decision.first_event or 0) - 1)
    return fold(events)


def content(plan: Plan) -> dict[str, object]:
    """What a plan says, whatever its version and in whatever order."""
    said: dict[str, object] = defaultdict(list)
    said |= plan.model_dump(exclude={"version"})
    for name in COLLECTIONS.values():
        said[name] = sorted(getattr(plan, name), key=lambda item: str(item.id))
    return dict(said)


def in_turn(proposals: Sequence[Proposal], *, backwards: bool) -> Iterator[str]:
    """The ids of proposals by number."""
    yield from (one.id for one in (reversed(proposals) if backwards else proposals))
