"""What was promised, by whom, to whom, and what of it is overdue."""

from datetime import date

import pytest

from agent.answers.answer import Answer
from agent.answers.dossier import About
from agent.answers.promises.promises import promises
from tests.unit.agent.answers.acme import add, deal, said, texts, update

SOC2 = (
    "Dan Cole (Northwind) owes “Send Lena the SOC 2 report”, due on Friday 13 March 2026, "
    "7 days overdue."
)
QUOTE = "Dan Cole (Northwind) owes “Send the quote”, due on Tuesday 24 March 2026."
LIST = "Priya Raman (Acme Foods) owes “Send the user list”, without a date."
DEMO = add("action", "demo", 4, title="Show the demo", owner="eve-park", due="2026-03-22")


def asked(text: str, *people: str, **about: object) -> Answer:
    return promises(deal(), About.model_validate({"text": text, "people": people, **about}))


@pytest.mark.parametrize(
    ("text", "people", "expected"),
    [
        ("What do we owe them?", (), [SOC2, QUOTE]),
        ("What did they promise us?", (), [LIST]),
        ("What do they still owe?", (), [LIST]),
        ("What did Priya promise us?", ("priya-raman",), [LIST]),
        ("What does Priya owe?", ("priya-raman",), [LIST]),
        ("Who promised what?", (), [SOC2, QUOTE, LIST]),
    ],
)
def test_who_promised_is_read_from_the_question(
    text: str, people: tuple[str, ...], expected: list[str]
) -> None:
    assert texts(asked(text, *people)) == expected


def test_a_side_told_without_words_is_the_one_that_promised() -> None:
    assert texts(asked("", side="buyer")) == [LIST]
    assert texts(asked("", side="seller")) == [SOC2, QUOTE]


def test_what_was_promised_to_them_is_ours() -> None:
    assert texts(asked("What was promised to them?", side="buyer")) == [SOC2, QUOTE]


def test_what_a_partner_promised_us_is_the_partners() -> None:
    pat = add("stakeholder", "pat", name="Pat Ode", side="partner")
    rack = add("action", "rack", title="Mount the rack", owner="pat")
    about = About(text="What did Pat promise us?", people=("pat",), side="seller")
    assert texts(promises(deal(pat, rack), about)) == [
        "Pat Ode (a partner) owes “Mount the rack”, without a date."
    ]


def test_what_i_owe_is_what_the_one_who_asks_owes() -> None:
    about = About(text="What do I owe?")
    own = promises(deal(DEMO, user="eve-park"), about)
    assert texts(own) == ["Eve Park (Northwind) owes “Show the demo”, due on Sunday 22 March 2026."]
    assert len(promises(deal(DEMO), about).statements) == 3


def test_what_names_somebody_else_is_not_for_them() -> None:
    answer = asked("What did we promise Priya?", "priya-raman")
    assert texts(answer) == [QUOTE]
    assert answer.note.startswith("The plan does not say to whom a promise was made")


def test_a_verb_with_a_capital_names_nobody() -> None:
    mark = add("stakeholder", "mark-lee", name="Mark Lee", side="buyer")
    draft = add("action", "draft", title="Mark the draft", owner="eve-park", due="2026-03-21")
    about = About(text="What did we promise Priya?", people=("priya-raman",))
    assert "Mark the draft" in str(texts(promises(deal(mark, draft), about)))


def test_what_names_somebody_comes_first_and_needs_no_note() -> None:
    lena = asked("What did we promise Lena?", "lena-ortiz")
    assert texts(lena) == [SOC2, QUOTE]
    soon = add("action", "call", title="Call Lena", owner="eve-park", due="2026-03-30")
    early = add("action", "slot", title="Find a slot", owner="eve-park", due="2026-03-12")
    about = About(text="What did we promise Lena?", people=("lena-ortiz",))
    assert [
        text.split("“")[1].split("”")[0] for text in texts(promises(deal(soon, early), about))
    ] == [
        "Send Lena the SOC 2 report",
        "Call Lena",
        "Find a slot",
        "Send the quote",
    ]


def test_a_source_in_which_somebody_was_heard_brings_a_promise_near_them() -> None:
    dossier = deal(DEMO, update("action", "soc2", title="Send the SOC 2 report", due="2026-03-02"))
    about = About(text="What did we promise Priya?", people=("priya-raman",))
    assert "Show the demo" in texts(promises(dossier, about))[0]


def test_a_promise_quotes_the_words_that_made_it_and_moved_it() -> None:
    moved = update("action", "demo", 8, due="2026-03-26")
    answer = promises(deal(DEMO, moved), About(text="What do we owe?", people=("eve-park",)))
    assert answer.statements[0].words == (*said(4), *said(8))
    assert answer.statements[0].events == (2, 3)


