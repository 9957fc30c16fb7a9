"""Steps: milestones that somebody may want in the plan."""

from collections.abc import Iterator
from itertools import product

from pydantic import JsonValue

from agent.readers.embedded.agreements import Agreement
from agent.readers.embedded.candidates.candidate import CONFIDENCE, Candidate, evidence, groups
from agent.readers.embedded.candidates.moves import days_near
from agent.readers.embedded.candidates.takers import takers
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.dates import due
from agent.readers.embedded.linking.kinds import kinds_in
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag
from agent.readers.embedded.wording import title
from agent.readers.embedded.words import plain
from plan.values import MilestoneKind

KINDS = 2
"""Kinds that a milestone may be of, the likeliest first."""


def read(material: Material) -> Iterator[Candidate]:
    """A milestone for every day near words that ask to have one, by kind and who runs it."""
    for group in groups(material, Tag.STEP):
        best = max(group, key=lambda at: material.tag(at, Tag.STEP))
        for said in days_near(material, group):
            mention = due(material.mentions(said, material.last_day(said)))
            if mention and mention.day >= material.today:
                words = tuple(sorted({*evidence(material, Tag.STEP, best), said}))
                yield from _steps(material, Agreement(words, said, best, None, mention), best)


def _steps(material: Material, agreement: Agreement, best: int) -> Iterator[Candidate]:
    pairs = product(takers(material, agreement, Tag.STEP), _kinds(material, agreement, best))
    for rank, (who, kind) in enumerate(pairs):
        values: dict[str, JsonValue] = {
            "title": title(material.worded(best)),
            "kind": kind,
            "owner": who,
            "due": agreement.day.isoformat(),
        }
        why = f"Somebody asks to have it in the plan. {agreement.mention.how}"
        key = f"step-{best}-{agreement.said}"
        words = agreement.evidence
        claim = Claim("add", "milestone", key, values, words, CONFIDENCE, why)
        yield Candidate(claim, Tag.STEP, rank=rank, core=tuple({best, agreement.said}))


def _kinds(material: Material, agreement: Agreement, best: int) -> list[MilestoneKind]:
    """What the surest words name, then what the others do; "other" where they name nothing."""
    texts = [material.sentences[at].text for at in (best, *agreement.evidence)]
    found = [kind for text in texts for kind in sorted(kinds_in(plain(text)))]
    return (list(dict.fromkeys(found)) or ["other"])[:KINDS]
