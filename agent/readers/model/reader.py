"""The model reader: two passes over one source, draft and verify."""

from types import MappingProxyType

from agent.errors import ReadingFailedError
from agent.llm.counted import Counted
from agent.llm.errors import LanguageModelError
from agent.llm.port import LanguageModel
from agent.llm.shapes import shape_of
from agent.ports import Context, Drafts
from agent.readers.model.answers import Drafted
from agent.readers.model.asking import Asking, as_reading_error
from agent.readers.model.drafting import Drafting, draft_prompt
from agent.readers.model.drafts import drafts, said_risk
from agent.readers.model.judging import standing
from agent.readers.model.room import room
from agent.readers.model.sifting import sift
from agent.readers.model.verifying import Verifying, batches
from agent.readers.model.view.variables import View, view
from agent.readers.model.windows import Window, windows
from prompts.loader import Rendered, Versions, load


class ModelReader:
    """Reads with a language model, which drafts and then checks its drafts.

    It has no tools, and sees one source and one deal. Nothing that it answers is trusted:
    grounding checks every word, id and value.

    Args:
        model: The model.
        parallel: The most calls to it at once for one source.
        versions: Versions of the prompts `read` and `verify`; the active ones without.

    Raises:
        PromptError: There is no such version, or its file is not in the form.
    """

    def __init__(
        self,
        model: LanguageModel,
        parallel: int,
        versions: Versions = MappingProxyType({}),
    ) -> None:
        read, verify = (load(name, versions.get(name)) for name in ("read", "verify"))
        self.name = f"model:{model.name}"
        self.prompt = f"{read.id} {verify.id}"
        self._model = model
        self._parallel = parallel
        self._read, self._verify = read, verify

    def read(self, context: Context) -> Drafts:
        """Draft edits and said risks; automatic replies and calendar notices say nothing.

        Raises:
            ReaderUnavailableError: The model cannot answer now.
            ReadingFailedError: It will not, or what it answers cannot be used.
        """
        if not _has_words(context):
            return Drafts()
        counted = Counted(self._model)
        asking = Asking(counted, self._parallel)
        try:
            found = self._drafts(asking, view(context))
        except LanguageModelError as error:
            raise as_reading_error(error, counted.usage) from error
        return found.model_copy(update={"usage": counted.usage})

    def prompts(self, context: Context) -> tuple[Rendered, ...]:
        """Exactly what the draft pass would send about a source; the checks depend on its answers.

        Raises:
            ReadingFailedError: The model is too small for this deal.
        """
        if not _has_words(context):
            return ()
        seen = view(context)
        return tuple(draft_prompt(self._read, seen, window) for window in self._windows(seen))

    def _windows(self, seen: View) -> tuple[Window, ...]:
        """The source's turns, in one window where they fit."""
        bare = draft_prompt(self._read, seen, ())
        tokens = room(self._model, bare, shape_of(Drafted))
        if tokens is None:
            raise ReadingFailedError(
                f"{self._model.name} takes {self._model.window} tokens, too few for the rules of "
                "reading and this deal's plan; use a model with a larger window."
            )
        return windows(seen.context.source.turns, tokens)

    def _drafts(self, asking: Asking, seen: View) -> Drafts:
        """What the model drafts of a source, and what stands of it at its second look."""
        answers = Drafting(asking, self._read).draft(seen, self._windows(seen))
        context, ids = seen.context, seen.ids
        sifted = sift([answer for _, answer in answers], context, ids)
        windows_read = [window for window, _ in answers]
        # Nothing is asked where nothing was found.
        to_check = batches(windows_read, sifted.candidates, sifted.risks)
        checked = Verifying(asking, self._verify).check(seen, to_check)
        stands = standing(sifted, checked)
        return Drafts(
            edits=drafts(stands.candidates, context, ids),
            risks=tuple(said_risk(one, ids) for one in stands.risks),
            drops=(*sifted.refused, *stands.refused),
            addressed=sifted.addressed,
        )


def _has_words(context: Context) -> bool:
    """Whether somebody said anything: nobody writes an automatic reply or a calendar notice."""
    return bool(context.source.turns) and context.source.notice is None