def test_kept_promises_come_last_and_are_not_owed() -> None:
    done = deal(update("action", "soc2", 5, status="done"))
    assert texts(promises(done, About(text="What did we promise?"))) == [
        QUOTE,
        "Dan Cole (Northwind) has done “Send Lena the SOC 2 report”.",
    ]
    assert texts(promises(done, About(text="What do we owe?"))) == [QUOTE]


def test_cancelled_promises_are_none() -> None:
    gone = deal(update("action", "list", status="cancelled"))
    assert promises(gone, About(text="What did they promise?")).unknown


def test_overdue_leaves_out_the_rest() -> None:
    assert texts(asked("What of ours is overdue?", side="seller")) == [SOC2]
    assert texts(asked("What of theirs is overdue?", side="buyer")) == [
        "The only such promise is not overdue."
    ]


def test_a_waiting_promise_is_told_as_waiting() -> None:
    answer = promises(deal(waiting=[DEMO]), About(text="What do we owe?"))
    assert texts(answer)[1] == (
        "Eve Park (Northwind) would owe “Show the demo”, due on Sunday 22 March 2026; "
        "this waits for approval."
    )
    waits = answer.statements[1]
    assert (waits.basis, waits.proposals, waits.words) == ("proposed", ("acme.p1",), said(4))


def test_a_promise_of_somebody_who_also_waits_is_theirs() -> None:
    sam = add("stakeholder", "sam-lee", name="Sam Lee", side="buyer")
    plan = add("action", "floor-plan", 2, title="Send the floor plan", owner="sam-lee")
    answer = promises(deal(waiting=[sam, plan]), About(text="What do they owe us?"))
    assert "Sam Lee (Acme Foods) would owe “Send the floor plan”" in str(texts(answer))


def test_a_change_that_waits_follows_its_promise() -> None:
    wanted = update("action", "soc2", 6, due="2026-03-30")
    second = promises(deal(waiting=[wanted]), About(text="What do we owe?")).statements[1]
    assert second.text == (
        "A change of “Send Lena the SOC 2 report” waits for approval: due Monday 30 March 2026 "
        "instead of Friday 13 March 2026."
    )


def test_days_keep_what_was_promised_then_or_is_due_by_then() -> None:
    call, day_before = date(2026, 3, 10), date(2026, 3, 9)
    about = About(text="What did we promise?", since=call, until=call)
    assert "Show the demo" in str(texts(promises(deal(DEMO), about)))
    assert len(promises(deal(DEMO), about).statements) == 1
    assert not promises(deal(waiting=[DEMO]), about).unknown
    assert promises(deal(DEMO), About(since=day_before, until=day_before)).unknown
    assert texts(asked("What do we owe?", until=date(2026, 3, 20))) == [SOC2]


def test_what_is_under_a_milestone_of_theirs_is_near_them() -> None:
    step = update("milestone", "signature", owner="tom-vance")
    early = add("action", "slot", title="Find a slot", owner="eve-park", due="2026-03-12")
    about = About(text="What did we promise Tom?", people=("tom-vance",))
    assert texts(promises(deal(step, early), about))[0] == QUOTE


def test_open_promises_come_before_kept_ones_that_are_nearer() -> None:
    step = update("milestone", "signature", owner="tom-vance")
    kept = update("action", "quote", status="done")
    about = About(text="What did we promise Tom?", people=("tom-vance",))
    first, last = texts(promises(deal(step, kept, DEMO), about))
    assert "Show the demo" in first
    assert "Send the quote" in last


def test_open_milestones_follow_for_people_who_are_named() -> None:
    (review,) = texts(asked("What does Lena owe us?", "lena-ortiz"))
    assert review.startswith("Lena Ortiz (Acme Foods) owns “Security review passed”")


def test_items_asked_after_come_first() -> None:
    dossier = deal()
    about = About(text="What do we owe?", items=(dossier.ref("milestone", "signature"),))
    assert texts(promises(dossier, about)) == [QUOTE, SOC2]


def test_many_promises_are_cut_and_counted() -> None:
    more = [
        add("action", f"a-{n}", title=f"Step {n}", owner="eve-park", due=f"2026-04-0{n}")
        for n in range(1, 9)
    ]
    answer = promises(deal(*more), About(text="What do we owe?"))
    assert len(answer.statements) == 6
    assert answer.statements[-1].text == "There are 5 more."
    assert len(answer.statements[-1].items) == 6


def test_who_promised_nothing_is_unknown() -> None:
    assert asked("What did Tom promise us?", "tom-vance").unknown
