from datetime import date

import pytest

from agent.answers.answer import Answer, ItemRef, Statement
from agent.chat.embedded.asking import asks
from agent.chat.embedded.open_ends import leaves_open
from agent.chat.embedded.question import Asks, Question
from agent.chat.embedded.recognising import recognise
from agent.chat.embedded.spoken_of import deal_meant
from agent.chat.embedded.terms import terms
from memory.records import Message
from plan.models import Stakeholder
from tests.fakes.embedders import WordsEmbedder
from tests.unit.agent.chat.embedded.quarry import PLAN, Shelf, answered, ask, dossier, thread


def understood(text: str, before: tuple[Message, ...] = ()) -> Question:
    return recognise(text, before, dossier(), WordsEmbedder())


class TestWhatIsExpected:
    @pytest.mark.parametrize(
        ("question", "kind"),
        [
            ("who signs the contract?", "who"),
            ("and when is it due?", "when"),
            ("why did the pilot slip?", "why"),
            ("how much is it?", "amount"),
            ("how many sensors?", "count"),
            ("has marit approved it?", "whether"),
            ("is it true that she left?", "whether"),
            ("what did marit say?", "what"),
            ("how does it work?", "how"),
            ("", "what"),
        ],
    )
    def test_is_told_by_the_first_words(self, question: str, kind: Asks) -> None:
        assert asks(question) == kind


class TestPeople:
    @pytest.mark.parametrize(
        ("question", "who"),
        [
            ("What did Marit say?", ("marit",)),
            ("what did marit say?", ("marit",)),
            ("What does the plant manager want?", ("marit",)),
            ("What does that guy from security want?", ("jonas",)),
            ("What did Wes promise Jonas?", ("wes", "jonas")),
            ("What is due?", ()),
        ],
    )
    def test_are_known_by_name_title_and_trade(self, question: str, who: tuple[str, ...]) -> None:
        assert understood(question).named == who

    def test_initials_stand_for_a_title(self) -> None:
        chief = Stakeholder(id="liv", name="Liv", title="Chief Financial Officer", side="buyer")
        plan = PLAN.model_copy(update={"stakeholders": (*PLAN.stakeholders, chief)})
        asked = recognise("Did the CFO approve?", (), dossier(plan), WordsEmbedder())
        assert asked.named == ("liv",)

    def test_i_is_the_user(self) -> None:
        assert understood("What do I owe them?").about.people == ("wes",)

    @pytest.mark.parametrize(
        ("question", "side"),
        [("What do we owe them?", "seller"), ("What do they owe us?", "buyer"), ("Why?", None)],
    )
    def test_the_side_that_acts_is_named_first(self, question: str, side: str | None) -> None:
        assert understood(question).about.side == side


class TestDays:
    def test_since_and_until_are_told_apart(self) -> None:
        about = understood("What changed since 10 April and until 30 April?").about
        assert (about.since, about.until) == (date(2026, 4, 10), date(2026, 4, 30))

    def test_a_day_that_bounds_nothing_is_neither(self) -> None:
        about = understood("What happened on 10 April?").about
        assert (about.since, about.until) == (None, None)


class TestItems:
    def test_one_is_known_by_its_title(self) -> None:
        asked = understood("When is the security review due?")
        assert asked.sure
        assert asked.about.items[0] == ItemRef(deal="quarry", entity="milestone", id="security")

    def test_a_follow_up_goes_back_to_the_last_answer(self) -> None:
        item = ItemRef(deal="quarry", entity="action", id="quote")
        told = Answer(topic="due", statements=(Statement(text="It is due.", items=(item,)),))
        asked = understood("and who owns that?", thread("When is the quote due?", told))
        assert asked.about.items[0] == item
        assert "quote" in asked.text

    def test_a_question_that_stands_for_itself_goes_back_to_nothing(self) -> None:
        item = ItemRef(deal="quarry", entity="action", id="quote")
        told = Answer(topic="due", statements=(Statement(text="It is due.", items=(item,)),))
        asked = understood(
            "When does the security review end?", thread("When is the quote due?", told)
        )
        assert item not in asked.about.items

    def test_an_answer_that_was_forgotten_means_nothing(self) -> None:
        before = thread("When is the quote due?", Answer(topic="due"))
        gone = before[1].model_copy(update={"status": "forgotten", "answer": {}})
        assert understood("and who owns that?", (before[0], gone)).about.text


class TestTerms:
    def test_words_of_one_meaning_are_one_term(self) -> None:
        assert terms("Did they accept the price?") == terms("Have they agreed to the costs?")

    def test_idle_words_are_none(self) -> None:
        assert not terms("What did they say about it?")


class TestOpenEnds:
    @pytest.mark.parametrize(
        "text",
        [
            "I don't know.",
            "I’d have to ask our insurer.",
            "Let me check and get back to you.",
            "He hasn't decided.",
            "No date yet, we'll see.",
        ],
    )
    def test_they_are_heard(self, text: str) -> None:
        assert leaves_open(text)

    @pytest.mark.parametrize("text", ["He signed it on Friday.", "The price is ninety thousand."])
    def test_what_is_settled_is_none(self, text: str) -> None:
        assert not leaves_open(text)


class TestDeals:
    HARBOUR = PLAN.model_copy(
        update={
            "deal": PLAN.deal.model_copy(
                update={"id": "harbour", "name": "Harbour - cranes", "account": "Port of Molde"}
            )
        }
    )

    def shelf(self, deal: str | None) -> Shelf:
        return Shelf(deal=deal, deals=(dossier(), dossier(self.HARBOUR)))

    @pytest.mark.parametrize(
        ("question", "deal", "meant"),
        [
            ("What's blocking?", "quarry", "quarry"),
            ("Which deals slip this quarter?", "quarry", None),
            ("Which deals slip this quarter?", None, None),
            ("What's blocking Halden Stone?", None, "quarry"),
            ("When does Molde sign?", None, "harbour"),
            ("When do they sign?", None, None),
        ],
    )
    def test_one_is_meant_where_one_is_named(
        self, question: str, deal: str | None, meant: str | None
    ) -> None:
        assert deal_meant(question, self.shelf(deal)) == meant

    @pytest.mark.parametrize(
        ("question", "topic"),
        [
            ("Which deals slip this quarter?", "slipping"),
            ("Which deals have no next step?", "stepless"),
            ("What is overdue across all deals?", "overdue"),
            ("Which deals close by the end of June?", "closing"),
            ("Which deals are at risk?", "risky"),
            ("What is my pipeline worth?", "totals"),
            ("In which deals is Marit Solli involved?", "whereabouts"),
        ],
    )
    def test_questions_across_deals_have_their_own_answers(self, question: str, topic: str) -> None:
        assert answered(ask(question, self.shelf(None))).answer.topic == topic

    def test_what_cannot_be_told_across_deals_is_said(self) -> None:
        last = answered(ask("Tell me something nice.", self.shelf(None)))
        assert last.answer.unknown
        assert "Name the deal" in last.text

    def test_no_deals_are_no_error(self) -> None:
        assert answered(ask("Which deals slip?", Shelf(deal=None, deals=()))).answer.unknown
