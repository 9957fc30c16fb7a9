"""Lengths counted from a day: "in two weeks", "a week from Tuesday", "three days later"."""

from collections.abc import Mapping
from types import MappingProxyType

from agent.readers.embedded.dates.grammar import DIGITS, Family, Found, Scene
from agent.readers.embedded.dates.lengths import Length, length
from agent.readers.embedded.dates.names import STOPS, WEEKDAYS
from agent.readers.embedded.dates.numbers import AMOUNTS
from agent.readers.embedded.dates.reckoning import next_weekday, plain
from agent.readers.embedded.dates.words import listed

# What follows a length, and which way it counts from the day that comes next.
_FROM: Mapping[tuple[str, ...], int] = MappingProxyType(
    {
        ("out", "from"): -1,
        ("ahead", "of"): -1,
        ("prior", "to"): -1,
        ("earlier", "than"): -1,
        ("later", "than"): 1,
        ("before",): -1,
        ("after",): 1,
        ("following",): 1,
        ("from",): 1,
        ("on",): 1,
        ("of",): 1,
        ("to",): 1,
    }
)
_DEPENDENT = frozenset({"of", "after", "from", "before", "following", "out", "prior"})
# What follows a length counted from the day spoken of.
_SHIFTS = {"later": 1, "after": 1, "afterwards": 1, "late": 1, "longer": 1, "delay": 1}
_SHIFTS |= {"earlier": -1, "sooner": -1, "early": -1, "before": -1, "ahead": -1, "forward": -1}
_PLANNED = frozenset({"than", "plan", "planned", "schedule"})
_OF = frozenset({"of", "on", "to"})
_SPOKEN_OF = frozenset({"that", "this", "they", "we", "you", "it", "he", "she"})
_MOVING = listed(
    "push pushed pushes move moved moves slip slipped slips slipping shift shifted delay delayed "
    "add extend extended postpone postponed late behind extra another more"
)
_GIVING = frozenset({"give", "gives", "gimme"})
_NOW = frozenset({"now", "today", "here"})
_LOOK_BACK = 6


def _counted(scene: Scene, i: int) -> Found | None:
    """Read a length and what tells from where it counts."""
    said = length(scene, i)
    if said is None:
        return None
    return (
        _ago(scene, said)
        or _from_now(scene, said)
        or _from_day(scene, said)
        or _from_day_spoken_of(scene, said)
        or _moved(scene, i, said)
    )


def _from_on(scene: Scene, said: Length, stop: int) -> Found:
    how = f"Counted from {plain(scene.on)}."
    return Found(stop, said.after(scene.on), "offset", how, said.sure)


def _ago(scene: Scene, said: Length) -> Found | None:
    word = scene.words.at(said.stop)
    if word != "ago" and not (word == "back" and _ends(scene, said.stop + 1)):
        return None
    how = f"Counted back from {plain(scene.on)}."
    return Found(said.stop + 1, said.after(scene.on, -1), "offset", how)


def _from_now(scene: Scene, said: Length) -> Found | None:
    words = scene.words
    word = words.at(said.stop)
    if word in {"from", "of"} and words.at(said.stop + 1) in _NOW:
        return _from_on(scene, said, said.stop + 2)
    if word == "hence":
        return _from_on(scene, said, said.stop + 1)
    return None


def _from_day(scene: Scene, said: Length) -> Found | None:
    """Read on in "a week from Tuesday", "two weeks before the 5th", "a week tomorrow"."""
    words = scene.words
    for phrase, sign in _FROM.items():
        if words.words[said.stop : said.stop + len(phrase)] == phrase:
            at = words.skip(said.stop + len(phrase), {"the", "this"})
            return _beyond(scene, said, scene.read(at), sign, WEEKDAYS.get(words.at(at)))
    near = scene.read(said.stop)
    named = near is not None and near.kind in {"weekday", "today", "offset"}
    return _beyond(scene, said, near, 1) if named else None


def _beyond(
    scene: Scene, said: Length, base: Found | None, sign: int, weekday: int | None = None
) -> Found | None:
    """Count from another day, unless that is the answer: "a week from Tuesday, the 27th"."""
    if base is None or (scene.words.at(said.stop) in _OF and _spans(base)):
        return None
    if base.kind == "day" and weekday is not None:
        named = next_weekday(scene.on, weekday)
        if said.after(named, sign) == base.day:
            return base
    day = said.after(base.day, sign)
    how = f"Counted {'on' if sign > 0 else 'back'} from {plain(base.day)}."
    return Found(base.stop, day, "offset", how, base.sure and said.sure)


def _spans(base: Found) -> bool:
    """Whether it is a span of time: "two weeks of January" are none after it."""
    return base.kind in {"week", "month", "quarter", "year"}


def _from_day_spoken_of(scene: Scene, said: Length) -> Found | None:
    """Read on in "a week later", "two days earlier than planned"."""
    words = scene.words
    word, further = words.at(said.stop), words.at(said.stop + 1)
    planned = further in _PLANNED
    base = scene.about if planned else scene.anchor or scene.about
    told = planned or further in _SPOKEN_OF or _ends(scene, said.stop + 1)
    if word not in _SHIFTS or base is None or (word in _DEPENDENT and not told):
        return None
    day = said.after(base, _SHIFTS[word])
    how = f"Counted from the day spoken of, {plain(base)}."
    sure = said.sure and further not in _SPOKEN_OF
    return Found(said.stop + 1, day, "offset", how, sure, anchors=False)


def _moved(scene: Scene, i: int, said: Length) -> Found | None:
    """Read "push it two weeks", "another week" (of what is discussed), "give me two weeks"."""
    words = scene.words
    before = {words.at(k) for k in range(i - _LOOK_BACK, said.stop)}
    if words.at(said.stop) in _DEPENDENT or words.at(said.stop - 1) == "day":
        return None
    base = scene.about or scene.anchor
    if before & _MOVING and base is not None:
        how = f"Counted from the day spoken of, {plain(base)}."
        return Found(said.stop, said.after(base), "offset", how, sure=False, anchors=False)
    if before & _GIVING and _ends(scene, said.stop):
        return _from_on(scene, said, said.stop)._replace(sure=False)
    return None


def _ends(scene: Scene, i: int) -> bool:
    word = scene.words.at(i)
    return word in STOPS or word in {"", ",", "and", "so", "then", "or", "but", "please"}


_ABOUT = listed("about around roughly approximately like of the next say")


def _within(scene: Scene, i: int) -> Found | None:
    """Read "in two weeks", "within the next ten days", "in a week's time"."""
    words = scene.words
    at = words.skip_all(i + 1, _ABOUT)
    said = length(scene, at)
    if said is None:
        return None
    further = _from_now(scene, said) or _from_day(scene, said)
    if further is not None or words.at(said.stop) in _DEPENDENT:
        return further
    if words.at(said.stop) in {"later", "earlier", "ago"}:
        return None
    stop = words.skip(said.stop, {"time"})
    return _from_on(scene, said, stop)


FAMILY: Family = (
    ({DIGITS, *AMOUNTS}, _counted),
    ({"in", "within", "inside"}, _within),
)
