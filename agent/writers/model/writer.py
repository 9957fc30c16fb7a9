"""The writer that asks a language model, and takes the template where its words do not hold."""

from collections.abc import Sequence
from functools import partial

from pydantic import BaseModel

from agent.llm.counted import Counted
from agent.llm.errors import LanguageModelError
from agent.llm.port import Ask, LanguageModel
from agent.llm.side_by_side import each
from agent.llm.structured import ask_for
from agent.ports import Context, Drafted, Writer
from agent.writers.model.brief import Brief, brief
from agent.writers.model.checks import Fault, faults
from agent.writers.model.folding import clean
from agent.writers.model.limits import LIMITS
from agent.writers.model.tongue import language
from agent.writers.model.view import variables
from plan.observations import NextAction
from plan.usage import Usage
from prompts.loader import load

TRIES = 2
"""How often the model may word one draft: once, and once more when it is told its faults."""


class Wording(BaseModel):
    """What the model answers."""

    text: str


class ModelWriter:
    """Words a next action by a model; by the template where it cannot be asked or says too much.

    Args:
        model: Whom to ask.
        fallback: Who writes instead. It is never silent: see `Drafted.by` and `Drafted.warnings`.
        parallel: How many drafts are worded at the same time.
    """

    def __init__(self, model: LanguageModel, fallback: Writer, parallel: int = 1) -> None:
        self.name = f"model:{model.name}"
        self.prompt = load("write").id
        self._model = model
        self._fallback = fallback
        self._parallel = parallel

    def draft(self, action: NextAction, context: Context) -> Drafted:
        """The text to send or do, who worded it and what that took; its subject is a template's.

        `context.plan` must be the approved plan: what it holds may be told and promised. No
        failure of the model is raised, since a next action must not fail a reading.
        """
        about = brief(action, context)
        template = self._fallback.draft(action, context)
        model = Counted(self._model)
        try:
            text, found = self._worded(model, about, context)
        except LanguageModelError as error:
            reason = f"the model could not word it: {str(error)[: LIMITS.told_error]}"
            return _by_template(template, about, reason, model.usage)
        if found:
            told = "; ".join(dict.fromkeys(one.what for one in found))
            reason = f"the model's words were refused {TRIES} times, the last time because {told}."
            return _by_template(template, about, reason, model.usage)
        return Drafted(
            text=text,
            subject=template.subject,
            by=self.name,
            prompt=self.prompt,
            warnings=_other_language(text, about),
            usage=model.usage,
        )

    def drafts(self, actions: Sequence[NextAction], context: Context) -> list[Drafted]:
        """The text of each, in their order; one that falls back leaves the others alone."""
        return each(partial(self.draft, context=context), actions, self._parallel)

    def _worded(
        self, model: LanguageModel, about: Brief, context: Context
    ) -> tuple[str, Sequence[Fault]]:
        """The model's last words, and what is wrong with them, if anything."""
        text = ""
        found: Sequence[Fault] = ()
        for _ in range(TRIES):
            text = clean(ask_for(model, _ask(about, context, text, found), Wording).value.text)
            found = faults(text, about)
            if not found:
                break
        return text, found


def _by_template(template: Drafted, about: Brief, reason: str, usage: Usage) -> Drafted:
    told = f"The template wrote this, because {reason}"
    warnings = (told, *_other_language(template.text, about))
    return template.model_copy(update={"warnings": warnings, "usage": usage})


def _ask(about: Brief, context: Context, earlier: str, found: Sequence[Fault]) -> Ask:
    rendered = load("write").render(variables(about, context.workspace, earlier, found))
    return Ask(
        workspace=context.workspace,
        source=context.source_id,
        prompt=rendered.id,
        system=rendered.system,
        user=rendered.user,
    )


def _other_language(text: str, about: Brief) -> tuple[str, ...]:
    spoken = language(text)
    if about.language is None or spoken in {None, about.language}:
        return ()
    return (f"It is in {spoken}, while the thread is in {about.language}.",)
