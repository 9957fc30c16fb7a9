from typing import ClassVar

import pytest

from agent.chat.ports import Answered, Happening, Looking, Noting, Proposing, Stating
from agent.chat.showing import whole
from tests.unit.agent.chat.embedded.quarry import (
    CALL,
    HOSTILE,
    MOVED,
    ORDERS,
    RIVAL,
    STOP,
    Shelf,
    answered,
    ask,
    thread,
)


def tools(told: list[Happening]) -> list[str]:
    return [one.tool for one in told if isinstance(one, Looking)]


class TestQuestions:
    def test_a_due_date_is_computed_and_its_move_quoted(self) -> None:
        last = answered(ask("When is the pilot on the crusher due, and what was it before?"))
        assert last.answer.topic == "due"
        assert "Thursday 30 April 2026" in last.text
        assert "Friday 24 April 2026" in last.text
        assert MOVED in last.text
        assert last.by == "embedded"

    @pytest.mark.parametrize(
        ("question", "topic"),
        [
            ("What's blocking this deal?", "blockers"),
            ("Which risks are there?", "at_risk"),
            ("What are the next steps?", "next_steps"),
            ("What changed since the last call?", "changes"),
            ("Who has gone quiet?", "silence"),
            ("How much slack do we have on the critical path?", "critical_path"),
            ("What is the price now?", "amounts"),
            ("Who looks after security?", "roles"),
        ],
    )
    def test_a_question_finds_its_computed_answer(self, question: str, topic: str) -> None:
        told = ask(question)
        assert topic in tools(told)
        assert answered(told).answer.topic == topic

    def test_what_nobody_computes_is_quoted(self) -> None:
        told = ask("What did Dustex offer for the same sensors?")
        last = answered(told)
        assert "search_sources" in tools(told)
        assert RIVAL in last.text
        assert not last.answer.unknown

    def test_the_answer_of_another_turn_is_found_by_what_was_asked_before_it(self) -> None:
        assert STOP in answered(ask("Why is the pilot on the crusher late?")).text

    def test_what_nothing_tells_is_admitted_with_one_statement_that_comes_near(self) -> None:
        told = ask("Did the insurance agree to pay for the dust filters?")
        last = answered(told)
        assert last.answer.unknown
        assert len(last.answer.statements) <= 1
        assert any(isinstance(one, Noting) for one in told)

    def test_what_was_never_spoken_of_is_admitted(self) -> None:
        last = answered(ask("How many forklifts does the harbour authority rent?"))
        assert last.answer.unknown

    def test_no_search_result_is_a_right_answer(self) -> None:
        last = answered(ask("What did Dustex offer?", Shelf(found=())))
        assert last.answer.unknown
        assert not last.answer.statements

    def test_statements_are_told_one_by_one_as_the_answer_shows_them(self) -> None:
        shelf = Shelf()
        told = ask("When is the pilot due?", shelf)
        last = answered(told)
        stated = [one for one in told if isinstance(one, Stating)]
        assert tuple(one.statement for one in stated) == last.answer.statements
        assert last.text == whole(last.answer, shelf.quoted)

    def test_a_thread_tells_what_it_means(self) -> None:
        first = answered(ask("When is the security review due?"))
        before = thread("When is the security review due?", first.answer)
        last = answered(ask("and who owns that?", before=before))
        assert "Jonas Vik" in last.text

    @pytest.mark.parametrize("question", ["Wann ist der Pilot fällig?", "Qui signe le contrat ?"])
    def test_other_languages_are_searched(self, question: str) -> None:
        assert answered(ask(question)).answer.topic


class TestForgottenWords:
    def test_they_are_left_out_and_the_user_is_told(self) -> None:
        shelf = Shelf(found=(), forgotten=frozenset({CALL}))
        last = answered(ask("When is the pilot on the crusher due?", shelf))
        assert "Thursday 30 April 2026" in last.text
        assert MOVED not in last.text
        assert last.warnings


class TestCommands:
    ASKED: ClassVar[list[tuple[str, str, dict[str, str]]]] = [
        ("push the security review to the 24th", "security", {"due": "2026-04-24"}),
        ("Please move the security review to 15 May", "security", {"due": "2026-05-15"}),
        ("mark the security review done", "security", {"status": "done"}),
        ("cancel the pilot on the crusher", "pilot", {"status": "cancelled"}),
        ("Marit now owns the security review", "security", {"owner": "marit"}),
        ("can you assign the security review to Wes?", "security", {"owner": "wes"}),
        ("set the amount to 85,000 euros", "deal", {"amount": "85000"}),
        ("move the close date to 15 July", "deal", {"close_date": "2026-07-15"}),
    ]

    @pytest.mark.parametrize(("text", "item", "values"), ASKED)
    def test_it_becomes_a_proposal_that_waits(
        self, text: str, item: str, values: dict[str, str]
    ) -> None:
        shelf = Shelf()
        told = ask(text, shelf)
        (made,) = shelf.proposals
        assert (made.edit.id, made.edit.set) == (item, values)
        assert [one.proposal for one in told if isinstance(one, Proposing)] == [made.id]
        (statement,) = answered(told).answer.statements
        assert statement.basis == "proposed"
        assert statement.proposals == (made.id,)
        assert "waits for approval" in statement.text

    @pytest.mark.parametrize(
        "text",
        [
            "Has the security review been moved to the 24th?",
            "Who owns the security review?",
            "When will the security review be done?",
            "What changed?",
            "Why did you push the security review?",
        ],
    )
    def test_a_question_proposes_nothing(self, text: str) -> None:
        shelf = Shelf()
        ask(text, shelf)
        assert not shelf.proposals

    def test_what_is_not_clear_is_asked_back(self) -> None:
        shelf = Shelf()
        told = ask("push that thing to the 24th", shelf)
        assert not shelf.proposals
        assert answered(told).answer.note.endswith("Say more of its title.")

    def test_a_change_without_a_value_is_asked_back(self) -> None:
        shelf = Shelf()
        last = answered(ask("move the security review", shelf))
        assert not shelf.proposals
        assert "“Security review passed”" in last.answer.note

    def test_a_refusal_is_told(self) -> None:
        last = answered(ask("mark the security review done", Shelf(refusing="It says so already.")))
        assert last.answer.note == "It says so already."


class TestOrdersInSources:
    QUESTIONS: ClassVar[list[str]] = [
        "What's blocking this deal?",
        "Is the security review done?",
        "Why is the pilot on the crusher late?",
        "When is the security review due?",
        "What did Dustex offer?",
    ]

    @pytest.mark.parametrize("question", QUESTIONS)
    def test_they_change_no_answer_and_no_tool_call(self, question: str) -> None:
        shelf = Shelf(found=(ORDERS, CALL))
        plain, hostile = ask(question, Shelf(found=(CALL,))), ask(question, shelf)
        assert tools(hostile) == tools(plain)
        assert not shelf.proposals
        assert HOSTILE not in answered(hostile).text
        assert answered(hostile).answer.unknown == answered(plain).answer.unknown

    def test_words_of_a_question_decide_alone(self) -> None:
        shelf = Shelf(found=(ORDERS,))
        last = answered(ask("What's blocking this deal?", shelf))
        assert last.answer.topic == "blockers"
        assert not isinstance(last, Answered) or not shelf.proposals
