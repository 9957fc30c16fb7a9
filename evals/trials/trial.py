"""What a trial came to; comparison.json. `was` is the first version named, `now` the second."""

from typing import Literal

from evals.judging.verdicts import FieldCheck, Verdict
from evals.run import Change
from evals.scores import EditScore, Interval, Tokens, TrapScore
from plan.models import Frozen

Outcome = Literal["better", "worse", "same"]


class Side(Frozen):
    """One version and what it came to; all its figures stand in `<version>/scores.json`.

    Attributes:
        prompts: Every prompt of the reader, by name, version and hash.
        tokens: What reading takes with it, answers remembered from an earlier run included.
    """

    version: str
    prompts: str
    strict: EditScore
    lenient: EditScore
    traps: TrapScore
    tokens: Tokens


class Amount(Frozen):
    """What all sources together took.

    Attributes:
        what: `tokens sent`, `tokens answered` or `US dollars`.
        interval: 95 % paired bootstrap interval of the difference, over sources.
    """

    what: str
    was: float
    now: float
    interval: Interval


class Won(Frozen):
    """A gold edit that one version got right and the other did not.

    Attributes:
        source: `<case>/<number>`.
        title: What the edit is about.
        quotes: The gold file's words for it.
        other: The verdict on it under the other version.
        off: The fields that the other version got wrong; none where it missed the edit.
        anchor: Its place in the other version's report.
    """

    source: str
    kind: str
    title: str
    quotes: tuple[str, ...]
    other: Verdict
    off: tuple[FieldCheck, ...]
    anchor: str


class Needless(Frozen):
    """A proposal that should not have been made, and that one version alone made.

    Attributes:
        source: `<case>/<number>`.
        title: What it is about.
        quotes: The words it rests on.
        verdict: `wrong`, `trap` or `ungrounded`.
        why: Why the words of a trap must change nothing; empty for others.
        anchor: Its place in the version's report.
    """

    source: str
    kind: str
    title: str
    quotes: tuple[str, ...]
    verdict: Verdict
    why: str
    anchor: str


class Alone(Frozen):
    """What one version did and the other did not."""

    right: tuple[Won, ...]
    needless: tuple[Needless, ...]


class Trial(Frozen):
    """Two versions of a prompt beside each other.

    Attributes:
        prompt: Its name.
        reader: `model:<provider>:<name>`.
        sources: How many were read, with each version.
        verdict: How the second version reads beside the first; see `evals.trials.judgement`.
        says: The verdict as a sentence, with its figures.
        figures: Those that every run is compared by.
        kinds: Strict F1 of each kind of edit.
        fields: Of the matched edits, the share with the field right.
    """

    prompt: str
    reader: str
    sources: int
    was: Side
    now: Side
    verdict: Outcome
    says: str
    figures: tuple[Change, ...]
    kinds: tuple[Change, ...]
    fields: tuple[Change, ...]
    spent: tuple[Amount, ...]
    only_was: Alone
    only_now: Alone
