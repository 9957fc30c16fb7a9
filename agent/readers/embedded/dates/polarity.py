"""Whether the words around a date reject it: "not the 5th", "Friday's off", "no longer May"."""

from agent.readers.embedded.dates.clause import CARRYING, INTENDED, carried, leading, old_plan
from agent.readers.embedded.dates.names import DAY_PARTS, STOPS
from agent.readers.embedded.dates.words import Words, listed

_LOOK_BACK = 7
_LOOK_ON = 6
_NOT = listed("not 't cannot cant wont dont isnt doesnt never nor neither without")
_DISCARDING = frozenset({"forget", "scrap", "drop", "scratch", "skip", "cancel"})
_LIMITS = frozenset({"until", "till", "before", "than"})
_INSTEAD = (("instead", "of"), ("rather", "than"), ("no", "longer"), ("other", "than"))
_MOVED = listed(
    "moved move moves moving push pushed pushing shift shifted slip slipped slips changed change "
    "brought bring pulled pull postponed postpone delayed rescheduled"
)
_LINKS = listed(
    "is 's are will would 'll just really date looks honestly was does do ca can won doesn isn "
    "simply now"
)
_DENYING = frozenset({"not", "'t", "cannot"})
_NO_WHAT = frozenset({"good", "longer", "go", "use"})
_GONE = listed(
    "dead off out gone impossible history cancelled canceled unrealistic unlikely over scrapped "
    "tight optimistic"
)
_TOO = listed("early late tight soon optimistic much")
_HARMLESS = listed(
    "problem problems bother issue issues question touched move moves moving influenced change "
    "changes changing affected slip slipping a"
)
_AFTER_NO = (STOPS - {"?"}) | listed(
    "no not wait sorry way chance hang i we he she they it that this the there because half "
    "impossible sir , a one"
)
_AGREEING = listed("good fine great perfect works okay ok")
_AGREED_WITHIN = 5


def negated(words: Words, start: int, stop: int) -> bool:
    """Whether the words reject the date that stands from start to stop."""
    return _before(leading(words, start, _LOOK_BACK)) or _behind(words, stop)


def _before(before: list[str]) -> bool:
    """Whether the words leading to a date reject it; what an "if" says rejects nothing."""
    if "if" in before:
        return False
    return (
        _moved_from(before)
        or _discarded(before)
        or _replaced(before)
        or old_plan(before)
        or not INTENDED.isdisjoint(before)
        or _denied(before)
    )


def _moved_from(before: list[str]) -> bool:
    """Whether it is the first date of "moved from the 3rd to the 5th"."""
    at = next((k for k, word in enumerate(before[:3]) if word == "from"), None)
    return at is not None and not _MOVED.isdisjoint(before[at:])


def _discarded(before: list[str]) -> bool:
    """Whether it is thrown out: "forget the 14th"."""
    near = before[1:2] if before[:1] == ["the"] else before[:1]
    return not _DISCARDING.isdisjoint(near)


def _replaced(before: list[str]) -> bool:
    """Whether another takes its place: "instead of Friday", "no longer the 31st"."""
    near = carried(before)
    pairs = zip(before[1 : len(near) + 1], near, strict=False)
    return any(pair in _INSTEAD for pair in pairs)


def _denied(before: list[str]) -> bool:
    """Whether "not" reaches the date over one strange word at most: "can't be done on the 5th"."""
    strange = 0
    for k, word in enumerate(before):
        if word in _NOT:
            return not _bounded(before[:k]) and before[k + 1 : k + 2] != ["why"]
        strange += word not in CARRYING
        if strange > 1:
            return False
    return False


def _bounded(between: list[str]) -> bool:
    """Whether "not" only bounds or widens: "not before the 5th", "not only Friday"."""
    return "only" in between or not _LIMITS.isdisjoint(between)


def _behind(words: Words, stop: int) -> bool:
    """Whether the words behind a date reject it: "isn't possible", "'s dead", "is too early"."""
    at = words.skip(words.skip_all(stop, DAY_PARTS), {"itself"})
    if _flat_no(words, at):
        return True
    said = next((k for k in range(at, at + _LOOK_ON) if words.at(k) not in _LINKS), at)
    word, further = words.at(said), words.at(said + 1)
    if said == at:
        return False
    if word in _DENYING:
        return _HARMLESS.isdisjoint({further, words.at(said + 2)})
    return (
        word in _GONE
        or (word == "no" and further in _NO_WHAT)
        or (word == "too" and further in _TOO)
    )


def _flat_no(words: Words, at: int) -> bool:
    """Whether a flat "no" follows: "The twentieth, no." but not "The twentieth, no problem"."""
    said = words.skip(at, {",", "?", "."})
    if words.at(said) not in {"no", "nope"}:
        return False
    behind = {words.at(k) for k in range(said + 1, said + 1 + _AGREED_WITHIN)}
    ended = words.at(said + 1) in _AFTER_NO or words.at(said + 1) == ""
    return ended and _AGREEING.isdisjoint(behind)
