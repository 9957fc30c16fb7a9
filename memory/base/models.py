"""Ports of what language models answered and what they took."""

from datetime import date
from decimal import Decimal
from typing import Protocol

from memory.records import KeptAnswer, Spent


class Answers(Protocol):
    """What models answered, so that no question is paid for twice; forgotten with its source."""

    def get(self, key: str) -> KeptAnswer | None:
        """The answer to that question, or None where none is kept."""

    def keep(self, answer: KeptAnswer) -> None:
        """Keep an answer; where one of its key is kept already, the first stays."""

    def forget(self, source: str) -> int:
        """Delete all answers that rest on a source's words; returns how many."""


class Spending(Protocol):
    """What asking models took, added up by day and model."""

    def add(
        self, day: date, model: str, tokens_in: int, tokens_out: int, money: Decimal | None
    ) -> None:
        """Add to what a model took on a day (UTC). What others add meanwhile is added too.

        Args:
            day: The day on which it was asked.
            model: Its name, `<provider>:<name>`.
            tokens_in: Tokens sent.
            tokens_out: Tokens answered.
            money: What they cost, in US dollars; None where that is not known.

        Raises:
            ValueError: Tokens or money are below zero.
        """

    def on(self, day: date) -> Spent:
        """What all models together took on a day."""
