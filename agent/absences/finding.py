"""Finding absences in a source: sentence by sentence, each with whom it is said of."""

from collections.abc import Iterator
from itertools import islice
from operator import itemgetter

from agent.absences.cues import (
    ANY,
    AUTOMATIC,
    AUTOMATIC_RETURN,
    AWAY,
    NOT_BACK,
    OFF,
    OTHERS,
    RETURN,
)
from agent.absences.returning import Away, Told, told
from agent.absences.whose import Whose
from agent.addressed import NOTHING_ADDRESSED, Addressed
from agent.readers.embedded.cues import Signal, signals
from agent.readers.embedded.dates.order import day_first
from agent.readers.embedded.roster import roster
from agent.readers.embedded.sentences import sentences
from agent.readers.embedded.words import plain
from plan.models import Plan
from plan.observations import Absence
from plan.sources import Evidence, Source

VOID = frozenset(
    {
        Signal.CONDITION,
        Signal.HEDGE,
        Signal.QUESTION,
        Signal.PAST,
        Signal.RETRACT,
        Signal.JOKE,
        Signal.ORDER,
    }
)
"""What a sentence does that says of nobody that they are away."""
MANY = 6
"""A sentence that says more often that people are away or back says nothing clearly."""


def absences(
    source: Source, source_id: str, plan: Plan, addressed: Addressed = NOTHING_ADDRESSED
) -> tuple[Absence, ...]:
    """Who is away by the words of a source, and until when; each person's longest absence.

    Args:
        source: The source.
        source_id: Its id, for the evidence.
        plan: Whose people may be meant, those the source adds included.
        addressed: Words that speak to the software that reads them; evidence of nothing.
    """
    people = roster(source, plan.stakeholders)
    cut = sentences(source.turns)
    first = day_first(plan.deal)
    found: dict[str, Absence] = {}
    for one in cut:
        place = Evidence(source=source_id, turn=one.turn, start=one.start, end=one.end)
        if addressed.touches(place) or not ANY.search(plain(one.text)):
            continue
        said = told(one.text, source.day, day_first=first)
        for person, away in _in(source, said, Whose(cut, one, people)):
            known = found.get(person)
            if known is None or away.until > known.until:
                found[person] = Absence(
                    person=person, until=away.until, since=away.since, evidence=(place,)
                )
    return tuple(found.values())


def _in(source: Source, said: Told, whose: Whose) -> Iterator[tuple[str, Away]]:
    """The people one sentence says are away, and how long."""
    if source.notice == "automatic_reply":
        yield from _replied(said, whose)
    elif source.notice is None and not (does := signals(said.text)) & VOID:
        elsewhere = Signal.ELSEWHERE in does
        stated = _stated(said, whose)
        # A colleague of other people is none of the deal's; whoever speaks of their own family is.
        yield from (one for one in stated if not elsewhere or one[0] == whose.speaker)


def _replied(said: Told, whose: Whose) -> Iterator[tuple[str, Away]]:
    """What an automatic reply says of its writer."""
    writer = whose.speaker
    if writer is None or whose.others() or OTHERS.search(said.said):
        return
    back = AUTOMATIC_RETURN.search(said.said)
    away = said.close_to(back.end()) if back else None
    for cue in islice(AUTOMATIC.finditer(said.said), MANY):
        away = away or said.behind(cue.end())
    if away:
        yield writer, away


def _stated(said: Told, whose: Whose) -> Iterator[tuple[str, Away]]:
    """What people say of themselves and others; "and back on" says it of whom was spoken of."""
    before: str | None = None
    for start, away in _cues(said):
        before = whose.at(start, before)
        if before and away:
            yield before, away


def _cues(said: Told) -> list[tuple[int, Away | None]]:
    """Where the sentence says that somebody is away or back, and until when."""
    away = [*AWAY.finditer(said.said), *OFF.finditer(said.said)]
    back = [*RETURN.finditer(said.said), *NOT_BACK.finditer(said.said)]
    if len(away) + len(back) > MANY:
        return []
    cues = [(cue.start(), said.behind(cue.end())) for cue in away]
    cues += [(cue.start(), said.on_day(cue.end())) for cue in back]
    return sorted(cues, key=itemgetter(0))
