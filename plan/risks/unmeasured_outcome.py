"""A deal is about to be signed, and nobody could tell whether it succeeds."""

from collections.abc import Iterator

from plan.observations import Risk
from plan.risks.situation import Situation
from plan.risks.wording import listed, quoted
from plan.values import Stage

WHERE: dict[Stage, str] = {
    "proposal": "in proposal",
    "negotiation": "in negotiation",
    "closed_won": "won",
}
"""The stages in which outcomes must be measurable, as the sentence names them."""


def unmeasured_outcome(situation: Situation) -> Iterator[Risk]:
    """One risk for each outcome without a baseline or a target, from stage proposal on.

    Medium without a target, low where only the baseline is not known. A lost deal has none.
    """
    if situation.plan.deal.stage not in WHERE:
        return
    for one in situation.plan.outcomes:
        numbers = {"baseline": one.baseline, "target": one.target}
        missing = [f"no {name}" for name, number in numbers.items() if number is None]
        if missing:
            yield Risk(
                kind="unmeasured_outcome",
                severity="medium" if one.target is None else "low",
                outcomes=(one.id,),
                why=(
                    f"The outcome {quoted(one.metric)} has {listed(missing)}, "
                    f"and the deal is {WHERE[situation.plan.deal.stage]}."
                ),
            )
