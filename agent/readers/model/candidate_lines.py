"""Candidates as the verify pass is shown them."""

import json
from collections.abc import Sequence

from pydantic import BaseModel

from agent.ports import Context, Quote
from agent.quotes import fold, locate
from agent.readers.model.candidates import Candidate, RiskCandidate
from agent.readers.model.dates import disagreement
from agent.readers.model.edits import values
from agent.readers.model.limits import LIMITS
from agent.readers.model.view.earlier import NONE
from agent.readers.model.view.fence import one_line
from agent.readers.model.view.short_ids import ShortIds
from plan.fields import current


def whole(
    candidates: Sequence[Candidate],
    risks: Sequence[RiskCandidate],
    context: Context,
    ids: ShortIds,
) -> str:
    """Everything about the candidates and risks of one check."""
    blocks = [
        *(_candidate(one, context, ids) for one in candidates),
        *(_risk(one) for one in risks),
    ]
    return "\n".join(blocks) or NONE


def brief(candidates: Sequence[Candidate]) -> str:
    """The others in a line each."""
    return "\n".join(f"{one.number} {_edit(one.found.edit)}" for one in candidates) or NONE


def _candidate(one: Candidate, context: Context, ids: ShortIds) -> str:
    found = one.found
    who = f"{found.who_commits or 'nobody named'} commits"
    accepted = f", {found.who_accepted} accepts" if found.who_accepted else ""
    dated = f"; the date is “{found.date_words}”" if found.date_words else ""
    notes = (f"  note: {note}" for note in _notes(one, context, ids))
    return "\n".join(
        (
            f"{one.number} {_edit(found.edit)}",
            f"  {_told(f'{found.basis}; {who}{accepted}{dated}. {found.why}')}",
            f"  words: {_words(one.quotes)}",
            *notes,
        )
    )


def _risk(one: RiskCandidate) -> str:
    found = one.found
    about = " ".join((*found.milestones, *found.people))
    return "\n".join(
        (
            f"{one.number} {found.kind}, {found.severity} {_told(about)}".rstrip(),
            f"  {_told(found.why)}",
            f"  words: {_words(one.quotes)}",
        )
    )


def _notes(one: Candidate, context: Context, ids: ShortIds) -> list[str]:
    """What a program can see: dates, words that are not there, and what is known already."""
    source, of = context.source, values(one.found.edit)
    lost = [q for q in one.quotes if locate(q, context.source_id, source.turns) is None]
    was = current(ids.plan, of.entity, ids.full(of.entity, of.id)) if of.op == "update" else None
    known = was is not None and all(was.get(field) == value for field, value in of.set.items())
    notes = (
        disagreement(one.found, context, ids),
        "some of its words are not in the source." if lost else "",
        "the plan says so already." if known else "",
    )
    return [note for note in notes if note]


def _edit(change: BaseModel) -> str:
    told = {k: v for k, v in change.model_dump(mode="json").items() if v not in (None, [])}
    return json.dumps(told, ensure_ascii=False)[: LIMITS.told]


def _words(quotes: Sequence[Quote]) -> str:
    return " ".join(f"[{one.turn}] “{_told(fold(one.text))}”" for one in quotes)


def _told(text: str) -> str:
    return one_line(text)[: LIMITS.told]
