"""Two people's labels exchanged throughout, as recorders do that take one voice for the other."""

from collections import Counter
from collections.abc import Sequence
from random import Random

from evals.cases.sample import Sample
from evals.judging.verdicts import Judged
from evals.run import SourceRun
from evals.variants.remaking import from_turns
from evals.variants.variant import Harm, Variant
from plan.models import Stakeholder
from plan.people import speaker_of
from plan.sources import Source

_Pair = tuple[str, str]


def _vary(sample: Sample, _random: Random) -> Sample | None:
    source, people = sample.context.source, sample.context.plan.stakeholders
    pair = exchanged(source, people)
    if pair is None:
        return None
    first, second = pair
    labels = {first: _label(source, people, second), second: _label(source, people, first)}
    return from_turns(
        sample,
        (
            turn.model_copy(update=labels.get(speaker_of(turn, people) or "", {}))
            for turn in source.turns
        ),
    )


def exchanged(source: Source, people: Sequence[Stakeholder]) -> _Pair | None:
    """The two people of the deal whose labels are exchanged; None where fewer speak in a call.

    Who speaks most, and who speaks most on another side, or at all where all are on one side.
    """
    if source.kind != "call":
        return None
    words: Counter[str] = Counter()
    for turn in source.turns:
        if speaker := speaker_of(turn, people):
            words[speaker] += len(turn.text.split())
    first, *others = [speaker for speaker, _ in words.most_common()] or [""]
    sides = {person.id: person.side for person in people}
    opposite = [other for other in others if sides[other] != sides[first]]
    second = next(iter(opposite or others), None)
    return (first, second) if second else None


def _label(source: Source, people: Sequence[Stakeholder], person: str) -> dict[str, str | None]:
    """How a person's turns are labelled, the first of them for all."""
    turn = next(turn for turn in source.turns if speaker_of(turn, people) == person)
    return {"speaker": turn.speaker, "address": turn.address}


def _harm(plain: SourceRun, varied: SourceRun) -> Harm:
    context = plain.sample.context
    pair = exchanged(context.source, context.plan.stakeholders) or ()
    owned = [
        one for one in varied.judged if one.predicted and one.predicted.set.get("owner") in pair
    ]
    return Harm(sum(_is_confident(one, set(pair)) for one in owned), len(owned))


def _is_confident(judged: Judged, pair: set[str]) -> bool:
    """Whether one of the two is named for what is the other's, and no doubt is told."""
    if judged.predicted is None or judged.predicted.warnings:
        return False
    owners = (check for check in judged.fields if check.field == "owner")
    return any({str(check.given), str(check.expected)} == pair for check in owners)


SWAPPED_SPEAKERS = Variant(
    name="swapped_speakers",
    says="Calls with the labels of two people on different sides exchanged. Right: a warning, or "
    "fewer edits; never a wrong owner with confidence.",
    vary=_vary,
    harm=_harm,
    harm_means="edits owned by one of the two that are the other's, without a warning, of all "
    "edits owned by either",
)
