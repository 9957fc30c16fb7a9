"""Whatever happens to a deal, in whatever order: the desk keeps its promises after every step."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from memory.base import Unit
from memory.records import SourceRecord
from memory.sql import SqlStore
from plan.errors import PlanError
from plan.proposals import Decision, Proposal
from plan.reconcile import reconcile
from plan.standing import OPEN
from plan.suppose import suppose
from tests.integration.tools.desk import talk
from tests.integration.tools.desk.acme import NOW, PLAN, Desk
from tests.integration.tools.desk.promises import (
    DEAL,
    PROMISES,
    content,
    in_turn,
    known_words,
    older_words_won,
    plan_before,
    several_speak_of_one_field,
)
from tools.desk.arrivals import read_again
from tools.desk.deciding import Approval, approve
from tools.desk.editing import edit_by_hand
from tools.desk.errors import DeskError
from tools.desk.opening import open_deal
from tools.desk.publishing import publish
from tools.desk.undoing import undo, undo_last
from tools.exchange.history import export_history, import_history
from tools.exchange.plan_file import read_plan, write_plan

DAYS = st.integers(2, 9)
"""Days in March on which something was said, in whatever order it arrives."""
ENOUGH = 2
"""Sources that may wait to be read, so that most steps are about what was read."""


class Nevermind(Exception):  # noqa: N818 - no error: it only rolls a unit back
    """Forget what was only tried."""


class DeskMachine(RuleBasedStateMachine):
    """A deal on a store of its own, and everything that sources and people do to it."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk(self.new_store())
        with self.desk.write() as unit:
            open_deal(unit, PLAN, self.desk.acting())
        self.digests = count(1)
        self.written: set[int] = set()
        self.looked_at: dict[str, object] = {}

    def new_store(self) -> SqlStore:
        """An empty store; the test says where."""
        raise NotImplementedError

    @initialize(days=st.lists(DAYS, min_size=1, max_size=3), data=st.data())
    def begin(self, days: list[int], data: st.DataObject) -> None:
        for day in days:
            self.hear(day, data)

    @rule(day=DAYS, data=st.data())
    def hear(self, day: int, data: st.DataObject) -> None:
        record = self.new_source(day)
        self.read_it(record, data)
        self.publish_it(record)

    @precondition(lambda self: len(self.sources("queued")) < ENOUGH)
    @rule(day=DAYS)
    def add_source(self, day: int) -> None:
        self.new_source(day)

    @precondition(lambda self: self.to_read())
    @rule(data=st.data())
    def read(self, data: st.DataObject) -> None:
        self.read_it(data.draw(st.sampled_from(self.to_read()), "source"), data)

    @precondition(lambda self: self.to_publish())
    @rule(data=st.data())
    def publish(self, data: st.DataObject) -> None:
        self.publish_it(data.draw(st.sampled_from(self.to_publish()), "source"))

    @precondition(lambda self: self.sources("read"))
    @rule(data=st.data())
    def reread(self, data: st.DataObject) -> None:
        record = data.draw(st.sampled_from(self.sources("read")), "source")
        with self.desk.write() as unit:
            read_again(unit, self.desk.jobs, record.id)

    @precondition(lambda self: self.waiting())
    @rule(data=st.data())
    def approve_as_it_is(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(self.waiting()), "proposal")
        with suppress(DeskError, PlanError):
            self.desk.approve(one, with_needs=True)
            self.looked_at[one.id] = one.before

    @precondition(lambda self: self.waiting())
    @rule(data=st.data(), with_needs=st.booleans(), edited=st.booleans())
    def approve(self, data: st.DataObject, *, with_needs: bool, edited: bool) -> None:
        one = data.draw(st.sampled_from(self.waiting()), "proposal")
        plan = self.desk.plan()
        changes = data.draw(talk.changes(plan, one.edit.entity)) if edited else {}
        asked = Approval(proposal=one.id, hash=one.hash, changes=changes, with_needs=with_needs)
        with suppress(DeskError, PlanError), self.desk.write() as unit:
            approve(unit, asked, self.desk.acting())
            self.looked_at[one.id] = one.before

    @precondition(lambda self: self.waiting())
    @rule(data=st.data())
    def reject(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(self.waiting()), "proposal")
        self.desk.reject(one)
        self.looked_at[one.id] = one.before

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        plan = self.desk.plan()
        wanted = data.draw(talk.edits(plan, talk.ids(plan)))
        with suppress(DeskError, PlanError), self.desk.write() as unit:
            edit_by_hand(unit, DEAL, wanted, self.desk.acting())

    @precondition(lambda self: any(one.verdict != "undo" for one in self.decisions()))
    @rule()
    def undo_last(self) -> None:
        with suppress(DeskError, PlanError), self.desk.write() as unit:
            self.undone(unit, undo_last(unit, DEAL, self.desk.acting()))

    @precondition(lambda self: self.decisions())
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        target = data.draw(st.sampled_from(self.decisions()), "decision").id
        with suppress(DeskError, PlanError), self.desk.write() as unit:
            self.undone(unit, undo(unit, target, self.desk.acting()))

    @invariant()
    def promises_are_kept(self) -> None:
        with self.unit() as unit:
            for promise in PROMISES:
                promise(unit)

    @invariant()
    def what_is_pending_shows_what_was_looked_at(self) -> None:
        with self.unit() as unit:
            plan = unit.plans.current(DEAL)
            for one in unit.proposals.find(DEAL):
                seen = self.looked_at.setdefault(one.id, one.before)
                if one.status == "pending" and plan.find(one.edit.entity, one.edit.id):
                    assert isinstance(seen, dict)
                    assert one.before.items() <= seen.items()

    @invariant()
    def approving_all_that_is_pending_keeps_the_newest_words(self) -> None:
        with self.unit() as unit:
            known = known_words(unit)
            if not several_speak_of_one_field(unit):
                return
        for backwards in (False, True):
            with suppress(Nevermind), self.desk.write() as unit:
                since = unit.plans.current(DEAL).version
                while self.approve_each(unit, backwards=backwards):
                    pass
                assert older_words_won(unit, since, known) == []
                raise Nevermind

    @invariant()
    def plan_files_carry_the_plan(self) -> None:
        plan = self.desk.plan()
        if plan.version not in self.written:
            self.written.add(plan.version)
            text = write_plan(plan)
            again = read_plan(text).to_plan()
            assert again == plan.model_copy(update={"version": 0})
            assert write_plan(again) == text

    def teardown(self) -> None:
        lines = self.lines()
        other = Desk(self.new_store(), self.desk.jobs)
        plan = self.desk.plan()
        with other.store.write("elsewhere") as unit:
            assert import_history(unit, self.desk.jobs, lines) == DEAL
            assert list(export_history(unit, DEAL)) == lines
            assert unit.plans.current(DEAL) == plan
        other.store.close()
        self.desk.store.close()

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        with self.desk.store.read("default") as unit:
            yield unit

    def lines(self) -> list[str]:
        with self.unit() as unit:
            return list(export_history(unit, DEAL))

    def sources(self, status: str) -> list[SourceRecord]:
        with self.unit() as unit:
            return [one for one in unit.sources.of(DEAL) if one.status == status]

    def kept(self, record: SourceRecord) -> bool:
        with self.unit() as unit:
            return unit.readings.get(record.id, record.reading) is not None

    def to_read(self) -> list[SourceRecord]:
        return [one for one in self.sources("queued") if not self.kept(one)]

    def to_publish(self) -> list[SourceRecord]:
        return [one for one in self.sources("queued") if self.kept(one)]

    def waiting(self) -> list[Proposal]:
        with self.unit() as unit:
            return list(unit.proposals.find(DEAL, OPEN))

    def new_source(self, day: int) -> SourceRecord:
        source = self.desk.source(day, f"{next(self.digests):064}")
        with self.unit() as unit:
            return unit.sources.get(source)

    def read_it(self, record: SourceRecord, data: st.DataObject) -> None:
        """Keep what a reading finds, on the plan and the proposals as they are now."""
        with self.unit() as unit:
            open_ones = unit.proposals.find(DEAL, OPEN)
            plan = unit.plans.current(DEAL)
            taken = unit.plans.used_ids(DEAL)
        others = [one for one in open_ones if one.source != record.id]
        would_be = suppose(plan, (one.edit for one in others if one.edit.op == "add"))
        found = data.draw(talk.findings(would_be, taken | talk.ids(would_be), record.id))
        self.desk.keep(record.id, reconcile(found, plan, others).findings, record.reading)

    def decisions(self) -> list[Decision]:
        with self.unit() as unit:
            decided = unit.decisions.of(DEAL)
        return [one for one in decided if one.verdict != "open" and not one.undone_by]

    def publish_it(self, record: SourceRecord) -> None:
        with self.desk.write() as unit:
            published = publish(unit, record.id, record.reading, NOW)
        with self.desk.write() as unit:
            assert publish(unit, record.id, record.reading, NOW) == ()
        for one in published:
            self.can_be_approved(one)

    def can_be_approved(self, one: Proposal) -> None:
        with suppress(Nevermind), self.desk.write() as unit:
            asked = Approval(proposal=one.id, hash=one.hash, with_needs=True)
            approve(unit, asked, self.desk.acting())
            raise Nevermind

    def approve_each(self, unit: Unit, *, backwards: bool) -> bool:
        """Approve what is pending, one by one; whether anything was."""
        done = False
        for proposal in in_turn(unit.proposals.find(DEAL, ("pending",)), backwards=backwards):
            one = unit.proposals.get(proposal)
            if one.status == "pending":
                with suppress(DeskError, PlanError):
                    approve(unit, Approval(proposal=one.id, hash=one.hash), self.desk.acting())
                    done = True
        return done

    def undone(self, unit: Unit, decision: Decision) -> None:
        """Undoing the very last decision leads back to the plan before it."""
        assert decision.undoes
        target = unit.decisions.get(decision.undoes)
        assert target.undone_by == decision.id
        if target.number == decision.number - 1 and target.first_event:
            assert content(unit.plans.current(DEAL)) == content(plan_before(unit, target))


def test_the_desk_keeps_its_promises(tmp_path: Path) -> None:
    numbers = count(1)
    template = tmp_path / "template.db"
    fresh = SqlStore(f"sqlite:///{template}")
    fresh.upgrade()
    fresh.close()

    class Machine(DeskMachine):
        def new_store(self) -> SqlStore:
            file = tmp_path / f"{next(numbers)}.db"
            shutil.copy(template, file)
            return SqlStore(f"sqlite:///{file}")

    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            # Shrinking takes minutes; to shrink what was found, replay its blob with all phases.
            phases=(Phase.explicit, Phase.reuse, Phase.generate),
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
