"""Names, titles and speakers in running text."""

from collections.abc import Callable

import pytest

from agent.ports import Context
from agent.readers.embedded.material import Material
from agent.readers.embedded.names import full_names
from agent.readers.embedded.titles import has_title, powers, role_of
from agent.readers.embedded.wording import title

Make = Callable[..., Context]
Prepare = Callable[[Context], Material]

LENA, DAN, MIA = "Lena Ortiz", "Dan Cole", "Mia Berg"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("And Nora Feld knows.", ["Nora Feld"]),
        ("Dr. Nora van der Feld's team", ["Nora van der Feld"]),
        ("Meet José Ñíguez-Álvarez and Łukasz Zając.", ["José Ñíguez-Álvarez", "Łukasz Zając"]),
        ("It's Nora Feld.", ["Nora Feld"]),
        ("On Monday March begins.", []),
        ("Head of Security", []),
        ("the Security Review Board", []),
        ("Feld GmbH", []),
        ("NHS England", []),
        ("nora feld", []),
    ],
)
def test_full_names(text: str, names: list[str]) -> None:
    found = list(full_names(text))
    assert [one.text for one in found] == names
    assert all(text[one.start : one.end] == one.text for one in found)


def test_titles_and_roles() -> None:
    assert has_title("our head of compliance")
    assert has_title("she runs model risk")
    assert not has_title("a nice afternoon")
    assert role_of("General Counsel", "buyer") == "legal"
    assert role_of("Customer Success Manager", "seller") == "customer_success"
    assert role_of("Customer Success Manager", "buyer") is None
    assert set(powers("she holds the budget and has the final say")) == {
        "economic_buyer",
        "decision_maker",
    }


def test_people_are_named_by_first_or_last_name(call: Make, prepare: Prepare) -> None:
    roster = prepare(call((LENA, "Hello."))).roster
    assert [one.key for one in roster.named("Dan and Berg, or mia, or DAN'S")] == ["dan", "mia"]
    assert not roster.named("a danger to the vance-free zone")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'll send you the signed price list, okay?", "Send the signed price list, okay"),
        ("Could you please review the firewall rules?", "Review the firewall rules"),
        ("I'll fetch a yes or a no from the board.", "Fetch a yes or a no from the board"),
        ("For the visit we need the site plan.", "Provide the site plan"),
        ("You'll have the floor plans from us, of course.", "Send the floor plans from us"),
        ("Could you try and unlock your own test account?", "Unlock the test account"),
        ("I'll probably be there, I hope we see the plan.", "I'll probably be there, I hope"),
        ("The certificate has to be with me.", "The certificate has to be with me"),
        ("I'll draft " + "a very long thing " * 10, "Draft a very long thing a very long thing a"),
    ],
)
def test_titles_of_new_actions(text: str, words: str) -> None:
    assert title([(text, ())]).startswith(words)
    assert len(title([(text, ())])) <= 81


def test_a_title_that_tells_nothing_takes_the_question() -> None:
    asked = "Could you send the firewall rules?"
    assert title([("I'll do it.", ()), (asked, ())]) == "Send the firewall rules"
    assert title([("I'll do it.", ())]) == "I'll do it"
