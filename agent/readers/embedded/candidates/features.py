"""Features: what tells a right candidate from a wrong one, as one row of numbers each."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import numpy as np

from agent.readers.embedded.agreements import PROMISE
from agent.readers.embedded.candidates.candidate import Candidate
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.dates import due
from agent.readers.embedded.items import Item
from agent.readers.embedded.linking.features import Rows
from agent.readers.embedded.linking.weights import WEIGHTS
from agent.readers.embedded.material import Material
from agent.readers.embedded.owners import FIRST_PERSON
from agent.readers.embedded.retractions import Retractions, retractions, taken_back
from agent.readers.embedded.tagging.tags import CHANGES, Tag
from agent.readers.embedded.words import plain

KINDS: tuple[tuple[Tag, str], ...] = (
    (Tag.PROMISE, "action"),
    (Tag.MOVE, "milestone"),
    (Tag.MOVE, "action"),
    (Tag.DONE, "milestone"),
    (Tag.DONE, "action"),
    (Tag.STARTED, "milestone"),
    (Tag.BLOCKED, "milestone"),
    (Tag.CANCELLED, "milestone"),
    (Tag.CANCELLED, "action"),
    (Tag.OWNER, "milestone"),
    (Tag.OWNER, "action"),
    (Tag.STEP, "milestone"),
    (Tag.PERSON, "stakeholder"),
    (Tag.ROLE, "stakeholder"),
    (Tag.WARM, "stakeholder"),
    (Tag.COOL, "stakeholder"),
    (Tag.NEUTRAL, "stakeholder"),
    (Tag.GONE, "stakeholder"),
    (Tag.AMOUNT, "deal"),
    (Tag.CLOSE, "deal"),
    (Tag.STAGE, "deal"),
    (Tag.OUTCOME, "outcome"),
)
DOUBTS = (Tag.TRAP, Tag.KNOWN, Tag.LOOSE, Tag.AWAY, Tag.BACK)
RIVALS = (Tag.PROMISE, Tag.MOVE, Tag.DONE, Tag.OWNER, Tag.CLOSE, Tag.STEP)
SIGNS = (
    Signal.QUESTION,
    Signal.CONDITION,
    Signal.HEDGE,
    Signal.PAST,
    Signal.ELSEWHERE,
    Signal.RETRACT,
    Signal.KEEP,
    Signal.NOT,
    Signal.COMMIT,
    Signal.DELIVER,
    Signal.REQUEST,
    Signal.NEED,
    Signal.ACCEPT,
    Signal.REFUSE,
    Signal.MOVE,
    Signal.PROPOSE,
)
DATES = ("day", "weekday", "offset", "today", "week", "month", "quarter", "year")
TAGGED = 4 + 3 * len(DOUBTS) + 2 * len(RIVALS) + 1
"""Numbers of how surely the words bear tags."""
RULED = len(KINDS) + 1 + TAGGED + 3
"""The column that tells how sure the rules are."""
UNKNOWN = -1.0
CROWD = 100
"""Rivals looked at for each sentence: what a hostile source says on and on costs no more."""
_Thing = tuple[str, str, str, frozenset[str]]
NEAR = 2
"""Sentences around the best one whose tags are looked at too."""


def rows(material: Material, candidates: Sequence[Candidate]) -> Rows:
    """One row a candidate, shape (candidates, features)."""
    rivals, back = _Rivals(material, candidates), retractions(material)
    found = [[*_row(material, one, back), *rivals.row(k)] for k, one in enumerate(candidates)]
    return np.array(found, np.float32)


def best(material: Material, one: Candidate) -> int:
    """The sentence that most surely bears a candidate's tag."""
    return max(one.claim.evidence, key=lambda at: material.tag(at, one.tag))


def _row(material: Material, one: Candidate, back: Retractions) -> list[float]:
    top = best(material, one)
    return [
        *((one.tag, one.claim.entity) == kind for kind in KINDS),
        one.claim.op == "add",
        *_tagged(material, one, top),
        one.share,
        one.margin,
        one.rank,
        one.ruled,
        *_item(material, one, top),
        *_day(material, one, top),
        *_scene(material, one, top, back),
        *_owner(material, one, top),
    ]


def _tagged(material: Material, one: Candidate, top: int) -> list[float]:
    """How surely the words and those around them bear the tag, doubts and other tags."""
    said = sorted((material.tag(at, one.tag) for at in one.claim.evidence), reverse=True)
    near = material.around(top, NEAR, NEAR)
    return [
        said[0],
        said[1] if len(said) > 1 else 0.0,
        sum(said) / len(said),
        said[0] * one.share,
        *(material.tag(top, doubt) for doubt in DOUBTS),
        *(max(material.tag(at, doubt) for at in one.claim.evidence) for doubt in DOUBTS),
        *(max(material.tag(at, doubt) for at in near) for doubt in DOUBTS),
        *(material.tag(top, rival) for rival in RIVALS),
        *(max(material.tag(at, rival) for at in near) for rival in RIVALS),
        max(material.tag(top, tag) for tag in CHANGES if tag is not one.tag),
    ]


