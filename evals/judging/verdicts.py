"""Verdicts: what becomes of each predicted and each gold edit of one source."""

from typing import Literal

from pydantic import JsonValue

from evals.cases.gold import GoldEdit, Trap
from evals.predictions import PredictedEdit
from plan.models import Frozen

Verdict = Literal["right", "partly", "wrong", "trap", "ungrounded", "missed", "optional"]
"""right: matched, every compared field agrees. partly: matched, some field does not.
wrong: matches no gold edit. trap: rests only on words that must change nothing.
ungrounded: some of its words stand nowhere in the source. missed: a required gold edit that
nothing matched. optional: matched one that a careful reader may or may not make; not counted."""


class FieldCheck(Frozen):
    """One field of a matched edit that FORMAT.md compares.

    Attributes:
        expected: The gold value in wire form, dates ISO and numbers plain.
        given: What was predicted; None where the field was not set.
    """

    field: str
    expected: JsonValue
    given: JsonValue
    right: bool


class Judged(Frozen):
    """One edit with its verdict.

    Attributes:
        predicted: What was proposed, split edits merged; None for a miss.
        gold: What it was matched with, or what was missed.
        index: That gold edit's place in the gold file's list, from 0.
        fields: The compared fields of a matched edit.
        trap: The trap it fell into.
        faults: Those of its quotes that stand nowhere in the source.
    """

    verdict: Verdict
    predicted: PredictedEdit | None = None
    gold: GoldEdit | None = None
    index: int | None = None
    fields: tuple[FieldCheck, ...] = ()
    trap: Trap | None = None
    faults: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """Operation and entity, such as `add action`: the gold's where it has one."""
        edit = self.gold or self.predicted
        return f"{edit.op} {edit.entity}" if edit else ""
