"""The model reader: two passes over one source, draft and verify."""

from agent.errors import ReadingFailedError
from agent.llm.errors import LanguageModelError
from agent.llm.port import LanguageModel, Usage
from agent.llm.shapes import shape_of
from agent.ports import Context, Drafts
from agent.readers.model.answers import Drafted
from agent.readers.model.asking import Asking, as_reading_error
from agent.readers.model.drafting import Answers, Drafting
from agent.readers.model.drafts import drafts, said_risk
from agent.readers.model.judging import standing
from agent.readers.model.room import room
from agent.readers.model.sifting import sift
from agent.readers.model.verifying import Verifying, batches
from agent.readers.model.view.variables import View, view
from agent.readers.model.windows import Window, windows
from prompts.loader import Rendered, load


class ModelReader:
    """Reads with a language model, which drafts and then checks its drafts.

    It has no tools, and sees one source and one deal. Nothing that it answers is trusted:
    grounding checks every word, id and value.

    Args:
        model: The model.
        parallel: The most calls to it at once, for all sources together.
    """

    def __init__(self, model: LanguageModel, parallel: int) -> None:
        asking = Asking(model, parallel)
        read, verify = load("read"), load("verify")
        self.name = f"model:{model.name}"
        self.prompt = f"{read.id} {verify.id}"
        self._model = model
        self._drafting = Drafting(asking, read)
        self._verifying = Verifying(asking, verify)

    def read(self, context: Context) -> Drafts:
        """Draft edits and said risks; automatic replies and calendar notices say nothing.

        Raises:
            ReaderUnavailableError: The model cannot answer now.
            ReadingFailedError: It will not, or what it answers cannot be used.
        """
        if not _has_words(context):
            return Drafts()
        seen = view(context)
        try:
            answers, drafting = self._drafting.draft(seen, self._windows(seen))
            return self._checked(seen, answers, drafting)
        except LanguageModelError as error:
            raise as_reading_error(error) from error

    def prompts(self, context: Context) -> tuple[Rendered, ...]:
        """Exactly what the draft pass would send about a source; the checks depend on its answers.

        Raises:
            ReadingFailedError: The model is too small for this deal.
        """
        if not _has_words(context):
            return ()
        seen = view(context)
        return tuple(self._drafting.rendered(seen, window) for window in self._windows(seen))

    def _windows(self, seen: View) -> tuple[Window, ...]:
        """The source's turns, in one window where they fit."""
        bare = self._drafting.rendered(seen, ())
        tokens = room(self._model, bare, shape_of(Drafted))
        if tokens is None:
            raise ReadingFailedError(
                f"{self._model.name} takes {self._model.window} tokens, too few for the rules of "
                "reading and this deal's plan; use a model with a larger window."
            )
        return windows(seen.context.source.turns, tokens)

    def _checked(self, seen: View, answers: Answers, drafting: Usage) -> Drafts:
        """What stands of the answers once the model has looked at them again."""
        context, ids = seen.context, seen.ids
        sifted = sift([answer for _, answer in answers], context, ids)
        windows_read = [window for window, _ in answers]
        # Nothing is asked where nothing was found.
        to_check = batches(windows_read, sifted.candidates, sifted.risks)
        checked, checking = self._verifying.check(seen, to_check)
        stands = standing(sifted, checked)
        used = drafting + checking
        return Drafts(
            edits=drafts(stands.candidates, context, ids),
            risks=tuple(said_risk(one, ids) for one in stands.risks),
            drops=(*sifted.refused, *stands.refused),
            addressed=sifted.addressed,
            tokens_in=used.tokens_in,
            tokens_out=used.tokens_out,
            attempts=used.attempts,
        )


def _has_words(context: Context) -> bool:
    """Whether somebody said anything: nobody writes an automatic reply or a calendar notice."""
    return bool(context.source.turns) and context.source.notice is None
