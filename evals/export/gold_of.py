"""From what people decided on a source's proposals to its gold file.

Approved is right, with the values that were decided. Rejected is a trap. What nobody decided may
be proposed or not. Risks and next actions are a reader's own and were never judged by anybody, so
the file has no such keys, which leaves them unjudged.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, get_args

from pydantic import ValidationError

from evals.cases.forcing import why_not, with_required
from evals.cases.gold import Gold, GoldEdit, Trap
from evals.export.drafts import Draft, Verdict, drafts, quotes
from evals.export.errors import UnfitError
from evals.export.told import LeftOut
from evals.judging.overlap import overlaps
from plan.models import Plan
from plan.people import speaker_of
from plan.sameness import same_thing
from plan.sources import Source
from plan.values import TrapReason
from tools.exchange.errors import explain

# Evidence never is quoted history, whatever somebody called it.
_REASONS = frozenset(get_args(TrapReason)) - {"quoted_history"}
_NO_REASON = "not_agreed"


class Judged(NamedTuple):
    """A source's gold, and the proposals that have no place in it."""

    gold: Gold
    left_out: tuple[LeftOut, ...]


def judged(file: str, source: Source, plan: Plan, verdicts: Sequence[Verdict]) -> Judged:
    """The gold that the verdicts on a source's proposals make.

    Args:
        file: The source's file name in the case.
        source: The source.
        plan: The plan before it.
        verdicts: All its proposals, whatever became of them.
    """
    making = _Making(source, plan)
    worded = [one for one in verdicts if one.proposal.edit.evidence]
    making.leave_out(
        (one.proposal.id for one in verdicts if one not in worded),
        "It rests on no words of the source.",
    )
    making.require(drafts(_in_order(one for one in worded if one.verdict == "approve")))
    making.allow(drafts(one for one in worded if one.verdict is None))
    for verdict in _in_order(one for one in worded if one.verdict == "reject"):
        making.trap(verdict)
    return Judged(making.gold(file), tuple(making.left_out))


class _Placed(NamedTuple):
    """A gold edit and what it was made of."""

    edit: GoldEdit
    draft: Draft


@dataclass
class _Making:
    """A gold file in the making; `plan` has the required edits made once they are known."""

    source: Source
    plan: Plan
    edits: list[_Placed] = field(default_factory=list)
    traps: dict[tuple[str, ...], Trap] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    def require(self, approved: Iterable[Draft]) -> None:
        """Take what was approved, as far as the plan before the source lets it be made."""
        found = list(self._golden(approved, required=True))
        self.plan, refused = with_required(self.plan, [one.edit for one in found])
        reasons = {one.place: one.reason for one in refused}
        for place, one in enumerate(found):
            if place in reasons:
                self.leave_out(one.draft.proposals, _unfit(reasons[place]))
            else:
                self.edits.append(one)

    def allow(self, undecided: Iterable[Draft]) -> None:
        """Take what nobody decided where it can be made beside what was approved."""
        required = [one.draft for one in self.edits]
        for one in self._golden(undecided, required=False):
            reason = why_not(self.plan, one.edit)
            if any(_same(one.draft, other) for other in required):
                self.leave_out(one.draft.proposals, "A change of the same thing was approved.")
            elif reason:
                self.leave_out(one.draft.proposals, _unfit(reason))
            else:
                self.edits.append(one)

    def trap(self, rejected: Verdict) -> None:
        """Take words that were rejected, unless some of them carry another change as well.

        An edit that rests on those too is just wrong: it falls into no trap (FORMAT.md).
        """
        proposal, decision = rejected.proposal, rejected.decision
        words = quotes(proposal.edit.evidence, self.source.turns)
        if any(overlaps(words, one.edit.quote) for one in self.edits):
            self.leave_out([proposal.id], "Its words carry another change, so they are no trap.")
            return
        typed = decision.reason if decision else ""
        why = "_".join(typed.casefold().replace("-", " ").replace("_", " ").split())
        content = {"quote": words, "why": why if why in _REASONS else _NO_REASON, "note": typed}
        try:
            self.traps.setdefault(words, Trap.model_validate(content))
        except ValidationError as error:
            self.leave_out([proposal.id], explain(error))

    def gold(self, file: str) -> Gold:
        """The gold, its edits in the order of their words."""
        self.edits.sort(key=lambda one: [(at.turn, at.start) for at in one.draft.edit.evidence])
        return Gold(
            source=file,
            date=self.source.day,
            edits=tuple(self._spoken(one) for one in self.edits),
            traps=tuple(self.traps.values()),
        )

    def leave_out(self, proposals: Iterable[str], reason: str) -> None:
        """Note that proposals are in no case."""
        self.left_out += [LeftOut(proposal, reason) for proposal in proposals]

    def _golden(self, found: Iterable[Draft], *, required: bool) -> Iterator[_Placed]:
        for draft in found:
            try:
                edit = draft.gold(self.plan, self.source.turns, required=required)
            except UnfitError as error:
                self.leave_out(draft.proposals, str(error))
            else:
                yield _Placed(edit, draft)

    def _spoken(self, one: _Placed) -> GoldEdit:
        """The edit with the first of the deal's people whose words it rests on."""
        turns = (self.source.turns[at.turn - 1] for at in one.draft.edit.evidence)
        said = (speaker_of(turn, self.plan.stakeholders) for turn in turns)
        return one.edit.model_copy(update={"speaker": next(filter(None, said), None)})


def _in_order(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Verdicts as they were given, the last of one thing having the last word."""
    return sorted(verdicts, key=lambda one: one.decision.number if one.decision else 0)


def _same(one: Draft, other: Draft) -> bool:
    mine, theirs = one.edit, other.edit
    if mine.entity != theirs.entity:
        return False
    return mine.id == theirs.id or (mine.op == theirs.op == "add" and same_thing(mine, theirs))


def _unfit(reason: str) -> str:
    return f"It does not fit the plan before the source: {reason}"
