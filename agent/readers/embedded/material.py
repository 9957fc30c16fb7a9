"""The reading material: one source against one plan, with everything worked out once, frozen."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from agent.ports import Context, Quote
from agent.readers.embedded.cues import Signal, signals
from agent.readers.embedded.dates import DateMention, find_dates
from agent.readers.embedded.dates.order import day_first
from agent.readers.embedded.items import items
from agent.readers.embedded.linking import Heard, Links, links
from agent.readers.embedded.linking.features import Rows, compare
from agent.readers.embedded.newcomers import Newcomer, newcomers
from agent.readers.embedded.numerals import numerals
from agent.readers.embedded.roster import Roster, people_of, roster
from agent.readers.embedded.sentences import Sentence, sentences
from agent.readers.embedded.tagging.cues import Noted, cue_rows
from agent.readers.embedded.tagging.tagger import Spoken, Tagger, label
from agent.readers.embedded.tagging.tags import TAGS, Tag
from memory.base import Embedder

VOID = frozenset(
    {
        Signal.CONDITION,
        Signal.HEDGE,
        Signal.PAST,
        Signal.ELSEWHERE,
        Signal.JOKE,
        Signal.ORDER,
    }
)
"""What takes a sentence's effect away, whatever else it says."""
LASTING = frozenset({Signal.PAST, Signal.ELSEWHERE, Signal.ORDER})
"""What also takes the effect of what the same turn goes on to say."""
TELLING = frozenset(
    {
        Signal.DONE,
        Signal.DID,
        Signal.CAME,
        Signal.LATELY,
        Signal.APPROVED,
        Signal.STARTED,
        Signal.BLOCKED,
        Signal.CANCELLED,
        Signal.UNNEEDED,
        Signal.REOPENED,
        Signal.HANDOVER,
        Signal.TAKEOVER,
        Signal.RETRACT,
    }
)
"""Signals of a sentence that by itself changes an item of the plan."""
AROUND_A_DAY = frozenset({Signal.COMMIT, Signal.DELIVER, Signal.REQUEST, Signal.NEED, Signal.OFFER})
"""Signals of a sentence that helps to tell what a day near it is for."""
ASKING = (Signal.REQUEST, Signal.NEED, Signal.QUESTION)
TALK = 6
"""Sentences for which what was just spoken of, a day or a question, stays in the air."""
COLUMNS = {tag: column for column, tag in enumerate(TAGS)}
HEARD, FAINT = 0.12, 0.05
"""The likelihood of a tag from which a sentence is compared with the plan, and from which it is
where rules want it."""
COUNTS = (1, 2, 3)
"""Numbers that in words count things more often than they measure."""


@dataclass(frozen=True)
class Material:
    """What the kinds of edits read.

    Attributes:
        context: The source and the plan.
        sentences: All of the source's, in order.
        signals: For each sentence, what it does, reports and takes away.
        dates: For each sentence, the days it speaks of.
        speakers: For each sentence, who says it; None where nobody is known.
        newcomers: People the source introduces.
        roster: Who is who, newcomers included.
        links: Which items sentences are about.
        void: Indexes of sentences that by the rules must change nothing.
        tags: For each sentence, the likelihood of each tag, shape (sentences, tags).
    """

    context: Context
    sentences: tuple[Sentence, ...]
    signals: tuple[frozenset[Signal], ...]
    dates: tuple[tuple[DateMention, ...], ...]
    speakers: tuple[str | None, ...]
    newcomers: tuple[Newcomer, ...]
    roster: Roster
    links: Links
    void: frozenset[int]
    tags: Rows

    @property
    def spoken(self) -> bool:
        """Whether this is a call or a chat, in which the others can answer."""
        return self.context.source.kind != "email"

    @property
    def today(self) -> date:
        """The source's own day."""
        return self.context.source.day

    def has(self, at: int, *wanted: Signal) -> bool:
        """Whether a sentence gives any of these signals."""
        return not self.signals[at].isdisjoint(wanted)

    def telling(self, *wanted: Signal) -> Iterator[int]:
        """Indexes of the sentences that give any of these signals and mean it."""
        for at in range(len(self.sentences)):
            if self.has(at, *wanted) and at not in self.void and not self.has(at, Signal.QUESTION):
                yield at

    def around(self, at: int, before: int, after: int) -> range:
        """Indexes of the sentences around one, itself included."""
        return range(max(0, at - before), min(len(self.sentences), at + after + 1))

    def tag(self, at: int, tag: Tag) -> float:
        """The likelihood that a sentence bears a tag."""
        return float(self.tags[at, COLUMNS[tag]])

    def quotes(self, at: Collection[int]) -> tuple[Quote, ...]:
        """The words of some sentences, each with its turn."""
        picked = (self.sentences[index] for index in sorted(set(at)))
        return tuple(Quote(text=one.text, turn=one.turn) for one in picked)

    def worded(self, at: int) -> list[tuple[str, tuple[DateMention, ...]]]:
        """A sentence with its dates, then what was asked before it: what it may be about."""
        asked = (k for k in self.around(at, TALK, 0)[-2::-1] if self.has(k, *ASKING))
        return [(self.sentences[k].text, self.dates[k]) for k in (at, *asked)]

    def mentions(self, at: int, about: date | None) -> tuple[DateMention, ...]:
        """The dates of a sentence, worked out near the day that is being spoken of."""
        text, first = self.sentences[at].text, day_first(self.context.plan.deal)
        return find_dates(text, self.today, day_first=first, about=about)

    def last_day(self, at: int) -> date | None:
        """The day spoken of last before a sentence, while it is still in the air."""
        before = range(at - 1, max(-1, at - TALK), -1)
        return next((mention.day for k in before for mention in self.dates[k][::-1]), None)


