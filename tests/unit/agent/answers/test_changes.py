"""What changed: since a day or the last call, a thing at a time, and what only waits."""

from datetime import date

from agent.answers.changes import changes
from agent.answers.dossier import About, Dossier
from tests.unit.agent.answers.acme import START, TODAY, add, deal, said, texts, update

BY_KIM = "said on Tuesday 10 March 2026 and approved by kim."


def test_what_came_of_the_last_call_is_told_a_thing_at_a_time() -> None:
    dossier = deal(
        update("milestone", "security", 3, due="2026-03-25", status="blocked"),
        add("action", "demo", 4, title="Give a demo", owner="dan-cole", due="2026-03-21"),
        update("deal", "deal", 5, amount="225000"),
    )
    answer = changes(dossier, About())
    assert texts(answer) == [
        "3 things changed in the plan since the call of Tuesday 10 March 2026.",
        f"The deal: amount went from EUR 240,000 to EUR 225,000, {BY_KIM}",
        (
            "“Security review passed”: due went from Wednesday 18 March 2026 to Wednesday 25 March "
            f"2026 and status went from in progress to blocked, {BY_KIM}"
        ),
        f"New action “Give a demo”, owner Dan Cole, due Saturday 21 March 2026, {BY_KIM}",
    ]
    assert [one.words for one in answer.statements[1:]] == [said(5), said(3), said(4)]
    assert answer.statements[2].events == (2,)


def test_a_field_that_moved_twice_is_told_from_first_to_last() -> None:
    twice = deal(
        update("milestone", "security", 3, due="2026-03-25"),
        update("milestone", "security", 4, due="2026-03-27"),
    )
    assert "from Wednesday 18 March 2026 to Friday 27" in texts(changes(twice, About()))[1]
    back = deal(
        update("milestone", "security", 3, due="2026-03-25"),
        update("milestone", "security", 4, due="2026-03-18"),
    )
    assert "changed and changed back" in texts(changes(back, About()))[1]


def test_what_only_waits_is_told_apart() -> None:
    answer = changes(deal(waiting=[update("milestone", "security", 6, due="2026-03-25")]), About())
    assert texts(answer) == [
        "Nothing changed in the plan since the call of Tuesday 10 March 2026.",
        "1 change waits for a decision: “Security review passed”.",
    ]
    assert answer.statements[1].basis == "proposed"
    assert answer.statements[1].proposals == ("acme.p1",)


def test_days_asked_about_take_what_was_said_or_decided_on_them() -> None:
    dossier = deal(update("milestone", "security", 3, due="2026-03-25"))
    counts = {
        (10, 10): "One thing changed in the plan since Tuesday 10 March 2026 until Tuesday 10",
        (12, 20): "One thing changed in the plan since Thursday 12 March 2026.",
        (11, 11): "Nothing changed in the plan since Wednesday 11 March 2026 until Wednesday 11",
        (13, 20): "Nothing changed in the plan since Friday 13 March 2026.",
    }
    for (since, until), lead in counts.items():
        about = About(since=date(2026, 3, since), until=date(2026, 3, until))
        assert texts(changes(dossier, about))[0].startswith(lead)


def test_a_change_without_words_is_told_with_the_day_of_its_decision() -> None:
    dossier = deal(update("milestone", "kickoff", owner="eve-park"))
    assert texts(changes(dossier, About()))[1] == (
        "“Kick-off”: owner was set to Eve Park, set by kim on Thursday 12 March 2026."
    )


def test_only_what_is_asked_about_is_told() -> None:
    dossier = deal(
        update("milestone", "security", 3, due="2026-03-25"),
        update("stakeholder", "lena-ortiz", 4, sentiment="negative"),
    )
    answer = changes(dossier, About(people=("lena-ortiz",)))
    assert texts(answer)[1:] == [f"Lena Ortiz: sentiment was set to negative, {BY_KIM}"]


def test_without_a_history_nothing_tells() -> None:
    assert changes(Dossier(plan=START, today=TODAY), About()).unknown
