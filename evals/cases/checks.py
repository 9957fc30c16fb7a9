"""Checks on gold: ids are of the deal, quotes stand in the source, values fit."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from agent.ports import Quote
from agent.quotes import fold, locate
from evals.cases.documents import Document, Place
from evals.cases.faults import Fault
from evals.cases.forcing import why_not
from evals.cases.gold import GoldEdit, Question
from evals.cases.sample import Sample
from plan.models import Plan
from plan.people import speaker_of
from plan.sources import Source
from plan.values import TrapReason

Heard = Mapping[str, tuple[str, Source]]
_UNHEARD: TrapReason = "quoted_history"


def gold_faults(sample: Sample, plan: Plan, document: Document, heard: Heard) -> Iterator[Fault]:
    """All that is wrong with a gold file beside what the plan refused.

    Args:
        sample: The sample.
        plan: The plan once its required edits are made.
        document: The gold file.
        heard: Earlier sources by number.
    """
    yield from _edits(sample, plan, document)
    yield from _traps(sample, document)
    yield from _risks(sample, plan, document, heard)
    people = {person.id for person in plan.stakeholders}
    for index, action in enumerate(sample.gold.next_best_action or ()):
        yield from _strangers(document, ("next_best_action", index, "to"), action.to, people)


def question_faults(
    questions: Sequence[Question], samples: Sequence[Sample], document: Document
) -> Iterator[Fault]:
    """All that is wrong with a case's questions."""
    sources = {sample.gold.source: sample.context.source for sample in samples}
    for index, question in enumerate(questions):
        if question.after > len(samples):
            message = f"There is no source {question.after}; the case has {len(samples)}."
            yield document.fault((index, "after"), message)
        if question.unknown == bool(question.facts):
            yield document.fault((index,), "A question has either `facts` or `unknown: true`.")
        for number, cited in enumerate(question.cites):
            place = (index, "cites", number)
            if cited.source not in sources:
                yield document.fault(place, f"There is no source {cited.source} with a gold file.")
            else:
                yield from _absent(document, place, (cited.quote,), sources[cited.source])


def _edits(sample: Sample, plan: Plan, document: Document) -> Iterator[Fault]:
    for index, edit in enumerate(sample.gold.edits):
        place = ("edits", index)
        if not edit.required and (reason := why_not(plan, edit)):
            yield document.fault(place, reason)
        yield from _absent(document, (*place, "quote"), edit.quote, sample.context.source)
        if edit.speaker:
            yield from _speaker(document, (*place, "speaker"), edit, sample, plan)


def _speaker(
    document: Document, place: Place, edit: GoldEdit, sample: Sample, plan: Plan
) -> Iterator[Fault]:
    """The speaker is somebody of the deal who says one of the quotes."""
    if plan.person(edit.speaker) is None:
        added = {other.item for other in sample.gold.edits}
        yield from _strangers(document, place, (edit.speaker or "",), added)
        return
    said = {person for quote in edit.quote for person in _said_by(quote, sample, plan)}
    if said and edit.speaker not in said:
        message = f"These are not the words of {edit.speaker} but of {', '.join(sorted(said))}."
        yield document.fault(place, message)


def _said_by(quote: str, sample: Sample, plan: Plan) -> Iterator[str]:
    """Everybody of the deal who says these words in a source."""
    for turn in sample.context.source.turns:
        if locate(Quote(text=quote), "", (turn,)):
            person = speaker_of(turn, plan.stakeholders)
            if person:
                yield person


def _traps(sample: Sample, document: Document) -> Iterator[Fault]:
    """A trap's words are in the source; those of quoted history are where nothing is evidence."""
    source = sample.context.source
    quoted = _unmarked(" ".join(source.quoted))
    for index, trap in enumerate(sample.gold.traps):
        place = ("traps", index, "quote")
        if trap.why != _UNHEARD:
            yield from _absent(document, place, trap.quote, source)
            continue
        for quote in trap.quote:
            if _unmarked(quote) not in quoted:
                message = f"The quoted history of {sample.gold.source} does not hold “{quote}”."
                yield document.fault(place, message)


def _unmarked(text: str) -> str:
    """Quoted text without the marks that mail puts before its lines."""
    return fold(text.replace(">", " "))


def _risks(sample: Sample, plan: Plan, document: Document, heard: Heard) -> Iterator[Fault]:
    people = {person.id for person in plan.stakeholders}
    milestones = {one.id for one in plan.milestones}
    here = {**heard, sample.number: (sample.context.source_id, sample.context.source)}
    for index, risk in enumerate(sample.gold.risks or ()):
        place = ("risks", index)
        yield from _strangers(document, (*place, "stakeholders"), risk.stakeholders, people)
        for milestone in set(risk.milestones) - milestones:
            message = f"There is no milestone `{milestone}` in the plan."
            yield document.fault((*place, "milestones"), message)
        number = risk.source_nn or sample.number
        if number not in here:
            message = f"There is no earlier source {number}."
            yield document.fault((*place, "source_nn"), message)
            continue
        yield from _absent(document, (*place, "quote"), risk.quote, here[number][1])


def _absent(
    document: Document, place: Place, quotes: Iterable[str], source: Source
) -> Iterator[Fault]:
    """Quotes that no turn of the source holds."""
    for quote in quotes:
        if locate(Quote(text=quote), "", source.turns) is None:
            yield document.fault(place, f"No turn of {source.filename} holds the words “{quote}”.")


def _strangers(
    document: Document, place: Place, named: Iterable[str], people: Collection[str]
) -> Iterator[Fault]:
    """People who are not of the deal."""
    for person in named:
        if person not in people:
            yield document.fault(place, f"There is no person `{person}` in the deal.")
