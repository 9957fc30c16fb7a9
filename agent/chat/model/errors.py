"""What can go wrong between a question to the model's chat and its answer."""

from agent.llm.errors import LanguageModelError


class TooManyStepsError(LanguageModelError):
    """The model looked things up again and again without an answer; ask more narrowly."""
