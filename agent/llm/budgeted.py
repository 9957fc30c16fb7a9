"""A budget of tokens for a workspace and day, and the record of what was spent."""

from collections.abc import Callable
from datetime import date, datetime

from agent.llm.errors import LanguageModelError, OverBudgetError
from agent.llm.port import Answer, Ask, LanguageModel
from agent.llm.prices import Prices
from memory.base import Store
from plan.usage import Usage


class Budgeted:
    """Fits `LanguageModel`: asks another while the workspace has tokens left today.

    What was spent is counted after each answer, so asks that run at the same time may together
    go over the limit by what they take. Days are UTC.

    Args:
        model: Whom to ask.
        store: Where spending is recorded.
        now: The clock, UTC.
        prices: What models cost; money is told with what each answer took, and recorded. Tokens
            without a price are told and recorded without.
        limit: Tokens sent and answered that a workspace has for a day; None for no limit.
    """

    def __init__(
        self,
        model: LanguageModel,
        store: Store,
        now: Callable[[], datetime],
        prices: Prices,
        limit: int | None,
    ) -> None:
        self.name = model.name
        self._model = model
        self._store = store
        self._now = now
        self._price = prices.of(model.name)
        self._limit = limit

    @property
    def window(self) -> int:
        """The model's."""
        return self._model.window

    def ask(self, ask: Ask) -> Answer:
        """The answer, its tokens priced and recorded; those of an error likewise.

        Raises:
            OverBudgetError: The workspace has used its tokens for today; nothing was asked.
            LanguageModelError: The model gave no answer.
        """
        self._refuse_over(ask.workspace)
        try:
            answer = self._model.ask(ask)
        except LanguageModelError as error:
            error.usage = self._recorded(ask.workspace, error.usage)
            raise
        usage = self._recorded(ask.workspace, answer.usage)
        return answer.model_copy(update={"usage": usage})

    def _refuse_over(self, workspace: str) -> None:
        if self._limit is None:
            return
        with self._store.read(workspace) as unit:
            spent = unit.spending.on(self._today())
        used = spent.tokens_in + spent.tokens_out
        if used >= self._limit:
            raise OverBudgetError(
                f"The workspace `{workspace}` has used {used:,} of its {self._limit:,} tokens for "
                "today. It may go on at midnight UTC, or with a higher TANDEM_DAILY_TOKENS."
            )

    def _recorded(self, workspace: str, usage: Usage) -> Usage:
        """The usage with what its tokens cost, which is written down."""
        sent, answered = usage.tokens_in, usage.tokens_out
        if not sent and not answered:
            return usage
        money = self._price.of(sent, answered) if self._price else None
        with self._store.write(workspace) as unit:
            unit.spending.add(self._today(), self.name, sent, answered, money)
        return usage.model_copy(update={"money": money})

    def _today(self) -> date:
        return self._now().date()
