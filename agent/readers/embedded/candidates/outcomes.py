"""Outcomes: figures that words may tell of a success metric."""

from collections.abc import Iterator
from decimal import Decimal

from agent.readers.embedded.candidates.candidate import Candidate, evidence, heard
from agent.readers.embedded.claims import about_item
from agent.readers.embedded.edits.outcomes import PATTERNS, Field, fitting
from agent.readers.embedded.material import Material
from agent.readers.embedded.numerals import numerals, plain_value
from agent.readers.embedded.tagging.tags import Tag
from agent.readers.embedded.words import plain
from plan.models import Outcome

FIGURES = 3
"""Figures of a sentence at most."""


def read(material: Material) -> Iterator[Candidate]:
    """Every figure that can be a metric's, as the value that the words tell."""
    for at in heard(material, Tag.OUTCOME):
        words = evidence(material, Tag.OUTCOME, at, 1)
        links = material.links.ranked(words, lambda item: item.entity == "outcome", 1)
        for link in links:
            outcome = material.context.plan.find("outcome", link.item.id)
            if isinstance(outcome, Outcome):
                for value in _figures(material, at, outcome):
                    for rank, field in enumerate(_fields(material, at)):
                        why = f"A figure said of “{outcome.metric}”, taken for its {field}."
                        claim = about_item(link, {field: plain_value(value)}, words, why)
                        yield Candidate(claim, Tag.OUTCOME, link.share, link.margin, rank)


def _figures(material: Material, at: int, outcome: Outcome) -> list[Decimal]:
    known = [value for value in (outcome.baseline, outcome.target, outcome.actual) if value]
    dates = material.dates[at]
    found = (
        fitting(one, known)
        for one in numerals(material.sentences[at].text)
        if not any(one.start < date.end and date.start < one.end for date in dates)
    )
    return [value for value in dict.fromkeys(found) if value is not None and value not in known][
        :FIGURES
    ]


def _fields(material: Material, at: int) -> list[Field]:
    """The values that the words may tell, the likeliest first."""
    said = plain(material.sentences[at].text)
    told = [field for field, cue in PATTERNS.items() if cue.search(said)]
    return (told or ["actual"])[:2]
