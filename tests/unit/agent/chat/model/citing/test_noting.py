import pytest

from agent.chat.model.citing.noting import admits_nothing, states_nothing
from tests.unit.agent.chat.model.orchard import dossier

QUESTION = "Has Ines approved the DPA for 20 users, “as is”?"


@pytest.mark.parametrize(
    "text",
    [
        "Nothing in this deal says so.",
        "Nothing in this deal says that Ines approved the DPA.",
        "Nothing in this deal says so for 20 users.",
        "In diesem Deal sagt das nichts.",
        "Rien dans ce deal ne le dit.",
        "Nada en este deal lo dice.",
    ],
)
def test_that_nothing_tells_needs_no_citation(text: str) -> None:
    assert states_nothing(text, [dossier()], QUESTION)
    assert admits_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Which one do you mean, Ines Dahl or Femke Aalders?",
        "Welche Ines meinst du?",
        "You're welcome.",
        "Gern geschehen!",
        "I answer questions about deals only.",
        "I could not look up the sources.",
    ],
)
def test_other_words_that_state_nothing(text: str) -> None:
    assert states_nothing(text, [dossier()], QUESTION)
    assert not admits_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nothing in this deal is blocked.",
        "Nothing has changed.",
        "Nothing in this deal says so, but Petra Vogt approved it.",
        "Nothing in this deal says so before 3 May.",
        "Nothing in this deal says “all is well”.",
        "The review is blocked.",
        "Is it clear that the review is done?",
        "Which of the 300 blockers do you mean?",
        "Which one, Ines or Petra?",
        "Thanks, and by the way the review is done and all of the steps are ready to be signed.",
        f"Nothing in this deal says so{', so' * 100}.",
        "",
    ],
)
def test_what_states_something_needs_a_citation(text: str) -> None:
    assert not states_nothing(text, [dossier()], QUESTION)
