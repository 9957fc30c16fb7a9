"""A model that is never asked: what would be sent can be shown before any model is set."""

from agent.llm.errors import ModelSettingError
from agent.llm.port import WINDOW, Answer, Ask


class Unasked:
    """Fits `LanguageModel`, and answers nothing.

    Args:
        window: How many tokens the model would take in.
    """

    name = "none:none"

    def __init__(self, window: int = WINDOW) -> None:
        self.window = window

    def ask(self, ask: Ask) -> Answer:
        """Never.

        Raises:
            ModelSettingError: Always.
        """
        raise ModelSettingError(f"No model is set to answer {ask.prompt}; set TANDEM_MODEL.")
