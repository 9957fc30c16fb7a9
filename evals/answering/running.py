"""Asking the embedded chat all questions of cases, in a database that is thrown away."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from api.bootstrap import EMBEDDED, Tandem
from evals.answering.answering import answered
from evals.answering.standing import WORKSPACE
from evals.cases.sample import Case
from evals.run import AnswerRun


def answer_runs(
    tandem: Tandem, cases: Sequence[Case], done: Callable[[], None]
) -> tuple[AnswerRun, ...]:
    """Every question of the cases with the embedded chat's answer, in the order of their files.

    Args:
        tandem: The application; its own database is not touched.
        cases: The cases, each another deal.
        done: Called once a case.
    """
    with TemporaryDirectory() as folder:
        here = {"home": Path(folder), "database_url": None}
        apart = replace(tandem, settings=tandem.settings.model_copy(update=here))
        with closing(apart):
            return tuple(one for case in cases for one in _asked(apart, case, done))


def _asked(tandem: Tandem, case: Case, done: Callable[[], None]) -> tuple[AnswerRun, ...]:
    chat = tandem.chat(WORKSPACE, EMBEDDED)
    answers = answered(case, chat, tandem.store, tandem.embedder)
    done()
    asked = zip(case.questions, answers, strict=True)
    return tuple(AnswerRun(case.name, question, answer) for question, answer in asked)
