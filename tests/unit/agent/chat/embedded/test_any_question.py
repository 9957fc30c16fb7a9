from hypothesis import given
from hypothesis import strategies as st

from agent.chat.embedded import EmbeddedChat
from agent.chat.ports import Asked, Library
from plan.sources import quote
from tests.fakes.embedders import WordsEmbedder
from tests.strategies.plans import patient
from tests.unit.agent.chat.embedded.quarry import (
    CALL,
    MAIL,
    ORDERS,
    PLAN,
    SOURCES,
    Shelf,
    answered,
    dossier,
)

ASKED = (
    "when who why what how much many is has did the pilot security review crusher Marit Jonas Wes "
    "move push mark done to 24th May owns approve agreed say about deals slip ? and that it she "
    "insurance Dustex price since yesterday because not é 契約 “ 30 % next step blocking risk"
)
WORDS = st.sampled_from(ASKED.split())
QUESTIONS = st.lists(WORDS, min_size=1, max_size=9).map(" ".join) | st.text(
    st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60
)
CHAT = EmbeddedChat(WordsEmbedder())
FOUND = st.lists(st.sampled_from([CALL, MAIL, ORDERS]), unique=True)


@patient
@given(QUESTIONS, FOUND, st.sampled_from(["quarry", None]))
def test_is_answered_and_every_quoted_word_stands(
    question: str, found: list[str], deal: str | None
) -> None:
    shelf = Shelf(found=found, deal=deal)
    last = answered(list(CHAT.answer(Asked(question=question), shelf)))
    assert len(last.answer.statements) <= 7
    for statement in last.answer.statements:
        assert all(quote(one, SOURCES[one.source].turns) for one in statement.words)
        assert all(ref.deal == "quarry" for ref in statement.items)


@patient
@given(QUESTIONS)
def test_tells_nothing_of_another_deal(question: str) -> None:
    here = dossier()
    deal = PLAN.deal.model_copy(
        update={"id": "harbour", "name": "Harbour", "account": "Port of Molde"}
    )
    other = dossier(PLAN.model_copy(update={"deal": deal}))
    shelf = Shelf(deals=(here, other))
    fits: Library = shelf
    last = answered(list(CHAT.answer(Asked(question=question), fits)))
    assert {deal for deal, _ in shelf.searched} <= {"quarry"}
    if last.answer.topic in ("search", "due", "amounts", "roles", "approvals", "person"):
        told = {ref.deal for one in last.answer.statements for ref in one.items}
        assert told <= {"quarry"}


@patient
@given(QUESTIONS)
def test_gets_the_same_answer_again(question: str) -> None:
    first, second = (
        answered(list(CHAT.answer(Asked(question=question), Shelf()))) for _ in range(2)
    )
    assert first == second
