"""The templates of pages on runs, with what they may call."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evals.report import wording
from evals.report.answers import lacking
from evals.report.plots.bar import bar
from evals.report.plots.meter import meter

_TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """The templates; whatever they are given is escaped, and nothing may be left undefined."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    names = (
        "amount",
        "figure",
        "signed",
        "between",
        "signed_between",
        "day",
        "words_of",
        "shown",
        "duration",
        "breakable",
    )
    made.filters |= {name: getattr(wording, name) for name in names}
    made.globals |= {"counted": wording.counted, "meter": meter, "bar": bar, "lacking": lacking}
    return made
