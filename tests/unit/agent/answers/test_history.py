"""How things came to be: every value a field had, with its day and words."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from agent.answers.dossier import Dossier
from agent.answers.history import changes_of, last_change, said_of, said_on
from plan.decide import decide_all, opening
from plan.events import Stamp
from plan.fields import current
from plan.models import COLLECTIONS
from plan.values import Entity
from tests.strategies.dossiers import dossiers, source_record
from tests.strategies.plans import patient
from tests.unit.agent.answers.acme import CALL, START, add, deal, said, update

DEFAULTS: tuple[object, ...] = (None, "", [], "planned", "other", "open", True, False)
"""Values that a thing has without anybody giving them to it."""


@patient
@given(st.data())
def test_the_last_change_of_each_field_gave_it_its_value(data: st.DataObject) -> None:
    dossier = data.draw(dossiers())
    kinds: tuple[Entity, ...] = ("deal", "plan", *COLLECTIONS)
    for entity in kinds:
        for item in [one.id for one in dossier.plan.items(entity)] or [entity]:
            now = current(dossier.plan, entity, item) or {}
            for field, value in now.items():
                last = last_change(dossier, entity, item, field)
                assert value in DEFAULTS if last is None else last.after == value


def test_a_move_has_its_values_its_words_and_the_day_they_were_said() -> None:
    dossier = deal(update("milestone", "security", 3, due="2026-03-25"))
    first, second = changes_of(dossier, "milestone", "security", "due")
    assert (first.type, first.before, first.after) == ("opened", None, "2026-03-18")
    assert first.day == START.as_of
    assert (second.before, second.after) == ("2026-03-18", "2026-03-25")
    assert (second.day, second.decided) == (CALL, date(2026, 3, 12))
    assert (second.actor, second.evidence) == ("kim", said(3))
    assert said_of(dossier, "milestone", "security") == (second,)


def test_without_words_the_day_of_the_decision_counts_in_the_deals_own_zone() -> None:
    start = START.model_copy(
        update={"deal": START.deal.model_copy(update={"time_zone": "Pacific/Auckland"})}
    )
    stamp = Stamp(at=datetime(2026, 3, 12, 18, tzinfo=UTC), actor="kim", cause="acme.d1")
    events, plan = decide_all(
        start.model_copy(update={"version": 1}),
        [update("deal", "deal", 3, amount="1"), add("action", "new", title="New")],
        stamp,
    )
    dossier = Dossier(plan=plan, today=CALL, events=(*opening(start, stamp), *events))
    last = last_change(dossier, "deal", "deal", "amount")
    assert last is not None
    assert (last.day, last.before, last.after) == (date(2026, 3, 13), "240000", "1")
    assert [one.field for one in changes_of(dossier, "action", "new")] == ["title"]


def test_what_never_happened_has_no_changes() -> None:
    assert changes_of(deal(), "milestone", "nothing") == ()
    assert last_change(deal(), "milestone", "kickoff", "owner") is None


def test_days_of_words_come_in_order_and_once() -> None:
    other = source_record("acme", 2, date(2026, 3, 5))
    dossier = deal()
    dossier = Dossier(plan=dossier.plan, today=dossier.today, sources=(*dossier.sources, other))
    later = said(1)[0].model_copy(update={"source": "acme.s2"})
    gone = said(1)[0].model_copy(update={"source": "acme.s9"})
    assert said_on(dossier, (*said(1), later, gone, *said(2))) == (date(2026, 3, 5), CALL)
