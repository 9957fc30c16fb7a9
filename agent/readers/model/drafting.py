"""The draft pass: every window is read for all that it changes."""

from collections.abc import Sequence
from functools import partial

from agent.llm.errors import UnusableAnswerError
from agent.llm.port import Usage
from agent.readers.model.answers import Drafted
from agent.readers.model.asking import Asking
from agent.readers.model.view.variables import View
from agent.readers.model.windows import Window, halves
from prompts.loader import Prompt, Rendered

Answers = tuple[tuple[Window, Drafted], ...]


class Drafting:
    """Asks for drafts, window by window.

    Args:
        asking: The model.
        prompt: What it is told.
    """

    def __init__(self, asking: Asking, prompt: Prompt) -> None:
        self._asking = asking
        self._prompt = prompt

    def rendered(self, seen: View, window: Window) -> Rendered:
        """What is sent about one window."""
        return self._prompt.render(seen.variables(window))

    def draft(self, seen: View, windows: Sequence[Window]) -> tuple[Answers, Usage]:
        """What each window changes, in order, and what asking took.

        Raises:
            LanguageModelError: A window could not be read; a part of a source is no reading.
        """
        done = self._asking.each(partial(self._one, seen), windows)
        answers = tuple(answer for part, _ in done for answer in part)
        return answers, sum((usage for _, usage in done), start=Usage())

    def _one(self, seen: View, window: Window) -> tuple[Answers, Usage]:
        """One window; one whose answer does not fit the model's limit is read in halves."""
        try:
            told = self._asking.ask(self.rendered(seen, window), seen.context, Drafted)
        except UnusableAnswerError as error:
            parts = halves(window) if error.finish == "length" else ()
            if not parts:
                raise
            done = [self._one(seen, part) for part in parts]
            answers = tuple(answer for part, _ in done for answer in part)
            return answers, sum((usage for _, usage in done), start=error.usage)
        return ((window, told.value),), told.usage
