"""Explaining: why a candidate is proposed, in sentences for people."""

from dataclasses import replace

from agent.readers.embedded.candidates.candidate import Candidate
from agent.readers.embedded.candidates.features import best
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.material import Material


def explained(material: Material, one: Candidate, likely: float) -> Claim:
    """The candidate's claim: what was heard, by what it was worked out, and how surely right."""
    top = best(material, one)
    heard = f"It {one.tag.value} (heard with {material.tag(top, one.tag):.0%})."
    right = f"Of candidates like it {likely:.0%} are right."
    why = " ".join(part for part in (heard, one.claim.why, right) if part)
    return replace(one.claim, confidence=likely, why=why)
