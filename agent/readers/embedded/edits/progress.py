"""Progress: items that are done, started, blocked, dropped or open again."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from agent.readers.embedded.claims import Claim, about_item
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.linking import Link
from agent.readers.embedded.material import Material
from agent.readers.embedded.words import plain
from plan.values import ActionStatus, MilestoneStatus


class Report(NamedTuple):
    """What a signal makes of a milestone and of an action, and how surely it must be about it."""

    signal: Signal
    milestone: MilestoneStatus | None
    milestone_share: float
    action: ActionStatus | None
    action_share: float


REPORTS = (
    Report(Signal.REOPENED, "in_progress", 0.3, "open", 0.2),
    Report(Signal.CANCELLED, "cancelled", 0.4, "cancelled", 0.25),
    Report(Signal.BLOCKED, "blocked", 0.3, None, 0),
    Report(Signal.STARTED, "in_progress", 0.4, None, 0),
    Report(Signal.APPROVED, "done", 0.4, "done", 0.4),
    Report(Signal.DONE, "done", 0.4, "done", 0.2),
    Report(Signal.DID, None, 0, "done", 0.3),
    Report(Signal.CAME, None, 0, "done", 0.3),
    Report(Signal.LATELY, None, 0, "done", 0.6),
    Report(Signal.UNNEEDED, None, 0, "cancelled", 0.3),
)
"""In the order in which one goes before the other where a sentence gives several."""
AHEAD = re.compile(
    r"\b(?:will|'ll|shall|going to|gonna|until|till|not yet|almost|nearly|hopefully|when|once|"
    r"as soon as|by (?:the|monday|tuesday|wednesday|thursday|friday|next|end))\b"
)
"""Words of what is still to come: nothing that will be done is done."""
ASKED = (Signal.CAME, Signal.DID, Signal.DONE)
ASKED_SHARE = 0.5
"""The share from which a question whether something is done is about an action."""
REPLY = 2
"""Sentences within which it is answered."""
YES = re.compile(
    r"\W*(?:yes|yeah|yep|yup|(?:i|we|he|she|they|it) (?:did|has|have|is|was)\b|got it|it came|"
    r"all done|done|sure did|absolutely)(?! not|n't)"
)


def read(material: Material) -> Iterator[Claim]:
    """Read each sentence that reports a state, then questions that are answered with yes."""
    for at in material.telling(*(report.signal for report in REPORTS)):
        link = material.links.best([at])
        about = link and link.item.entity != "outcome"
        if link and about and not material.has(at, Signal.RETRACT):
            yield from _reported(material, at, link)
    yield from _asked(material)


def _reported(material: Material, at: int, link: Link) -> Iterator[Claim]:
    """What the first signal of a sentence that fits makes of the item it is about."""
    report = next(one for one in REPORTS if material.has(at, one.signal))
    milestone = link.item.entity == "milestone"
    status = report.milestone if milestone else report.action
    least = report.milestone_share if milestone else report.action_share
    shut = link.item.closed and report.signal is not Signal.REOPENED
    if status and link.share >= least and not shut and not _ahead(material, at, status):
        why = f"The sentence {report.signal.value}."
        yield about_item(link, {"status": status}, (at,), why)


def _ahead(material: Material, at: int, status: str) -> bool:
    """Whether something said to be done is only to come."""
    later = any(one.day > material.today and not one.past for one in material.dates[at])
    ahead = later or AHEAD.search(plain(material.sentences[at].text))
    return status == "done" and bool(ahead)


def _asked(material: Material) -> Iterator[Claim]:
    """Actions of which somebody asks whether they are done and the other says yes."""
    for at in range(len(material.sentences)):
        asks = material.has(at, Signal.QUESTION) and material.has(at, *ASKED)
        yes = _yes(material, at) if asks and at not in material.void else None
        link = material.links.best([at], lambda item: item.entity == "action")
        if yes is not None and link and link.share >= ASKED_SHARE and not link.item.closed:
            yield about_item(link, {"status": "done"}, (at, yes), "Asked for and answered yes.")


def _yes(material: Material, at: int) -> int | None:
    """The sentence in which somebody else says yes first thing, if they do."""
    for index in material.around(at, 0, REPLY)[1:]:
        if material.speakers[index] != material.speakers[at]:
            return index if YES.match(plain(material.sentences[index].text)) else None
    return None
