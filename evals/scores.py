"""Scores: all figures of one run, as scores.json holds them. No time and no clock is in them.

Two runs that read the same give the same file, byte for byte; what a run cost in time
stands in cost.json beside it.
"""

from pydantic import Field

from evals.judging.verdicts import Verdict
from evals.tally import Rate, Share, Tally
from plan.models import Frozen

Interval = tuple[float, float]
"""Where a score lies in 95 of 100 resamples of the sources."""


class Intervals(Frozen):
    """The 95 % bootstrap intervals of precision, recall and F1."""

    p: Interval
    r: Interval
    f1: Interval


class EditScore(Rate):
    """Precision, recall and F1 of edits, with their intervals."""

    interval: Intervals


class Group(Frozen):
    """The edits of one group: of a case, a kind of edit or a source format."""

    strict: Rate
    lenient: Rate
    counts: dict[Verdict, int]


class StatusCount(Frozen):
    """How often a status was given where another, or the same, was expected.

    `given` is None where the edit was missed or left the status unset.
    """

    entity: str
    expected: str
    given: str | None
    n: int


class TrapScore(Frozen):
    """Traps that were fallen into, of all there are, and by their reasons."""

    hits: int
    of: int
    rate: float | None
    by_why: dict[str, Share]


class GroundingScore(Frozen):
    """Quotes that stand nowhere in the source, of all quotes given."""

    faults: int
    of: int
    edits: int


class RiskScore(Frozen):
    """Risks open on each source's day.

    Attributes:
        said: Those somebody put into words, carried-over ones included.
        fresh: Of them, those whose words stand in the source itself.
        state: Those that follow from the plan's state.
        by_kind: Each kind on its own.
    """

    said: Rate
    fresh: Rate
    state: Rate
    by_kind: dict[str, Rate]


class AnswerScore(Frozen):
    """Answers to the cases' questions.

    Attributes:
        right: All facts, nothing forbidden; for unknown ones, admitted.
        facts: Lines of facts of which the answer holds a phrase.
        forbidden: Answers without a forbidden phrase, of those that name some.
        cited: Answers with a citation that holds and supports, of those with gold citations.
        citations: Citations that stand word for word in their source.
        unknown: Unknown ones admitted.
        false_unknown: Answerable ones wrongly called unknown.
    """

    right: Share
    facts: Share
    forbidden: Share
    cited: Share
    citations: Share
    unknown: Share
    false_unknown: Share


class Bin(Frozen):
    """Edits whose confidence lies between two bounds: how sure, and how often right."""

    low: float
    high: float
    n: int
    confidence: float
    right: float


class Calibration(Frozen):
    """How far a reader's confidence can be trusted.

    Attributes:
        ece: Expected calibration error: the mean distance between confidence and the share
            of right edits, weighted by the edits of each bin (Naeini et al., 2015).
        brier: Mean squared distance between confidence and outcome.
        edits: How many edits had a confidence.
        bins: Ten of equal width, the empty ones left out.
    """

    ece: float
    brier: float
    edits: int
    bins: tuple[Bin, ...]


class Tokens(Frozen):
    """What a model was sent and answered, and the money for it where its price is known."""

    sent: int
    answered: int
    money: str | None = None


class VariantScore(Frozen):
    """A robustness variant beside the same sources as they are.

    Attributes:
        sources: How many sources the variant applies to.
        strict: Edits, every field agreeing, on the varied sources.
        lenient: Edits matched, on the varied sources.
        plain: Strict, on the same sources unvaried.
        drop: Plain F1 less varied F1.
        drop_interval: 95 % paired bootstrap interval of the drop, over sources.
        trap_hits: Trap hits on the varied sources.
        grounding_faults: Quotes that stand nowhere in the varied source.
        harm: What the variant must not bring about, counted: see its module.
        harm_of: How many times it could have.
        harm_means: In words, what `harm` counts; empty where it counts nothing.
    """

    sources: int
    strict: Rate
    lenient: Rate
    plain: Rate
    drop: float
    drop_interval: Interval
    trap_hits: int
    grounding_faults: int
    harm: int = 0
    harm_of: int = 0
    harm_means: str = ""


class SourceScore(Frozen):
    """What one source adds to the scores: enough to compare two runs source by source.

    Attributes:
        format: Its file format.
        gold: The verdict on each gold edit, in the gold file's order: right, partly, missed or
            optional.
        strict: Its edits, every field agreeing.
        lenient: Its edits, matched.
        traps: Trap hits as `right`, traps as `of`.
        faults: Quotes that stand nowhere in it.
        said: Its said risks.
        fresh: Those said in it.
        state: Its risks from the plan's state.
        action: Whether the first next action is right; None where the gold names none.
    """

    format: str
    gold: tuple[Verdict, ...]
    strict: Tally
    lenient: Tally
    traps: Share
    faults: int
    said: Tally
    fresh: Tally
    state: Tally
    action: bool | None


class Scores(Frozen):
    """Everything a run came to.

    Attributes:
        reader: `embedded` or `model:<provider>:<name>`; `gold` for the gold itself.
        prompt: The prompt's name, version and hash; empty without one.
        version: Tandem's version.
        sources: How many sources were read.
        strict: Edits, right only.
        lenient: Edits, matched.
        counts: Edits by verdict.
        answers: None where the run answered no questions.
        calibration: None where the reader gives no confidence.
        variants: Robustness variants by name; empty where none was run.
        each: Every source on its own, by `<case>/<number>`.
    """

    reader: str
    prompt: str = ""
    version: str
    sources: int
    strict: EditScore
    lenient: EditScore
    counts: dict[Verdict, int]
    by_case: dict[str, Group]
    by_kind: dict[str, Group]
    by_format: dict[str, Group]
    fields: dict[str, Share]
    statuses: tuple[StatusCount, ...]
    traps: TrapScore
    grounding: GroundingScore
    risks: RiskScore
    next_action: Share
    answers: AnswerScore | None = None
    calibration: Calibration | None = None
    tokens: Tokens
    variants: dict[str, VariantScore] = Field(default_factory=dict)
    each: dict[str, SourceScore]
