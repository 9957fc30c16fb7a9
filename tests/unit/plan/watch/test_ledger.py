"""What opens, is renewed, worsens and settles, each told once."""

from datetime import date

from tests.unit.plan.watch.looking import (
    after,
    day,
    look,
    overdue,
    said,
    single,
    told,
    words,
)


def test_a_risk_that_is_found_opens_an_entry_and_is_told() -> None:
    now = after(look(3, overdue(since=0)))
    (entry,) = now.entries
    assert told(now) == {"opened": ["acme.e1"]}
    assert (entry.id, entry.number, entry.key) == ("acme.e1", 1, "overdue_milestone.pilot")
    assert (entry.opened_on, entry.last_seen_on, entry.told_on) == (day(3), day(3), day(3))
    assert (entry.since, entry.settled_on, entry.state, entry.open) == (
        day(0),
        None,
        "medium",
        True,
    )


def test_the_same_look_again_changes_and_tells_nothing() -> None:
    risks = (overdue(), said(1), single("ada"))
    once = after(look(3, *risks))
    again = after(look(3, *risks), entries=once.entries)
    assert again.entries == once.entries
    assert told(again) == {}


def test_what_is_still_found_is_told_no_more() -> None:
    now = after(look(3, overdue()), look(9, overdue()))
    assert told(now) == {}
    assert now.entries[0].last_seen_on == day(9)


def test_what_is_found_no_longer_settles_on_that_day() -> None:
    now = after(look(3, overdue()), look(5))
    (entry,) = now.entries
    assert told(now) == {"settled": ["acme.e1"]}
    assert (entry.settled_on, entry.last_seen_on, entry.state) == (day(5), day(3), "settled")
    assert (entry.open, entry.risk.status) == (False, "resolved")
    assert told(after(look(6), entries=now.entries)) == {}


def test_what_begins_anew_is_another_entry() -> None:
    now = after(look(3, overdue(since=0)), look(5), look(9, overdue(since=8)))
    assert told(now) == {"opened": ["acme.e2"]}
    assert [one.settled_on for one in now.entries] == [day(5), None]


def test_what_ended_and_began_anew_unseen_is_another_entry() -> None:
    now = after(look(3, overdue(since=0)), look(9, overdue(since=8)))
    assert told(now) == {"opened": ["acme.e2"], "settled": ["acme.e1"]}


def test_a_beginning_that_moves_while_it_is_seen_is_no_other_entry() -> None:
    now = after(look(8, overdue(since=0)), look(9, overdue(since=4)), look(10, overdue(since=2)))
    assert told(now) == {}
    assert (len(now.entries), now.entries[0].since) == (1, day(4))
    assert now.entries[0].risk.since == day(2)


def test_what_stands_again_for_the_same_facts_is_not_told_again() -> None:
    now = after(look(3, overdue(since=0)), look(5), look(9, overdue(since=0)))
    (entry,) = now.entries
    assert told(now) == {}
    assert (entry.settled_on, entry.open, entry.told_on) == (None, True, day(3))
    assert [(step.on, step.to) for step in entry.steps] == [
        (day(3), "medium"),
        (day(5), "settled"),
        (day(9), "medium"),
    ]


def test_where_no_beginning_is_known_a_day_without_it_makes_it_another() -> None:
    first = look(3, overdue(since=None))
    assert told(after(first, look(5), look(5, *first.risks))) == {}
    assert told(after(first, look(5), look(6, *first.risks))) == {"opened": ["acme.e2"]}


def test_a_worse_risk_is_told_once_however_often_it_gets_better_in_between() -> None:
    medium, high = overdue(), overdue(severity="high")
    assert told(after(look(3, medium), look(4, high))) == {"worsened": ["acme.e1"]}
    now = after(look(3, medium), look(4, high), look(5, medium), look(6, high))
    assert told(now) == {}
    assert (now.entries[0].worst, now.entries[0].worsened_on) == ("high", day(4))


def test_a_quiet_risk_is_told_on_the_day_it_is_no_longer_quiet() -> None:
    quiet = after(look(3, overdue(quiet=7)))
    assert told(quiet) == {}
    assert (quiet.entries[0].state, quiet.entries[0].told_on) == ("quiet", None)
    assert quiet.entries[0].open
    assert told(after(look(6, overdue(quiet=7)), entries=quiet.entries)) == {}
    loud = after(look(7, overdue(quiet=7)), entries=quiet.entries)
    assert told(loud) == {"opened": ["acme.e1"]}
    assert (loud.entries[0].opened_on, loud.entries[0].told_on) == (day(3), day(7))


def test_what_was_told_and_then_quiet_is_told_anew_when_quiet_ends() -> None:
    looks = (look(3, overdue()), look(4, overdue(quiet=7)))
    assert told(after(*looks)) == {}
    now = after(*looks, look(7, overdue(quiet=7)))
    assert told(now) == {"renewed": ["acme.e1"]}
    assert now.entries[0].renewed_on == day(7)


def test_quiet_that_is_taken_back_on_its_day_renews_nothing() -> None:
    now = after(look(3, overdue()), look(4, overdue(quiet=7)), look(4, overdue()))
    assert told(now) == {}
    assert now.entries[0].renewed_on is None


