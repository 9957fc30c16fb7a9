"""The numbers that rules, prompts and pages share, in one table."""

from pydantic import Field

from plan.models import Frozen


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


DEFAULTS = Thresholds()