def material(context: Context, embedder: Embedder, tagger: Tagger) -> Material:
    """Work out everything that the kinds of edits read, stage by stage."""
    source, plan = context.source, context.plan
    written = source.kind == "email"
    cut = sentences(source.turns)
    given = tuple(signals(one.text) for one in cut)
    first = day_first(context.plan.deal)
    dates = tuple(find_dates(one.text, source.day, day_first=first) for one in cut)
    unheeded = _unheeded(context, cut)
    void = _void(cut, given) | unheeded
    new = newcomers(context, cut, given, void)
    people = roster(source, people_of(context), (one.member for one in new))
    heard = [_heard(one, people, said) for one, said in zip(cut, dates, strict=True)]
    speakers = tuple(one.speaker for one in heard)
    about = items(context)
    compared = compare(heard, about, written=written)
    noted = Noted(heard, given, dates, compared, about, people, new)
    cues = cue_rows(noted, written=written)
    labels = tuple(_label(people, who) for who in speakers)
    told = tuple(replace(one, text="") if one.index in unheeded else one for one in cut)
    tags = tagger.tags(Spoken(told, labels, cues))
    tags[sorted(unheeded)] = 0
    ruled = _wanted(cut, given, dates, figures=bool(plan.outcomes)) - void
    wanted = (ruled & _tagged(tags, FAINT)) | _tagged(tags, HEARD)
    found = links(heard, about, compared, wanted, embedder)
    return Material(context, cut, given, dates, speakers, new, people, found, void, tags)


def _unheeded(context: Context, cut: Sequence[Sentence]) -> frozenset[int]:
    """Sentences that speak to the software that reads them: evidence of nothing."""
    places = context.unheeded
    return frozenset(
        one.index
        for one in cut
        for turn, start, end in places
        if turn == one.turn and start < one.end and one.start < end
    )


def _label(people: Roster, who: str | None) -> str:
    member = people.members.get(who) if who else None
    return label(member.name, member.side) if member else label(None, None)


def _tagged(tags: Rows, least: float) -> set[int]:
    """Sentences that may change or threaten something, as the network hears them."""
    top = tags[:, : TAGS.index(Tag.KNOWN)].max(axis=1, initial=0)
    return set(np.flatnonzero(top >= least).tolist())


def _heard(one: Sentence, people: Roster, said: tuple[DateMention, ...]) -> Heard:
    named = frozenset(naming.key for naming in people.named(one.text))
    days = frozenset(mention.day for mention in said)
    return Heard(one.text, people.speakers.get(one.turn), named, days)


def _void(cut: Sequence[Sentence], given: Sequence[frozenset[Signal]]) -> frozenset[int]:
    """Sentences without effect; tales and orders go on to the end of their turn."""
    void: set[int] = set()
    tainted = 0
    for one in cut:
        if given[one.index] & LASTING:
            tainted = one.turn
        if given[one.index] & VOID or one.turn == tainted:
            void.add(one.index)
    return frozenset(void)


def _wanted(
    cut: Sequence[Sentence],
    given: Sequence[frozenset[Signal]],
    dates: Sequence[tuple[DateMention, ...]],
    *,
    figures: bool,
) -> set[int]:
    """Sentences worth comparing with the plan: with a day, near one, with a state or a figure."""
    wanted = {at for at, found in enumerate(given) if dates[at] or found & TELLING}
    wanted |= {one.index for one in cut if figures and _figure(one.text)}
    for at, said in enumerate(dates):
        near = range(max(0, at - TALK), min(len(cut), at + TALK)) if said else ()
        wanted |= {k for k in near if given[k] & AROUND_A_DAY}
    return wanted


def _figure(text: str) -> bool:
    """Whether a text names a number that can be a metric's: not just "one" or "two"."""
    counts = [one.spoken and one.readings[0] in COUNTS for one in numerals(text)]
    return not all(counts)
