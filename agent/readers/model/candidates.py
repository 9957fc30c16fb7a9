"""What the draft pass found, of all windows, with names of their own for what is added."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from agent.ports import Quote
from agent.quotes import fold
from agent.readers.model.answers import Change, Drafted, Found, RiskFound
from agent.readers.model.edits import is_new, readdressed, values
from agent.readers.model.verbatim import Folded, quotes
from agent.readers.model.view.short_ids import ShortIds
from plan.edits import Edit
from plan.sameness import same_thing


@dataclass(frozen=True)
class Candidate:
    """A change that may become a draft.

    Attributes:
        number: `c1`, `c2` …: how the verify pass names it.
        window: The window in which it was found, from 0.
        found: What the model said.
        quotes: Its words, as they stand in the source where they do.
        added: n1, n2 … across all windows: how others name what it adds, also should that turn
            out to be there already; empty where it adds nothing.
    """

    number: str
    window: int
    found: Found
    quotes: tuple[Quote, ...]
    added: str = ""


@dataclass(frozen=True)
class RiskCandidate:
    """A risk that somebody may have said, named `r1`, `r2` …."""

    number: str
    window: int
    found: RiskFound
    quotes: tuple[Quote, ...]


def candidates(drafted: Sequence[Drafted], turns: Folded, ids: ShortIds) -> tuple[Candidate, ...]:
    """The windows' findings in their order."""
    found: list[Candidate] = []
    added = 0
    for window, answer in enumerate(drafted):
        for one in _renamed(answer.findings, added, ids):
            placed = quotes(one.quotes, turns)
            new = is_new(one.edit)
            added += new
            name = f"n{added}" if new else ""
            found.append(Candidate(f"c{len(found) + 1}", window, one, placed, name))
    return tuple(found)


def risk_candidates(drafted: Sequence[Drafted], turns: Folded) -> tuple[RiskCandidate, ...]:
    """The windows' risks in their order; what two of them found in the same words, once."""
    found: list[RiskCandidate] = []
    for window, answer in enumerate(drafted):
        for one in answer.risks:
            placed = quotes(one.quotes, turns)
            risk = RiskCandidate(f"r{len(found) + 1}", window, one, placed)
            if not any(_same_risk(risk, other) for other in found):
                found.append(risk)
    return tuple(found)


def once_each(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates without additions that an earlier window found too.

    Changes of one item are left to `plan.reconcile`, which lets later words win.
    """
    twins = _twins([one for one in found if one.added])
    return tuple(_renaming(one, twins) for one in found if one.added not in twins)


def overlap(one: Sequence[Quote], other: Sequence[Quote]) -> bool:
    """Whether two findings rest on the same words: one's words of a turn lie in the other's."""
    return any(_within(a, b) or _within(b, a) for a in one for b in other if a.turn == b.turn)


def _renamed(findings: Sequence[Found], added: int, ids: ShortIds) -> Iterator[Found]:
    """A window's findings, what they add named on from n<added + 1>."""
    new = [one for one in findings if is_new(one.edit)]
    own = {id(one): f"n{number}" for number, one in enumerate(new, start=added + 1)}
    names: dict[str, str] = {}
    for one in new:
        told = values(one.edit).id
        if told not in ids.meant:
            names.setdefault(told, own[id(one)])
    for one in findings:
        edit = readdressed(one.edit, names)
        if id(one) in own:
            edit = edit.model_copy(update={"id": own[id(one)]})
        yield one.model_copy(update={"edit": edit})


def _renaming(one: Candidate, names: Mapping[str, str]) -> Candidate:
    edit = readdressed(one.found.edit, names)
    return replace(one, found=one.found.model_copy(update={"edit": edit}))


def _twins(added: Sequence[Candidate]) -> dict[str, str]:
    """For each addition that an earlier window has as well, the earlier one's name."""
    twins: dict[str, str] = {}
    for alike in (_same_name, _same_words):
        for one in added:
            if one.added not in twins and (twin := _twin(one, added, twins, alike)):
                twins[one.added] = twin
    return twins


def _twin(
    one: Candidate,
    added: Sequence[Candidate],
    twins: Mapping[str, str],
    alike: Callable[[Candidate, Candidate], bool],
) -> str | None:
    """The name of the addition that is the same; none is the same as two of one window."""
    siblings = {twins.get(other.added) for other in added if other.window == one.window}
    earlier = (other for other in added if other.window < one.window and other.added not in twins)
    return next(
        (other.added for other in earlier if other.added not in siblings and alike(one, other)),
        None,
    )


def _same_name(one: Candidate, other: Candidate) -> bool:
    a, b = _as_edit(one.found.edit), _as_edit(other.found.edit)
    return a.entity == b.entity and same_thing(a, b)


def _same_words(one: Candidate, other: Candidate) -> bool:
    same_kind = one.found.edit.what == other.found.edit.what
    return same_kind and overlap(one.quotes, other.quotes)


def _as_edit(change: Change) -> Edit:
    of = values(change)
    return Edit(op=of.op, entity=of.entity, id=of.id, set=of.set)


def _same_risk(one: RiskCandidate, other: RiskCandidate) -> bool:
    apart = one.window != other.window
    return apart and one.found.kind == other.found.kind and overlap(one.quotes, other.quotes)


def _within(one: Quote, other: Quote) -> bool:
    words = fold(one.text)
    return bool(words) and words in fold(other.text)