def _item(material: Material, one: Candidate, top: int) -> list[float]:
    """What the plan says of the item meant."""
    item = next((each for each in material.links.items if each.id == one.claim.id), None)
    if item is None:
        return [UNKNOWN] * (9 + 2 * len(WEIGHTS))
    compared = [material.links.compared(at, item) for at in one.claim.evidence]
    return [
        item.closed,
        item.status == "in_progress",
        item.status == "blocked",
        item.owner is not None and item.owner == material.speakers[top],
        item.owner is None,
        _days(material.today, item.due),
        item.due is not None and item.due <= material.today,
        _other_candidates_share(material, one, item),
        item.pending,
        *material.links.compared(top, item),
        *(max(values) for values in zip(*compared, strict=True)),
    ]


def _other_candidates_share(material: Material, one: Candidate, item: Item) -> float:
    """How surely the best sentence alone is about the item."""
    return material.links.share([best(material, one)], item)


def _day(material: Material, one: Candidate, top: int) -> list[float]:
    """The day of the change: how far, how said, where said, whether the plan knows it."""
    told = one.claim.set.get("due") or one.claim.set.get("close_date")
    if not told:
        return [UNKNOWN] * (7 + len(DATES))
    day = date.fromisoformat(str(told))
    said = [at for at in one.claim.evidence if any(m.day == day for m in material.dates[at])]
    at = min(said, key=lambda k: abs(k - top), default=None)
    mention = due(material.dates[at]) if at is not None else None
    known = [item for item in material.links.items if item.due == day]
    share = max((material.links.share(one.claim.evidence, item) for item in known), default=0.0)
    kind = mention.kind if mention else ""
    return [
        (day - material.today).days,
        bool(known),
        share,
        abs(at - top) if at is not None else 9,
        mention is not None and mention.sure,
        material.tag(at, one.tag) if at is not None else 0.0,
        len({m.day for k in one.claim.evidence for m in material.dates[k]}),
        *(kind == each for each in DATES),
    ]


def _days(today: date, due_: date | None) -> float:
    return 999.0 if due_ is None else float((due_ - today).days)


def _scene(material: Material, one: Candidate, top: int, back: Retractions) -> list[float]:
    """How the words are said, by whom, in what source."""
    words = one.claim.evidence
    who = {material.speakers[at] for at in words}
    owner = one.claim.set.get("owner")
    return [
        *(any(material.has(at, sign) for at in words) for sign in SIGNS),
        *(material.has(top, sign) for sign in SIGNS),
        top in material.void,
        any(at in material.void for at in words),
        not material.spoken,
        material.roster.side(material.speakers[top]) == "seller",
        material.speakers[top] is None,
        len(words),
        len(who),
        len(material.sentences[top].text),
        len(material.links.items),
        owner is not None and owner == material.speakers[top],
        owner is None,
        taken_back(material, back, one.claim),
        top / len(material.sentences),
        len(material.sentences),
        material.has(min(top + 1, len(material.sentences) - 1), Signal.ACCEPT),
        material.has(min(top + 1, len(material.sentences) - 1), Signal.REFUSE),
    ]


class _Rivals:
    """How sure other candidates are that rest on the same words or change the same thing."""

    def __init__(self, material: Material, candidates: Sequence[Candidate]) -> None:
        self._candidates = candidates
        self._scores = [_score(material, one) for one in candidates]
        self._at: defaultdict[int, list[int]] = defaultdict(list)
        self._about: defaultdict[_Thing, list[int]] = defaultdict(list)
        for k, one in enumerate(candidates):
            for at in one.claim.evidence:
                self._at[at].append(k)
            self._about[_thing(one)].append(k)

    def row(self, k: int) -> list[float]:
        """The numbers of one candidate."""
        one, mine = self._candidates[k], self._scores[k]
        words = {j for at in one.claim.evidence for j in self._at[at][:CROWD]} - {k}
        thing = [j for j in self._about[_thing(one)][:CROWD] if j != k]
        same_tag = [j for j in words if self._candidates[j].tag == one.tag]
        return [
            max((self._scores[j] for j in words), default=0.0) - mine,
            max((self._scores[j] for j in thing), default=0.0) - mine,
            len(words),
            len(thing),
            max((self._candidates[j].ruled for j in words), default=0.0),
            max((self._scores[j] for j in same_tag), default=0.0) - mine,
        ]


def _thing(one: Candidate) -> _Thing:
    claim = one.claim
    fields = frozenset(claim.set) if claim.op == "update" else frozenset({str(claim.id)})
    return claim.op, claim.entity, str(claim.id), fields


def _score(material: Material, one: Candidate) -> float:
    return one.share * max(material.tag(at, one.tag) for at in one.claim.evidence)


def _owner(material: Material, one: Candidate, top: int) -> list[float]:
    """What speaks for the owner named: who says the words, and whom they name."""
    who = one.claim.set.get("owner")
    if not isinstance(who, str):
        return [UNKNOWN] * 9
    words = one.claim.evidence
    said = [at for at in words if material.speakers[at] == who]
    dated = [at for at in words if material.dates[at]]
    promises = [at for at in words if material.has(at, *PROMISE)]
    return [
        material.speakers[top] == who,
        len(said) / len(words),
        any(material.speakers[at] == who for at in dated),
        any(material.speakers[at] == who for at in promises),
        any(material.speakers[at] != who for at in promises),
        any(FIRST_PERSON.search(plain(material.sentences[at].text)) for at in said),
        any(_names(material, at, who) for at in words),
        material.roster.side(who) == "seller",
        who in material.roster.addressees[:1],
    ]


def _names(material: Material, at: int, who: str) -> bool:
    return any(one.key == who for one in material.roster.named(material.sentences[at].text))
