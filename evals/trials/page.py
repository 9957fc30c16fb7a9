"""The page on a trial, for people, that needs no network."""

from evals.report.environment import environment
from evals.trials.trial import Trial


def page(trial: Trial) -> str:
    """The whole page, which links to the versions' own reports beside it.

    Everything that comes from sources, gold files and models is escaped.
    """
    return environment().get_template("trial.html").render(trial=trial)
