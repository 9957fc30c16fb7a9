"""When something is due, what it was before, and what would move it."""

from agent.answers.answer import Answer
from agent.answers.dossier import About, Dossier
from agent.answers.due import due
from plan.values import Entity
from tests.unit.agent.answers.acme import add, deal, said, texts, update


def asked(dossier: Dossier, entity: Entity, item_id: str) -> Answer:
    return due(dossier, About(items=(dossier.ref(entity, item_id),)))


def test_each_move_is_told_with_its_words_the_latest_first() -> None:
    dossier = deal(
        update("milestone", "kickoff", 3, due="2026-04-13"),
        update("milestone", "kickoff", 4, due="2026-04-20"),
    )
    answer = asked(dossier, "milestone", "kickoff")
    assert texts(answer) == [
        "“Kick-off” is planned, due on Monday 20 April 2026.",
        (
            "“Kick-off” moved from Monday 13 April 2026 to Monday 20 April 2026, said on Tuesday "
            "10 March 2026 and approved by kim."
        ),
        (
            "“Kick-off” moved from Friday 10 April 2026 to Monday 13 April 2026, said on Tuesday "
            "10 March 2026 and approved by kim."
        ),
    ]
    assert [one.words for one in answer.statements] == [(), said(4), said(3)]


def test_what_came_with_a_day_has_the_words_that_brought_it() -> None:
    new = add("action", "demo", 4, title="Give a demo", owner="dan-cole", due="2026-03-24")
    answer = asked(deal(new), "action", "demo")
    assert texts(answer) == [
        "“Give a demo” is open, due on Tuesday 24 March 2026; it belongs to Dan Cole (Northwind)."
    ]
    assert answer.statements[0].words == said(4)


def test_a_move_that_waits_is_told_as_such_and_changes_nothing() -> None:
    dossier = deal(waiting=[update("milestone", "kickoff", 6, due="2026-04-20")])
    answer = asked(dossier, "milestone", "kickoff")
    assert texts(answer) == [
        "“Kick-off” is planned, due on Friday 10 April 2026.",
        "A move of “Kick-off” to Monday 20 April 2026 waits for approval.",
    ]
    assert answer.statements[1].basis == "proposed"


def test_without_an_item_it_is_the_close_date_which_a_signature_also_tells() -> None:
    dossier = deal(update("deal", "deal", close_date="2026-03-31"))
    assert texts(due(dossier, About())) == [
        "The close date is Tuesday 31 March 2026.",
        (
            "The close date moved from Friday 27 March 2026 to Tuesday 31 March 2026, set by kim "
            "on Thursday 12 March 2026."
        ),
    ]
    assert "The close date is Tuesday 31 March 2026." in texts(
        asked(dossier, "milestone", "signature")
    )


def test_what_is_over_says_since_when() -> None:
    dossier = deal(update("milestone", "security", 3, status="done"))
    assert texts(asked(dossier, "milestone", "security")) == [
        (
            "“Security review passed” is done since Tuesday 10 March 2026; it was due on "
            "Wednesday 18 March 2026."
        )
    ]


def test_an_outcome_is_due_too() -> None:
    assert texts(asked(deal(), "outcome", "errors")) == [
        "“picking errors” is due on Thursday 31 December 2026."
    ]


def test_no_day_is_unknown_with_what_would_give_it_one() -> None:
    dossier = deal(waiting=[update("action", "list", 6, due="2026-03-30")])
    answer = asked(dossier, "action", "list")
    assert answer.unknown
    assert texts(answer) == [
        "The plan has no due date for “Send the user list”.",
        "A move of “Send the user list” to Monday 30 March 2026 waits for approval.",
    ]
