"""People who come, go, decide otherwise or feel otherwise."""

from collections.abc import Callable

import pytest

from agent.ports import Context, Draft, Drafts

Make = Callable[..., Context]
Read = Callable[[Context], Drafts]

DAN, LENA, PRIYA, TOM = "Dan Cole", "Lena Ortiz", "Priya Raman", "Tom Vance"


def people(drafts: Drafts) -> list[Draft]:
    return [one for one in drafts.edits if one.entity == "stakeholder"]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("This is Nora Feld, our compliance manager.", "compliance manager"),
        ("Our compliance manager, Nora Feld, joins us.", "compliance manager"),
        ("Nora Feld is our new head of compliance.", "head of compliance"),
        ("My colleague Nora Feld is picking this up.", None),
    ],
)
def test_who_is_introduced_by_full_name_is_added(
    call: Make, read: Read, words: str, title: str | None
) -> None:
    (draft,) = people(read(call((LENA, words))))
    assert draft.op == "add"
    assert draft.set["name"] == "Nora Feld"
    assert draft.set["side"] == "buyer"
    assert draft.set.get("title") == title


def test_a_title_and_an_address_tell_role_and_side(call: Make, read: Read) -> None:
    words = "I've copied in Nora Feld (nora.feld@northwind.example), our legal counsel."
    (draft,) = people(read(call((LENA, words))))
    assert draft.set["email"] == "nora.feld@northwind.example"
    assert draft.set["side"] == "seller"
    assert draft.set["roles"] == ["legal"]


@pytest.mark.parametrize(
    "words",
    [
        "We met Head of Security people at the trade fair.",
        "The British Library, our neighbour, has a manager for that.",
        "Dan Cole, our account manager, knows it.",
        "Is Nora Feld, your manager, still there?",
        "Acme Foods, our manager says, is fine.",
    ],
)
def test_titles_places_companies_and_known_people_are_nobody_new(
    call: Make, read: Read, words: str
) -> None:
    assert not [one for one in people(read(call((LENA, words)))) if one.op == "add"]


@pytest.mark.parametrize(
    ("who", "words", "gone"),
    [
        (LENA, "Tom is not with us any more.", "tom"),
        (LENA, "Tom has left the company.", "tom"),
        (LENA, "Tom's gone.", "tom"),
        (TOM, "From today I'm not involved any more.", "tom"),
    ],
)
def test_who_is_gone_is_inactive(call: Make, read: Read, who: str, words: str, gone: str) -> None:
    (draft,) = people(read(call((who, words))))
    assert (draft.id, draft.set) == (gone, {"active": False})


def test_notice_is_a_risk_and_no_departure(call: Make, read: Read) -> None:
    drafts = read(call((TOM, "I've handed in my notice, my last day is the thirtieth of April.")))
    assert not people(drafts)
    assert [one.kind for one in drafts.risks] == ["stakeholder_departure"]


@pytest.mark.parametrize(
    ("who", "words", "feeling"),
    [
        (TOM, "I've changed my mind, you can put me down as a supporter.", "positive"),
        (TOM, "I have lost confidence in this.", "negative"),
        (PRIYA, "I'm on the fence, honestly.", "neutral"),
    ],
)
def test_outspoken_turns_of_feeling(
    call: Make, read: Read, who: str, words: str, feeling: str
) -> None:
    (draft,) = people(read(call((who, words))))
    assert draft.set == {"sentiment": feeling}


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("I hold the budget for this now.", {"roles": ["economic_buyer"]}),
        ("I have the final say.", {"roles": ["decision_maker"]}),
        ("I'm the executive sponsor from today.", {"roles": ["executive_sponsor"]}),
        ("As of Monday I am Chief Digital Officer.", {"title": "Chief Digital Officer"}),
        ("I report to Priya now.", {"reports_to": "priya"}),
        ("I am now at tom@acme-new.example", {"email": "tom@acme-new.example"}),
    ],
)
def test_positions(call: Make, read: Read, words: str, values: dict[str, object]) -> None:
    (draft,) = people(read(call((TOM, words))))
    assert (draft.id, draft.set) == ("tom", values)


def test_roles_add_up(call: Make, read: Read) -> None:
    lines = ((PRIYA, "I hold the budget for this now."), (PRIYA, "I have the final say."))
    (draft,) = people(read(call(*lines)))
    assert draft.set == {"roles": ["champion", "economic_buyer", "decision_maker"]}
    assert len(draft.quotes) == 2
