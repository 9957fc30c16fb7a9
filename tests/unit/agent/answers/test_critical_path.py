"""The longest way to close and go-live, with the days to spare."""

from datetime import date

from agent.answers.critical_path import critical_path
from agent.answers.dossier import About
from tests.unit.agent.answers.acme import add, deal, texts, update

EARLY = date(2026, 3, 12)
HOW = (
    "counted in calendar days, each step taking the days that the plan leaves between it and "
    "the step before it."
)


def test_the_chain_is_told_with_what_is_left_before_the_close_date() -> None:
    dossier = deal(update("deal", "deal", close_date="2026-04-03"), today=EARLY)
    answer = critical_path(dossier, About())
    assert texts(answer) == [
        (
            "The longest way to “Contract signed”: “Security review passed” (due on Wednesday 18 "
            "March 2026), then “Contract signed” (due on Friday 27 March 2026)."
        ),
        f"The plan leaves 7 days to spare before Friday 3 April 2026, the close date, {HOW}",
    ]
    assert [one.id for one in answer.statements[0].items] == ["security", "signature"]


def test_what_cannot_be_kept_says_by_how_much() -> None:
    late = texts(critical_path(deal(), About()))[1]
    assert late == (
        "“Contract signed” cannot be done by Friday 27 March 2026, the close date: it comes out "
        f"2 days late, {HOW}"
    )


def test_nothing_to_spare_is_no_day() -> None:
    assert "leaves no day to spare" in texts(critical_path(deal(today=EARLY), About()))[1]


def test_go_live_has_a_way_of_its_own_by_its_own_day() -> None:
    live = add("milestone", "live", title="Live", kind="go_live", due="2026-04-20")
    both = deal(live, update("milestone", "live", depends_on=["signature"]), today=EARLY)
    found = texts(critical_path(both, About()))
    assert found[2].startswith("The longest way to “Live”: “Security review passed”")
    assert found[3].startswith("The plan leaves no day to spare before Monday 20 April 2026, count")


def test_what_stands_beside_the_way_may_slip_further() -> None:
    legal = add("milestone", "legal", title="Legal review", due="2026-03-16")
    joined = update("milestone", "signature", depends_on=["security", "legal"])
    found = texts(critical_path(deal(legal, joined, today=EARLY), About()))
    assert found[-1] == "Beside that way, “Legal review” may slip by 2 days."


def test_a_step_asked_about_takes_the_place_of_the_ends() -> None:
    dossier = deal(today=EARLY)
    answer = critical_path(dossier, About(items=(dossier.ref("milestone", "kickoff"),)))
    assert texts(answer)[0] == "Nothing is left before “Kick-off” (due on Friday 10 April 2026)."


def test_nothing_open_is_unknown() -> None:
    assert critical_path(deal(update("milestone", "signature", status="done")), About()).unknown
