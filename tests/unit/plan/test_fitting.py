"""What a reading found gets in only where the plan, with all that is to be added, allows it."""

from datetime import UTC, datetime

from plan.edits import Edit, content_hash
from plan.models import Plan
from plan.proposals import Proposal
from plan.readings import Finding
from plan.reconcile import reconcile


def add(entity: str, item_id: str, **values: object) -> Edit:
    return Edit.model_validate({"op": "add", "entity": entity, "id": item_id, "set": values})


def reasons(plan: Plan, *edits: Edit, waiting: tuple[Proposal, ...] = ()) -> list[str]:
    result = reconcile([Finding(edit=edit) for edit in edits], plan, waiting)
    return [drop.reason for drop in result.drops]


def test_an_id_that_waits_to_be_given_is_taken(acme: Plan) -> None:
    pending = add("action", "call", title="Call the auditor")
    proposal = Proposal(
        id="acme-wms.p1",
        deal="acme-wms",
        number=1,
        occurred_at=datetime(2026, 3, 3, tzinfo=UTC),
        edit=pending,
        hash=content_hash(pending, {}),
        created_at=datetime(2026, 3, 3, tzinfo=UTC),
    )
    other = add("action", "call", title="Something else entirely")
    (told,) = reasons(acme, other, waiting=(proposal,))
    assert "`call`" in told
    assert "taken" in told


def test_beyond_the_limit_nothing_is_there_to_be_named(acme: Plan) -> None:
    many = [add("action", f"a{n}", title=f"{n} x{n} y{n}") for n in range(49)]
    owned = add("action", "owned", title="Owned by somebody beyond", owner="uma-berg")
    uma = add("stakeholder", "uma-berg", name="Uma Berg", side="buyer")
    told = reasons(acme, *many, owned, uma)
    assert told == [
        "action.owner: there is no person `uma-berg` in acme-wms.",
        "A reading proposes at most 50 edits.",
    ]


def test_what_means_something_known_takes_its_other_changes_along(acme: Plan) -> None:
    known = add("action", "report", title="Send SOC 2 Type II report")
    due = Edit(op="update", entity="action", id="report", set={"due": "2026-03-20"})
    result = reconcile([Finding(edit=known), Finding(edit=due)], acme, ())
    (found,) = result.findings
    assert (found.edit.op, found.edit.id) == ("update", "send-soc2")
    assert (found.edit.set, found.before) == ({"due": "2026-03-20"}, {"due": "2026-03-04"})
