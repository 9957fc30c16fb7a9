"""What a verdict does to its candidate: it stays, is put right, or goes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agent.readers.model.answers import Checked, RiskVerdict, Verdict
from agent.readers.model.answers.checked import Sure
from agent.readers.model.candidates import Candidate, RiskCandidate
from agent.readers.model.limits import LIMITS
from agent.readers.model.narrowing import narrow
from agent.readers.model.sifting import Sifted, refusal
from agent.readers.model.view.fence import one_line
from plan.readings import Drop

CONFIDENCE: Mapping[Sure, float] = {"high": 0.9, "medium": 0.7, "low": 0.4}
"""How likely a draft is approved as it is, by the verify pass. Rough until measured."""
_STRICTEST = ("refuse", "correct", "confirm")

UNCHECKED = "The model gave no verdict on this when it checked its drafts."
UNSURE = "The model is not sure of this."
OTHERWISE = "The model wanted to make something else of this when it checked it."


@dataclass(frozen=True)
class Judged:
    """A candidate that stands, as it stands.

    Attributes:
        candidate: It, with the values put right.
        check: What the verify pass says of it.
        confidence: Its figure; None where it gave none.
        warnings: What a person should know.
    """

    candidate: Candidate
    check: str = ""
    confidence: float | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standing:
    """What stands after both passes, and what was refused in the second."""

    candidates: tuple[Judged, ...]
    risks: tuple[RiskCandidate, ...]
    refused: tuple[Drop, ...]


def standing(sifted: Sifted, checked: Checked) -> Standing:
    """Let every verdict take effect on what it is about, and on nothing else."""
    verdicts = [judged(one, checked) for one in sifted.candidates]
    risks = [risk_stands(one, checked.risks) for one in sifted.risks]
    return Standing(
        tuple(one for one in verdicts if isinstance(one, Judged)),
        tuple(one for one in risks if isinstance(one, RiskCandidate)),
        tuple(one for one in (*verdicts, *risks) if isinstance(one, Drop)),
    )


def judged(candidate: Candidate, checked: Checked) -> Judged | Drop:
    """What becomes of a candidate; where verdicts differ, the strictest holds."""
    verdicts = [one for one in checked.candidates if one.candidate.strip() == candidate.number]
    if not verdicts:
        return Judged(candidate, warnings=(UNCHECKED,))
    verdict = min(verdicts, key=lambda one: _STRICTEST.index(one.verdict))
    if verdict.verdict == "refuse":
        return refusal("verify", f"Refused ({verdict.reason}): {_told(verdict)}", candidate)
    unsure = (UNSURE,) if verdict.sure == "low" else ()
    stands = Judged(candidate, _told(verdict), CONFIDENCE[verdict.sure], unsure)
    if verdict.verdict == "confirm" or verdict.correction is None:
        return stands
    narrowed = narrow(candidate.found.edit, verdict.correction)
    if narrowed is None:
        return replace(stands, warnings=(*unsure, OTHERWISE))
    found = candidate.found.model_copy(update={"edit": narrowed})
    return replace(stands, candidate=replace(candidate, found=found))


def risk_stands(risk: RiskCandidate, verdicts: Sequence[RiskVerdict]) -> RiskCandidate | Drop:
    """The risk with the severity it was given last, or why it goes."""
    own = [one for one in verdicts if one.risk.strip() == risk.number]
    refused = next((one for one in own if one.verdict == "refuse"), None)
    if refused:
        reason = f"Refused ({refused.reason}): {one_line(refused.check)[: LIMITS.told]}"
        return refusal("verify", reason, risk)
    if not own:
        return risk
    found = risk.found.model_copy(update={"severity": own[-1].severity})
    return replace(risk, found=found)


def _told(verdict: Verdict) -> str:
    return one_line(verdict.check)[: LIMITS.told]
