"""Mending: mistakes grouped by what they share, with what it would bring to mend them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evals.report.mistakes import Mistake
from evals.report.wording import listed, words_of
from evals.tally import Tally, rate

_GRAVE = ("trap", "ungrounded")


@dataclass(frozen=True)
class Group:
    """Mistakes that share something.

    Attributes:
        says: What they share, in words.
        verdict: The verdict on them.
        mistakes: Them.
        gain: What the strict F1 of the run would rise by, were they mended and nothing else.
    """

    says: str
    verdict: str
    mistakes: tuple[Mistake, ...]
    gain: float

    @property
    def grave(self) -> bool:
        """Whether they cost trust and not only a score: traps, and words nobody said."""
        return self.verdict in _GRAVE


def groups(mistakes: Iterable[Mistake], strict: Tally) -> tuple[Group, ...]:
    """The groups: what costs trust first, then by what mending would bring.

    An edit with two wrong fields is in the groups of both, and mending one alone brings nothing.

    Args:
        mistakes: All of a run.
        strict: Its edits, right only.
    """
    found: dict[tuple[str, str], list[Mistake]] = defaultdict(list)
    for one in mistakes:
        for says in _shared(one):
            found[one.judged.verdict, says].append(one)
    made = [
        Group(says, verdict, tuple(some), _gain(some, strict))
        for (verdict, says), some in found.items()
    ]
    return tuple(
        sorted(made, key=lambda one: (not one.grave, -one.gain, -len(one.mistakes), one.says))
    )


def _shared(one: Mistake) -> Iterator[str]:
    judged = one.judged
    if judged.trap and judged.verdict == "trap":
        yield f"Trap, {words_of(judged.trap.why)}: {judged.kind}"
    elif judged.verdict == "ungrounded":
        yield f"Not said: {judged.kind}"
    elif judged.verdict == "wrong":
        yield f"Needless: {judged.kind}, {_instead(one)}"
    elif judged.verdict == "missed":
        yield f"Missed: {judged.kind}{_setting(one)}"
    else:
        for check in judged.fields:
            if not check.right:
                how = "not set" if check.given is None else "wrong"
                yield f"{words_of(check.field).capitalize()} {how}: {judged.kind}"


def _instead(one: Mistake) -> str:
    """Whether the words of a needless edit should have led to another one."""
    return "on words that mean another edit" if one.related else "on words that change nothing"


def _setting(one: Mistake) -> str:
    """The compared fields that a missed update sets, a status with its value."""
    gold = one.judged.gold
    if gold is None or gold.op == "add":
        return ""
    names = [
        f"status {words_of(str(gold.set[name]))}" if name == "status" else name
        for name in gold.set
        if name != "id"
    ]
    return f", {listed(names)}"


def _gain(mistakes: Sequence[Mistake], strict: Tally) -> float:
    mended = sum((_mended(one) for one in mistakes), strict)
    return rate(mended).f1 - rate(strict).f1


def _mended(one: Mistake) -> Tally:
    """What mending a mistake adds to the tally."""
    if one.judged.verdict == "missed":
        return Tally(right=1, predicted=1)
    if one.judged.verdict == "partly":
        return Tally(right=1 if len(one.wrong_fields) == 1 else 0)
    return Tally(predicted=-1)
