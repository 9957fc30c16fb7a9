from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from agent.answers.answer import Answer, Statement
from agent.chat.embedded import EmbeddedChat
from agent.chat.ports import Answered, Asked, Failing, Happening, Library
from agent.chat.showing import whole
from evals.answering import answered
from evals.answering.answering import UnansweredError
from evals.cases.gold import Question
from evals.cases.sample import Case
from evals.scorers.phrases import admits
from memory.sql import SqlStore
from plan.values import MilestoneStatus
from tests.fakes.embedders import WordsEmbedder
from tests.unit.evals.small import small_case

ASKED = (
    Question(question="When is the security review due?", after=1, facts=(("20 March",),)),
    Question(question="Has Tom approved it?", after=1, unknown=True),
)


class Looking:
    """A chat that answers with the words behind the deal's last event, and looks around."""

    name = "looking"

    def __init__(self, failing: str = "") -> None:
        self.failing = failing
        self.seen: list[Library] = []

    def answer(self, asked: Asked, library: Library) -> Iterator[Happening]:
        self.seen.append(library)
        if self.failing:
            yield Failing(reason=self.failing)
            return
        dossier = library.dossier(library.deal or "")
        moves = [one for one in dossier.events if one.id == "security-review"]
        last = moves[-1]
        statement = Statement(text=asked.question, words=last.evidence, events=(last.seq,))
        answer = Answer(topic="due", statements=(statement,))
        yield Answered(answer=answer, text=whole(answer, library.quoted), by=self.name)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    store = SqlStore(f"sqlite:///{tmp_path}/tandem.db")
    store.upgrade()
    yield store
    store.close()


@pytest.fixture
def case(tmp_path: Path) -> Case:
    found = small_case(tmp_path)
    return Case(found.name, found.folder, found.samples, ASKED)


def test_questions_are_asked_of_the_deal_as_the_gold_edits_leave_it(
    case: Case, store: SqlStore
) -> None:
    chat = Looking()
    first, second = answered(case, chat, store, WordsEmbedder())
    assert (first.question, second.question) == tuple(one.question for one in ASKED)
    assert [one.source for one in first.cites] == ["01-call.txt", "01-call.txt"]
    assert first.cites[0].quote == "We won't have it back until the twentieth"
    dossier = chat.seen[0].dossier("acme-wms")
    assert dossier.today == date(2026, 3, 3)
    assert dossier.user == "dan-cole"
    review = next(one for one in dossier.plan.milestones if one.id == "security-review")
    in_progress: MilestoneStatus = "in_progress"
    assert (review.due, review.status) == (date(2026, 3, 20), in_progress)
    assert "uma-berg" in {one.id for one in dossier.plan.stakeholders}
    assert dossier.engaged["lena-ortiz"] == date(2026, 3, 3)
    assert any(one.basis == "said" for one in dossier.risks)


def test_the_words_read_so_far_are_searched(case: Case, store: SqlStore) -> None:
    chat = Looking()
    answered(case, chat, store, WordsEmbedder())
    (found, *_) = chat.seen[0].search("acme-wms", "pen test late", 3)
    assert "pen test" in found.chunk.text


def test_the_embedded_chat_answers_them(case: Case, store: SqlStore) -> None:
    first, second = answered(case, EmbeddedChat(WordsEmbedder()), store, WordsEmbedder())
    assert "Friday 20 March 2026" in first.answer
    assert not first.unknown
    assert admits(second.answer)


def test_a_chat_that_gives_up_ends_the_evaluation(case: Case, store: SqlStore) -> None:
    with pytest.raises(UnansweredError, match="no model"):
        answered(case, Looking(failing="There is no model."), store, WordsEmbedder())
