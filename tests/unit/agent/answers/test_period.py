"""Which stretch of a deal's history is meant, and what falls into it."""

from dataclasses import replace
from datetime import date

from agent.answers.dossier import About, Dossier
from agent.answers.history import Change
from agent.answers.period import period
from plan.sources import Evidence
from tests.strategies.dossiers import source_record
from tests.unit.agent.answers.acme import START, TODAY

FIRST_CALL = source_record("acme", 1, date(2026, 3, 6))
CALL = source_record("acme", 3, date(2026, 3, 10))
MAIL = source_record("acme", 4, date(2026, 3, 11))
DOSSIER = Dossier(plan=START, today=TODAY, sources=(CALL, FIRST_CALL, MAIL))


def change(decided: int, source: int | None = None) -> Change:
    """A change decided on a day of March, perhaps on words of a source."""
    words = (Evidence(source=f"acme.s{source}", turn=1, start=0, end=9),) if source else ()
    return Change(
        seq=2,
        type="updated",
        entity="deal",
        id="deal",
        field="name",
        day=date(2026, 3, decided),
        decided=date(2026, 3, decided),
        actor="kim",
        evidence=words,
    )


def test_the_last_call_begins_it_though_a_mail_came_later() -> None:
    assert period(DOSSIER, About()).name == "since the call of Tuesday 10 March 2026"


def test_a_withdrawn_call_begins_nothing_and_without_calls_the_last_mail_does() -> None:
    gone = CALL.model_copy(update={"status": "withdrawn"})
    one_left = replace(DOSSIER, sources=(FIRST_CALL, gone, MAIL))
    assert period(one_left, About()).since == FIRST_CALL.day
    assert period(replace(DOSSIER, sources=(MAIL,)), About()).name.startswith("since the email of")
    assert period(replace(DOSSIER, sources=()), About()).name == "since the deal was opened"


def test_words_of_the_call_and_after_count_and_whatever_was_decided_later() -> None:
    since_call = period(DOSSIER, About())
    assert since_call.covers(change(10, source=3))
    assert since_call.covers(change(9, source=4))
    assert since_call.covers(change(10))
    assert since_call.covers(change(12, source=1))
    assert not since_call.covers(change(10, source=1))
    assert not since_call.covers(change(9))
