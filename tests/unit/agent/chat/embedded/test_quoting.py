from datetime import date

import pytest

from agent.chat.embedded.meanings import meanings
from agent.chat.embedded.quoting import quoting, spans
from agent.chat.embedded.sentences import Said
from plan.sources import Evidence
from tests.unit.agent.chat.embedded.quarry import CALL, PLAN


def said(text: str, turn: int = 1, start: int = 0) -> Said:
    return Said(
        evidence=Evidence(source=CALL, turn=turn, start=start, end=start + len(text)),
        text=text,
        speaker="marit",
        label="Marit Solli",
        day=date(2026, 4, 14),
        rank=0,
        commanding=False,
    )


class TestMeanings:
    @pytest.mark.parametrize(
        ("text", "meant"),
        [
            ("It ends on the thirtieth.", ("Thursday 30 April 2026",)),
            ("Make it eighty-five thousand.", ("EUR 85,000",)),
            ("It is 85,000 euros.", ()),
            ("The dust is grey.", ()),
        ],
    )
    def test_spoken_days_and_amounts_are_put_as_the_plan_does(
        self, text: str, meant: tuple[str, ...]
    ) -> None:
        assert meanings(said(text), PLAN.deal) == meant


class TestSpans:
    def test_neighbours_of_one_turn_are_one(self) -> None:
        every = (said("One.", start=0), said("Two.", start=5), said("Three.", turn=2))
        (first, second) = spans(every, [2, 1, 0])
        assert first.at == (2,)
        assert second.at == (0, 1)
        assert (second.words.start, second.words.end) == (0, 9)


class TestQuoting:
    def test_it_tells_who_said_it_where_and_when(self) -> None:
        one = said("It ends on the thirtieth.")
        statement = quoting([one], "call", PLAN, one.evidence)
        assert statement.text == (
            "Marit Solli (Plant Manager) said on the call of Tuesday 14 April 2026, "
            "about Thursday 30 April 2026:"
        )
        assert statement.basis == "said"
        assert statement.words == (one.evidence,)