def test_a_risk_that_settles_while_quiet_was_never_told() -> None:
    now = after(look(3, overdue(quiet=7)), look(5))
    assert now.entries[0].told_on is None
    assert told(now) == {"settled": ["acme.e1"]}


def test_newer_words_renew_a_said_risk() -> None:
    now = after(look(1, said(1)), look(4, said(1, 2)))
    assert told(now) == {"renewed": ["acme.e1"]}
    assert now.entries[0].evidence == (words(1), words(2))
    assert told(after(look(4, said(1, 2, 3)), entries=now.entries)) == {"renewed": ["acme.e1"]}


def test_words_once_known_renew_nothing_when_they_are_found_again() -> None:
    looks = (look(1, said(1)), look(2, said(1, 2)), look(3, said(1)), look(4, said(1, 2)))
    assert told(after(*looks)) == {}


def test_another_span_of_the_same_turn_is_nothing_new() -> None:
    other = said(1).model_copy(
        update={"evidence": (words(1).model_copy(update={"start": 2, "end": 5}),)}
    )
    assert told(after(look(1, said(1)), look(2, other))) == {}


def test_a_said_risk_is_the_same_if_it_shares_a_person_or_a_milestone() -> None:
    first = look(1, said(1, what=["legal"], who=["ada"]))
    for same in (said(2, what=[], who=["ada"]), said(2, what=["legal", "pilot"], who=["bo"])):
        assert told(after(first, look(2, same))) == {"renewed": ["acme.e1"]}
    for other in (said(2, what=[]), said(2, what=["pilot"], who=["bo"])):
        assert told(after(first, look(2, said(1, who=["ada"]), other))) == {"opened": ["acme.e2"]}


def test_said_risks_that_name_nothing_are_one() -> None:
    now = after(look(1, said(1, what=[])), look(2, said(2, what=[])))
    assert told(now) == {"renewed": ["acme.e1"]}


def test_a_risk_that_joins_two_is_one_with_them() -> None:
    pilot, legal = said(1, what=["pilot"]), said(2, what=["legal"])
    both = said(3, what=["pilot", "legal"])
    now = after(look(1, pilot, legal), look(2, pilot, legal, both))
    assert told(now) == {"renewed": ["acme.e1"], "settled": ["acme.e2"]}
    assert set(now.entries[0].risk.milestones) == {"pilot", "legal"}
    assert told(after(look(2, pilot, legal, both), entries=now.entries)) == {}


def test_a_said_risk_that_settled_opens_anew_by_new_words_only() -> None:
    looks = (look(1, said(1)), look(2))
    assert told(after(*looks, look(3, said(1)))) == {}
    assert told(after(*looks, look(3, said(1, 2)))) == {"opened": ["acme.e2"]}


def test_the_same_words_taken_to_be_about_another_open_nothing() -> None:
    legal, pilot = look(1, said(1, what=["legal"])), said(1, what=["pilot"])
    assert told(after(legal, look(2, pilot))) == {}
    assert told(after(legal, look(2), look(3, pilot))) == {}


def test_one_turn_may_say_two_risks_at_once() -> None:
    both = (said(1, what=["legal"]), said(1, what=["pilot"]))
    now = after(look(1, *both))
    assert told(now) == {"opened": ["acme.e1", "acme.e2"]}
    assert told(after(look(2, both[1]), entries=now.entries)) == {"settled": ["acme.e1"]}


def test_words_that_stand_for_one_risk_bring_no_other_back() -> None:
    legal, pilot = said(1, what=["legal"]), said(1, what=["pilot"])
    now = after(look(1, legal, pilot), look(2, legal), look(3, legal, said(1, what=["go-live"])))
    assert told(now) == {}
    assert [one.settled_on for one in now.entries] == [None, day(2)]


def test_the_deal_is_single_threaded_once_whoever_is_left() -> None:
    now = after(look(1, single("ada")), look(2, single("bo")), look(3, single(severity="high")))
    assert len(now.entries) == 1
    assert told(now) == {"worsened": ["acme.e1"]}
    assert now.entries[0].key == "single_threaded"


def test_a_muted_rules_risk_is_known_and_not_told() -> None:
    muted = after(look(1, overdue()), muted=["overdue_milestone"])
    assert told(muted) == {}
    assert muted.entries[0].state == "muted"
    assert told(after(look(2, overdue()), entries=muted.entries)) == {"opened": ["acme.e1"]}


def test_a_day_before_the_ledgers_last_counts_as_that() -> None:
    now = after(look(5, overdue()), look(3))
    assert now.entries[0].settled_on == day(5)


def test_how_it_stood_is_known_of_every_day() -> None:
    looks = (look(1, overdue(quiet=3)), look(3, overdue()), look(5, overdue(severity="high")))
    (entry,) = after(*looks, look(8)).entries
    stood = [entry.state_on(day(number)) for number in range(10)]
    assert stood == [None, *["quiet"] * 2, *["medium"] * 2, *["high"] * 3, *["settled"] * 2]
    assert entry.state_on(date.min) is None
