"""The deal itself: price, close date and stage that words may settle."""

import re
from collections.abc import Iterator

from agent.readers.embedded.amounts import amounts, currency
from agent.readers.embedded.candidates.candidate import (
    CONFIDENCE,
    Candidate,
    evidence,
    groups,
    heard,
)
from agent.readers.embedded.candidates.moves import days_near
from agent.readers.embedded.claims import about_deal
from agent.readers.embedded.dates import due
from agent.readers.embedded.material import Material
from agent.readers.embedded.numerals import plain_value
from agent.readers.embedded.tagging.tags import Tag
from agent.readers.embedded.words import plain
from plan.values import Stage

CLOSED = frozenset({"closed_won", "closed_lost"})
STAGES: tuple[tuple[re.Pattern[str], Stage], ...] = (
    (
        re.compile(
            r"\b(?:lost|went with|gone with|not going ahead|not going forward|chosen? (?!you)"
            r"|signed with|no longer|decided against|other (?:vendor|supplier))\b"
        ),
        "closed_lost",
    ),
    (
        re.compile(
            r"\b(?:sign\w*|countersign\w*|ink\w*|order|po|won|executed|contract|award\w*|"
            r"both copies|done deal)\b"
        ),
        "closed_won",
    ),
    (re.compile(r"\b(?:negotiat\w*|redlin\w*|commercials?|haggl\w*|preferred)\b"), "negotiation"),
    (re.compile(r"\b(?:propos\w*|quote|quotation|offer)\b"), "proposal"),
    (re.compile(r"\b(?:evaluat\w*|shortlist\w*|short list|pilot|trial|test\w*)\b"), "evaluation"),
)
"""Words that name a stage, the more telling ones first."""


def read(material: Material) -> Iterator[Candidate]:
    """What may change the deal while it is open."""
    if material.context.plan.deal.stage not in CLOSED:
        yield from _amounts(material)
        yield from _closes(material)
        yield from _stages(material)


def _amounts(material: Material) -> Iterator[Candidate]:
    deal = material.context.plan.deal
    for at in heard(material, Tag.AMOUNT):
        words = evidence(material, Tag.AMOUNT, at)
        code = currency(material.sentences[at].text)
        for one in amounts(material.sentences[at].text, deal):
            dated = any(one.start < day.end and day.start < one.end for day in material.dates[at])
            if not dated and one.value != deal.amount:
                more = {"currency": code} if code and code != deal.currency else {}
                values = {"amount": plain_value(one.value), **more}
                claim = about_deal(
                    values, words, CONFIDENCE, f"A price of {one.value:,} is settled."
                )
                yield Candidate(claim, Tag.AMOUNT)


def _closes(material: Material) -> Iterator[Candidate]:
    now = material.context.plan.deal.close_date
    for group in groups(material, Tag.CLOSE):
        for at in days_near(material, group):
            mention = due(material.mentions(at, now))
            if mention and mention.day != now:
                values = {"close_date": mention.day.isoformat()}
                claim = about_deal(values, tuple(sorted({*group, at})), CONFIDENCE, mention.how)
                yield Candidate(claim, Tag.CLOSE)


def _stages(material: Material) -> Iterator[Candidate]:
    now = material.context.plan.deal.stage
    for at in heard(material, Tag.STAGE):
        said = plain(" ".join(material.sentences[k].text for k in material.around(at, 1, 0)))
        found = [stage for cue, stage in STAGES if cue.search(said) and stage != now]
        for rank, stage in enumerate(found[:2]):
            words = evidence(material, Tag.STAGE, at, 1)
            why = f"The deal is said to be {stage.replace('_', ' ')}."
            yield Candidate(
                about_deal({"stage": stage}, words, CONFIDENCE, why), Tag.STAGE, rank=rank
            )
