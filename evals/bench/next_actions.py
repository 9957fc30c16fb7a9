"""How often the first next action is right: given the right plan and risks, and given a reader's.

Run as `python -m evals.bench.next_actions [FOLDER …]`; without folders, the golden deals. What
is right is what `first_is_right` says. Each wrong one is listed with its intents, which is for
tuning on the dev deals.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from agent.next import Scene, ranked
from agent.ports import Quote
from agent.quotes import locate
from api.bootstrap import EMBEDDED
from api.cli.session import session
from evals.cases.forcing import as_edit, with_required
from evals.cases.gold import GoldAction, GoldEdit, GoldRisk
from evals.cases.loading import load_all
from evals.cases.sample import Case, Sample
from evals.datasets import GOLDEN
from evals.predictions import PredictedAction
from evals.scorers.next_action import first_is_right
from plan.observations import NextAction, Risk
from plan.people import speakers
from plan.readings import Finding
from plan.risks import derived_risks
from plan.risks.situation import NOBODY
from plan.sources import Evidence


def main(folders: Sequence[str]) -> None:
    """Measure, and print one line a figure and a wrong action."""
    cases = load_all([Path(one) for one in folders] or [GOLDEN])
    days = {case.name: days_of(case) for case in cases}
    samples = [one for case in cases for one in case.samples if one.gold.next_best_action]
    with session(EMBEDDED) as now:
        graph = now.tandem.graph(EMBEDDED)[0]
        own = [graph.run(sample.context).next_actions for sample in samples]
    given = [ranked(as_it_should_be(sample, days[sample.case])) for sample in samples]
    for title, found in (("given the gold's plan and risks", given), ("as read", own)):
        lines = list(_wrong(zip(samples, found, strict=True)))
        right = len(samples) - len(lines)
        sys.stdout.write(f"{title}: {right} of {len(samples)} right\n{''.join(lines)}")


def days_of(case: Case) -> dict[str, date]:
    """The days of a case's sources, by number."""
    return {one.number: one.gold.date for one in case.samples}


def as_it_should_be(sample: Sample, days: Mapping[str, date] = NOBODY) -> Scene:
    """The deal after a source as its gold file has it: the plan, what is new, the open risks.

    Args:
        sample: The source with its gold.
        days: The days of the case's sources by number: since when a risk said earlier is known.
    """
    context, gold = sample.context, sample.gold
    source = context.source
    plan, _ = with_required(context.plan, gold.edits)
    there = {person.id for person in context.plan.stakeholders}
    new = (person.id for person in plan.stakeholders if person.id not in there)
    engaged = dict.fromkeys(speakers(source, plan.stakeholders), source.day)
    known = {**dict.fromkeys(new, source.day), **context.known}
    heard = {**context.engaged, **engaged}
    derived = derived_risks(plan, heard, source.day, known)
    return Scene(
        plan=plan,
        on=source.day,
        risks=(*_said(sample, gold.risks or (), days), *derived),
        source=context.source_id,
        turns=source.turns,
        findings=tuple(_finding(sample, one) for one in gold.edits if one.required),
        engaged=heard,
        known=known,
    )


def _said(sample: Sample, risks: Iterable[GoldRisk], days: Mapping[str, date]) -> Iterator[Risk]:
    """Risks that somebody put into words; those of this source with the place of the words."""
    for risk in risks:
        here = risk.source_nn in {None, sample.number}
        if risk.quote:
            yield Risk(
                kind=risk.kind,
                severity=risk.severity or "medium",
                stakeholders=risk.stakeholders,
                milestones=risk.milestones,
                evidence=_evidence(sample, risk.quote) if here else (),
                basis="said",
                since=sample.gold.date if here else days.get(risk.source_nn or ""),
            )


def _finding(sample: Sample, gold: GoldEdit) -> Finding:
    edit = as_edit(gold).model_copy(update={"evidence": _evidence(sample, gold.quote)})
    known = sample.context.plan.find(edit.entity, edit.id)
    there = known.model_dump(mode="json") if known else {}
    return Finding(edit=edit, before={name: there.get(name) for name in edit.set if name in there})


def _evidence(sample: Sample, quotes: Iterable[str]) -> tuple[Evidence, ...]:
    context = sample.context
    found = (locate(Quote(text=one), context.source_id, context.source.turns) for one in quotes)
    return tuple(place for place in found if place)


def _wrong(found: Iterable[tuple[Sample, Sequence[NextAction]]]) -> Iterator[str]:
    for sample, actions in found:
        gold = sample.gold.next_best_action
        told = [PredictedAction(intent=one.intent, to=one.to) for one in actions]
        if not first_is_right(told, gold):
            first = _named(told[0]) if told else "nothing"
            yield f"  {sample.key}: {first}, not {', '.join(map(_named, gold or ()))}\n"


def _named(action: PredictedAction | GoldAction) -> str:
    return f"{action.intent} {' '.join(action.to)}"


if __name__ == "__main__":
    main(sys.argv[1:])
