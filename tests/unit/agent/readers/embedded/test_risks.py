"""Risks that somebody puts into words."""

from collections.abc import Callable

import pytest

from agent.ports import Context, Drafts

Make = Callable[..., Context]
Read = Callable[[Context], Drafts]

LENA, PRIYA, DAN, TOM = "Lena Ortiz", "Priya Raman", "Dan Cole", "Tom Vance"


@pytest.mark.parametrize(
    ("who", "words", "kind"),
    [
        (LENA, "We can't go live without a signed agreement on data.", "blocker_raised"),
        (LENA, "The board has rejected the hosting model.", "blocker_raised"),
        (TOM, "I'm leaving the company in June.", "stakeholder_departure"),
        (PRIYA, "There is a spending freeze, everything above ten is frozen.", "budget_risk"),
        (PRIYA, "The other vendor is a third cheaper than you.", "competitor_threat"),
        (PRIYA, "I'm tired of defending this.", "champion_weakening"),
        (PRIYA, "The merger has priority now.", "priority_shift"),
        (PRIYA, "Returns have to be included as well.", "scope_change"),
    ],
)
def test_each_kind(call: Make, read: Read, who: str, words: str, kind: str) -> None:
    risks = read(call((DAN, "How is it going?"), (who, words))).risks
    assert [one.kind for one in risks] == [kind]
    assert risks[0].quotes[0].text == words
    assert risks[0].quotes[0].turn == 2


@pytest.mark.parametrize(
    "words",
    [
        "If the board had rejected it, we'd be done.",
        "Has the board rejected the hosting model?",
        "At my old company the board rejected the hosting model.",
    ],
)
def test_stops_stop_risks_too(call: Make, read: Read, words: str) -> None:
    assert not read(call((LENA, words))).risks


def test_a_risk_names_whom_and_what_it_touches(call: Make, read: Read) -> None:
    (risk,) = read(
        call((LENA, "The security review is on hold until the auditors have seen it."))
    ).risks
    assert risk.stakeholders == ("lena",)
    assert risk.milestones == ("security-review",)


def test_how_bad_a_departure_is(call: Make, read: Read) -> None:
    (champion,) = read(call((PRIYA, "I've handed in my notice."))).risks
    (own,) = read(call((DAN, "I've handed in my notice."))).risks
    assert (champion.severity, own.severity) == ("high", "low")


def test_one_risk_a_kind(call: Make, read: Read) -> None:
    words = "The budget was cut."
    assert len(read(call((PRIYA, words), (TOM, words))).risks) == 1
