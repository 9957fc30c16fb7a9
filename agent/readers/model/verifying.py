"""The verify pass: every candidate gets a second look, beside the whole list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from agent.llm.errors import UnusableAnswerError
from agent.readers.model.answers import Checked
from agent.readers.model.asking import Asking
from agent.readers.model.candidate_lines import brief, whole
from agent.readers.model.candidates import Candidate, RiskCandidate
from agent.readers.model.limits import LIMITS
from agent.readers.model.view.variables import View
from agent.readers.model.windows import Window
from prompts.loader import Prompt, Rendered


@dataclass(frozen=True)
class Batch:
    """What is checked in one call: candidates and risks of one window.

    Attributes:
        window: Its turns.
        candidates: The candidates to check.
        risks: The risks to check.
        others: All other candidates of the source.
    """

    window: Window
    candidates: tuple[Candidate, ...]
    risks: tuple[RiskCandidate, ...]
    others: tuple[Candidate, ...]

    def halves(self) -> tuple["Batch", ...]:
        """The batch in two; none where nothing is left to share out."""
        middle, between = (len(self.candidates) + 1) // 2, (len(self.risks) + 1) // 2
        first, second = self.candidates[:middle], self.candidates[middle:]
        if not second and not self.risks[between:]:
            return ()
        return (
            replace(self, candidates=first, risks=self.risks[:between], others=self._beside(first)),
            replace(
                self, candidates=second, risks=self.risks[between:], others=self._beside(second)
            ),
        )

    def _beside(self, kept: Sequence[Candidate]) -> tuple[Candidate, ...]:
        return (*self.others, *(one for one in self.candidates if one not in kept))


class Verifying:
    """Asks for verdicts, batch by batch.

    Args:
        asking: The model.
        prompt: What it is told.
    """

    def __init__(self, asking: Asking, prompt: Prompt) -> None:
        self._asking = asking
        self._prompt = prompt

    def rendered(self, seen: View, batch: Batch) -> Rendered:
        """What is sent about one batch."""
        told = {
            "candidates": whole(batch.candidates, batch.risks, seen.context, seen.ids),
            "others": brief(batch.others),
        }
        return self._prompt.render(seen.variables(batch.window, **told))

    def check(self, seen: View, batches: Sequence[Batch]) -> Checked:
        """All verdicts.

        Raises:
            LanguageModelError: A batch could not be checked; what nobody checked is no reading.
        """
        return _together(self._asking.each(partial(self._one, seen), batches))

    def _one(self, seen: View, batch: Batch) -> Checked:
        """One batch, of whose verdicts only those on what it was shown count."""
        try:
            told = self._asking.ask(self.rendered(seen, batch), seen.context, Checked)
        except UnusableAnswerError as error:
            parts = batch.halves() if error.finish == "length" else ()
            if not parts:
                raise
            return _together(self._one(seen, part) for part in parts)
        return _own(told, batch)


def batches(
    windows: Sequence[Window],
    candidates: Sequence[Candidate],
    risks: Sequence[RiskCandidate],
) -> tuple[Batch, ...]:
    """The windows with what was found in each, no more at once than can be weighed with care."""
    return tuple(
        batch
        for number, window in enumerate(windows)
        for batch in _of_window(
            window,
            [one for one in candidates if one.window == number],
            [one for one in risks if one.window == number],
            candidates,
        )
    )


def _of_window(
    window: Window,
    candidates: Sequence[Candidate],
    risks: Sequence[RiskCandidate],
    every: Sequence[Candidate],
) -> Iterator[Batch]:
    size = LIMITS.checked_at_once
    for start in range(0, max(len(candidates), len(risks)), size):
        these = tuple(candidates[start : start + size])
        others = tuple(one for one in every if one not in these)
        yield Batch(window, these, tuple(risks[start : start + size]), others)


def _own(checked: Checked, batch: Batch) -> Checked:
    numbers = {one.number for one in batch.candidates} | {one.number for one in batch.risks}
    return Checked(
        candidates=[one for one in checked.candidates if one.candidate.strip() in numbers],
        risks=[one for one in checked.risks if one.risk.strip() in numbers],
    )


def _together(parts: Iterable[Checked]) -> Checked:
    answers = tuple(parts)
    return Checked(
        candidates=[one for part in answers for one in part.candidates],
        risks=[one for part in answers for one in part.risks],
    )
