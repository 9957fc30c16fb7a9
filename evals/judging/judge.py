"""Judging one source: every predicted and every gold edit gets its verdict."""

from collections.abc import Mapping, Sequence

from agent.ports import Quote
from agent.quotes import locate
from evals.cases.gold import Gold, Trap
from evals.cases.sample import Sample
from evals.judging.agreement import People, field_checks
from evals.judging.matching import match_edits
from evals.judging.merging import merged
from evals.judging.overlap import overlaps
from evals.judging.verdicts import FieldCheck, Judged, Verdict
from evals.predictions import PredictedEdit, Prediction
from plan.sources import Source


def judge(sample: Sample, prediction: Prediction) -> tuple[Judged, ...]:
    """The verdicts on a prediction's edits, then the required gold edits it missed.

    The way FORMAT.md matches: split edits are merged; what rests on words that the source does
    not hold, or only on traps, is wrong; the rest is matched one to one.
    """
    edits = merged(prediction.edits)
    gold = sample.gold
    refused = {
        key: found
        for key, edit in enumerate(edits)
        if (found := _refused(edit, gold, sample.context.source))
    }
    standing = {key: edit for key, edit in enumerate(edits) if key not in refused}
    pairs = match_edits(standing, gold.edits)
    people = _people(sample, edits, pairs)
    judged = [
        refused[key] if key in refused else _verdict(edit, pairs.get(key), gold, people)
        for key, edit in enumerate(edits)
    ]
    return (*judged, *_missed(gold, pairs))


def _refused(edit: PredictedEdit, gold: Gold, source: Source) -> Judged | None:
    """The verdict on an edit whose words do not hold; None where they do."""
    faults = tuple(quote for quote in edit.quotes if not _stands(quote, source))
    trap = _trap(edit, gold)
    if faults or not edit.quotes:
        return Judged(verdict="ungrounded", predicted=edit, trap=trap, faults=faults)
    return Judged(verdict="trap", predicted=edit, trap=trap) if trap else None


def _stands(quote: str, source: Source) -> bool:
    return locate(Quote(text=quote), "", source.turns) is not None


def _trap(edit: PredictedEdit, gold: Gold) -> Trap | None:
    """The first trap, where every quote overlaps one and none overlaps the words of a gold edit."""
    found = [
        next((trap for trap in gold.traps if overlaps((quote,), trap.quote)), None)
        for quote in edit.quotes
    ]
    if not found or None in found:
        return None
    if any(overlaps(edit.quotes, expected.quote) for expected in gold.edits):
        return None
    return found[0]


def _verdict(edit: PredictedEdit, index: int | None, gold: Gold, people: People) -> Judged:
    if index is None:
        return Judged(verdict="wrong", predicted=edit)
    expected = gold.edits[index]
    checks = tuple(field_checks(edit, expected, people))
    return Judged(
        verdict=_agreement(checks) if expected.required else "optional",
        predicted=edit,
        gold=expected,
        index=index,
        fields=checks,
    )


def _agreement(checks: Sequence[FieldCheck]) -> Verdict:
    return "right" if all(check.right for check in checks) else "partly"


def _missed(gold: Gold, pairs: Mapping[int, int]) -> list[Judged]:
    met = set(pairs.values())
    return [
        Judged(verdict="missed", gold=edit, index=index)
        for index, edit in enumerate(gold.edits)
        if edit.required and index not in met
    ]


def _people(
    sample: Sample, edits: Sequence[PredictedEdit], pairs: Mapping[int, int]
) -> dict[str, str]:
    """Ids by which people may be called: by name, and new ones also by the prediction's own id."""
    people = {one.name.casefold(): one.id for one in sample.context.plan.stakeholders}
    for expected in sample.gold.edits:
        if (expected.op, expected.entity) == ("add", "stakeholder"):
            people[str(expected.set.get("name")).casefold()] = expected.item
    for key, index in pairs.items():
        expected, edit = sample.gold.edits[index], edits[key]
        if (expected.op, expected.entity) == ("add", "stakeholder") and edit.id:
            people[edit.id.casefold()] = expected.item
    return people
