"""The draft pass: every window is read for all that it changes."""

from collections.abc import Sequence
from functools import partial

from agent.llm.errors import UnusableAnswerError
from agent.readers.model.answers import Drafted
from agent.readers.model.asking import Asking
from agent.readers.model.view.variables import View
from agent.readers.model.windows import Window, halves
from prompts.loader import Prompt, Rendered

Answers = tuple[tuple[Window, Drafted], ...]


def draft_prompt(prompt: Prompt, seen: View, window: Window) -> Rendered:
    """What is sent about one window."""
    return prompt.render(seen.variables(window))


class Drafting:
    """Asks for drafts, window by window.

    Args:
        asking: The model.
        prompt: What it is told.
    """

    def __init__(self, asking: Asking, prompt: Prompt) -> None:
        self._asking = asking
        self._prompt = prompt

    def draft(self, seen: View, windows: Sequence[Window]) -> Answers:
        """What each window changes, in order.

        Raises:
            LanguageModelError: A window could not be read; a part of a source is no reading.
        """
        done = self._asking.each(partial(self._one, seen), windows)
        return tuple(answer for part in done for answer in part)

    def _one(self, seen: View, window: Window) -> Answers:
        """One window; one whose answer does not fit the model's limit is read in halves."""
        try:
            prompt = draft_prompt(self._prompt, seen, window)
            told = self._asking.ask(prompt, seen.context, Drafted)
        except UnusableAnswerError as error:
            parts = halves(window) if error.finish == "length" else ()
            if not parts:
                raise
            return tuple(answer for part in parts for answer in self._one(seen, part))
        return ((window, told),)
