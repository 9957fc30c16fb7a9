"""The numbers that rules, prompts and pages share, in one table."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from plan.models import Frozen
from plan.values import MilestoneKind, Stage

Days = Annotated[int, Field(ge=1)]
Euros = Annotated[int, Field(ge=0)]

STALLED_DAYS: Mapping[Stage, Days] = {
    "prospecting": 30,
    "discovery": 30,
    "evaluation": 60,
    "proposal": 30,
    "negotiation": 30,
}
"""An evaluation holds a pilot or trial, which alone takes a month; the other stages are talk."""

GATES_FROM: Mapping[MilestoneKind, Euros] = {
    "security_review": 50_000,
    "legal_review": 25_000,
    "procurement": 100_000,
    "executive_approval": 100_000,
}
"""Below the lowest, a buyer signs the seller's terms; six figures pass purchasing and the top."""


class Thresholds(Frozen):
    """Every number a rule goes by; a workspace may override them.

    Attributes:
        silent_days: A sponsor not heard for this many days is silent.
        engaged_days: Somebody heard within this many days is engaged.
        engaged_people: Fewer engaged buyers than this make a deal single-threaded.
        unowned_days: A milestone due within this many days needs an owner.
        file_bytes: The largest file that intake takes.
        drafts_tried: Drafts of one reading that are looked at; the rest are dropped unread.
        edits_warned: More edits than this in one reading are pointed out.
        edits_kept: More edits than this in one reading are dropped.
        same_words: Share of a title's words at which two titles mean the same thing.
        next_actions: How many next actions are suggested at the most.
        champion_quiet_days: A champion not heard for this many working days is quiet.
        action_late_days: An action late by more than this many working days is badly late.
        slack_days: Fewer working days than this to spare before the close or go-live are few.
        stalled_days: A deal longer than this many days in a stage, with nothing done, is
            stalled; stages that are left out never stall.
        gates_from: From which amount in euros a buyer is expected to have a gate of that kind;
            kinds that are left out are never expected.
        muted_below: A rule mutes itself if less than this share of verdicts call it useful.
        muted_verdicts: How many of the last verdicts on a rule are counted, and needed, for it.
    """

    silent_days: int = Field(default=14, ge=1)
    engaged_days: int = Field(default=30, ge=1)
    engaged_people: int = Field(default=2, ge=1)
    unowned_days: int = Field(default=21, ge=0)
    file_bytes: int = Field(default=10 * 1024 * 1024, ge=1)
    drafts_tried: int = Field(default=100, ge=1)
    edits_warned: int = Field(default=20, ge=1)
    edits_kept: int = Field(default=50, ge=1)
    same_words: float = Field(default=0.75, gt=0, le=1)
    next_actions: int = Field(default=3, ge=1)
    champion_quiet_days: int = Field(default=10, ge=1, le=500)
    action_late_days: int = Field(default=10, ge=0, le=500)
    slack_days: int = Field(default=5, ge=0, le=500)
    stalled_days: Mapping[Stage, Days] = STALLED_DAYS
    gates_from: Mapping[MilestoneKind, Euros] = GATES_FROM
    muted_below: float = Field(default=0.5, ge=0, le=1)
    muted_verdicts: int = Field(default=20, ge=1)


DEFAULTS = Thresholds()
