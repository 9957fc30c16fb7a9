"""Sources with words in them, and drafts as a hostile or careless reader might return them."""

from datetime import UTC, date, datetime
from typing import get_args

from hypothesis import strategies as st

from agent.ports import Draft, Drafts, Quote, SaidRisk
from plan.models import Plan
from plan.sources import Source, Turn
from plan.values import Entity, RiskKind

WORDS = st.sampled_from(
    (
        *("I'll", "send", "it", "on", "Friday", "so", "we", "move", "“pilot”", "to"),
        *("14", "March", "no\u00a0way", "‘yes’", "okay."),
    )
)
SPEECH = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
NAMES = st.sampled_from([None, "Ada Okafor", "Björn Ek", "Unknown Caller"])


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """A call of a few turns."""
    spoken = draw(st.lists(st.tuples(NAMES, SPEECH), min_size=1, max_size=6))
    return Source(
        kind="call",
        format="vtt",
        occurred_at=datetime(2026, 3, 9, 9, tzinfo=UTC),
        day=date(2026, 3, 9),
        sha256="0" * 64,
        turns=tuple(
            Turn(n=n, speaker=speaker, text=text)
            for n, (speaker, text) in enumerate(spoken, start=1)
        ),
    )


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**12),
    st.text(max_size=12),
    st.sampled_from(["2026-03-20", "2020-01-01", "done", "blocked", "buyer", "31 March", "NaN"]),
    st.lists(st.text(max_size=5), max_size=3),
)
FIELDS = st.sampled_from(
    (
        *("title", "name", "metric", "side", "owner", "due", "status", "milestone", "depends_on"),
        *("amount", "close_date", "stage", "objective", "id", "version", "active", "roles"),
    )
)


@st.composite
def quotes(draw: st.DrawFn, source: Source) -> Quote:
    """Words of the source, nearly of it, or made up; with a right, wrong or no turn."""
    turn = draw(st.sampled_from(source.turns))
    start = draw(st.integers(0, len(turn.text) - 1))
    end = draw(st.integers(start, len(turn.text)))
    spelled = turn.text[start:end]
    text = draw(
        st.sampled_from([spelled, spelled.upper(), f" {spelled}\n", spelled + "!", "", "made up"])
    )
    return Quote(text=text, turn=draw(st.sampled_from([None, turn.n, turn.n + 1, 999, -1])))


KINDS: tuple[Entity, ...] = ("milestone", "action", "stakeholder")


@st.composite
def hostile_drafts(draw: st.DrawFn, source: Source, plan: Plan, foreign: Plan) -> Drafts:
    """Drafts that are random, nearly valid, or of another deal."""
    known = [item.id for one in (plan, foreign) for entity in KINDS for item in one.items(entity)]
    ids = st.sampled_from(["deal", "plan", "", "new-1", "new-2", foreign.deal.id, *known])
    values = st.dictionaries(FIELDS, JUNK | ids, max_size=4)
    draft = st.builds(
        Draft,
        op=st.sampled_from(["add", "update", "delete", ""]),
        entity=st.sampled_from(
            ["deal", "plan", "milestone", "action", "stakeholder", "outcome", "risk"]
        ),
        id=st.none() | ids,
        set=values,
        quotes=st.lists(quotes(source), max_size=3).map(tuple),
        confidence=st.none() | st.floats(0, 1),
    )
    risk = st.builds(
        SaidRisk,
        kind=st.sampled_from(get_args(RiskKind)),
        stakeholders=st.lists(ids, max_size=2).map(tuple),
        milestones=st.lists(ids, max_size=2).map(tuple),
        quotes=st.lists(quotes(source), max_size=2).map(tuple),
    )
    return Drafts(
        edits=tuple(draw(st.lists(draft, max_size=12))),
        risks=tuple(draw(st.lists(risk, max_size=4))),
    )
