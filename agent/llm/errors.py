"""What can go wrong between a question and a usable answer.

Every error carries the usage of the attempts that led to it, because a provider may bill
those too. No error holds a key or the words that were sent.
"""

from agent.errors import AgentError
from agent.llm.port import Finish
from plan.usage import Usage


class LanguageModelError(AgentError):
    """A language model gave no usable answer; `usage` tells what trying took."""

    def __init__(self, message: str, usage: Usage | None = None) -> None:
        super().__init__(message)
        self.usage = usage or Usage()


class BusyError(LanguageModelError):
    """The provider cannot answer now (its limit, an outage, the network); ask again later.

    `retry_after` is after how many seconds the provider says it may be asked again, if it does.
    """

    def __init__(
        self, message: str, usage: Usage | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(message, usage)
        self.retry_after = retry_after


class CircuitOpenError(LanguageModelError):
    """The provider failed many times in a row and is not asked for a while; try again later."""


class RejectedError(LanguageModelError):
    """The provider will not take the request, now or later; the message says what to mend."""


class ModelSettingError(RejectedError):
    """The model named in TANDEM_MODEL cannot be used as things are set; the message says why."""


class ShapeUnsupportedError(LanguageModelError):
    """The provider does not take an answer's shape in the mode asked for; ask in another mode."""


class OverBudgetError(LanguageModelError):
    """The workspace has used its tokens for today; wait until tomorrow or raise the limit."""


class UnusableAnswerError(LanguageModelError):
    """The model answered and the answer cannot be used; ask again, or use another model.

    `finish` is why the answer ended: one that was cut off may fit when less is asked at once.
    """

    def __init__(self, message: str, usage: Usage | None = None, finish: Finish = "stop") -> None:
        super().__init__(message, usage)
        self.finish = finish
