"""A small deal and a way to read a few lines against it, without a model."""

import sys
import zlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from types import FrameType

import numpy as np
import pytest
from numpy.typing import NDArray

from agent.ports import Context, Drafts
from agent.readers.embedded import EmbeddedReader
from agent.readers.embedded.candidates.features import RULED
from agent.readers.embedded.material import Material, material
from agent.readers.embedded.risks import BORNE_OUT
from agent.readers.embedded.tagging.fields import RISK_TAGS
from agent.readers.embedded.tagging.tagger import Spoken
from agent.readers.embedded.tagging.tags import TAGS, Tag
from agent.readers.embedded.words import content
from plan.models import Action, Deal, Milestone, Outcome, Plan, Stakeholder
from plan.sources import Person, Source, Turn

Line = tuple[str, str]
Script = Mapping[str, Mapping[Tag, float]]
"""By words of a sentence, the likelihood of each tag that it bears."""
ON = date(2026, 3, 3)
"""A Tuesday."""

PEOPLE = (
    Stakeholder(
        id="lena",
        name="Lena Ortiz",
        email="lena.ortiz@acme.example",
        title="Head of IT Security",
        side="buyer",
        roles=("security",),
        sentiment="neutral",
    ),
    Stakeholder(
        id="priya",
        name="Priya Raman",
        email="priya.raman@acme.example",
        title="VP Operations",
        side="buyer",
        roles=("champion",),
        influence="high",
        sentiment="positive",
    ),
    Stakeholder(id="tom", name="Tom Vance", title="COO", side="buyer", sentiment="neutral"),
    Stakeholder(
        id="dan",
        name="Dan Cole",
        email="dan.cole@northwind.example",
        title="Account Executive",
        side="seller",
        roles=("account_executive",),
    ),
    Stakeholder(id="mia", name="Mia Berg", title="Solutions Engineer", side="seller"),
)
MILESTONES = (
    Milestone(
        id="security-review",
        title="Security review passed",
        kind="security_review",
        owner="lena",
        due=date(2026, 3, 20),
        status="in_progress",
    ),
    Milestone(
        id="pilot",
        title="Warehouse pilot in hall two",
        kind="technical_validation",
        owner="mia",
        due=date(2026, 4, 10),
    ),
    Milestone(
        id="signature",
        title="Contract signed",
        kind="signature",
        owner="dan",
        due=date(2026, 5, 29),
    ),
)
ACTIONS = (
    Action(id="send-soc2", title="Send the SOC 2 report", owner="dan", due=date(2026, 3, 10)),
    Action(
        id="order-scanners",
        title="Order the handheld scanners",
        owner="priya",
        due=date(2026, 3, 13),
    ),
)
OUTCOMES = (
    Outcome(id="pick-errors", metric="picking errors", unit="%", baseline="2.4", target="0.8"),
)
PLAN = Plan(
    deal=Deal(
        id="acme",
        name="Acme - warehouse platform",
        account="Acme Foods",
        seller="Northwind",
        amount="240000",
        currency="EUR",
        stage="evaluation",
        close_date=date(2026, 5, 29),
    ),
    as_of=date(2026, 3, 2),
    stakeholders=PEOPLE,
    outcomes=OUTCOMES,
    milestones=MILESTONES,
    actions=ACTIONS,
)
EMPTY = PLAN.model_copy(update={"milestones": (), "actions": (), "outcomes": ()})


class WordEmbedder:
    """Texts with the same words are alike: each stem is hashed to one of many directions."""

    name = "words"
    dimensions = 256

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for stem in content(text):
                row[zlib.crc32(stem.encode()) % self.dimensions] += 1
            row[0] += 1e-3
        unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


class RuleTagger:
    """Hears no change, and of every risk as much as a rule needs to be borne out."""

    def tags(self, spoken: Spoken) -> NDArray[np.float32]:
        tags = np.zeros((len(spoken.sentences), len(TAGS)), np.float32)
        tags[:, [TAGS.index(tag) for tag in RISK_TAGS.values()]] = BORNE_OUT + 0.01
        return tags


class ScriptedTagger:
    """Hears in each sentence what a script says of words in it, and nothing else."""

    def __init__(self, script: Script) -> None:
        self._script = script

    def tags(self, spoken: Spoken) -> NDArray[np.float32]:
        tags = np.zeros((len(spoken.sentences), len(TAGS)), np.float32)
        for one in spoken.sentences:
            for words, borne in self._script.items():
                if words in one.text:
                    columns = [TAGS.index(tag) for tag in borne]
                    tags[one.index, columns] = list(borne.values())
        return tags


class Listener:
    """Hears nothing and keeps what it was told."""

    def __init__(self) -> None:
        self.told: list[Spoken] = []

    def tags(self, spoken: Spoken) -> NDArray[np.float32]:
        self.told.append(spoken)
        return np.zeros((len(spoken.sentences), len(TAGS)), np.float32)


class RuleScorer:
    """Takes what rules say for right, and nothing else."""

    def sureness(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        return (rows[:, RULED] > 0).astype(np.float32)


def call(*lines: Line, plan: Plan = PLAN, on: date = ON) -> Context:
    """A call of these lines, each a speaker's name and words."""
    turns = tuple(Turn(n=n, speaker=who, text=text) for n, (who, text) in enumerate(lines, 1))
    return Context(source_id="call-1", source=_source(turns, on), plan=plan)


def mail(
    writer: str, *paragraphs: str, to: Sequence[str] = (), plan: Plan = PLAN, on: date = ON
) -> Context:
    """A mail of these paragraphs by somebody to others, all named by full name."""
    turns = tuple(Turn(n=n, speaker=writer, text=text) for n, text in enumerate(paragraphs, 1))
    source = _source(turns, on).model_copy(
        update={
            "kind": "email",
            "format": "eml",
            "people": tuple(Person(name=name) for name in (writer, *to)),
        }
    )
    return Context(source_id="mail-1", source=source, plan=plan)


def _source(turns: tuple[Turn, ...], on: date) -> Source:
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    return Source(kind="call", format="vtt", occurred_at=at, day=on, sha256="0" * 64, turns=turns)


@pytest.fixture(name="call")
def _call() -> Callable[..., Context]:
    return call


@pytest.fixture(name="mail")
def _mail() -> Callable[..., Context]:
    return mail


@pytest.fixture(name="plan")
def _plan() -> Plan:
    return PLAN


@pytest.fixture(name="empty_plan")
def _empty_plan() -> Plan:
    return EMPTY


@pytest.fixture
def read() -> Callable[[Context], Drafts]:
    """The reader with rules alone: what the networks make of words is not tested here."""
    return EmbeddedReader(WordEmbedder(), RuleTagger(), RuleScorer()).read


@pytest.fixture
def prepare() -> Callable[[Context], Material]:
    return lambda context: material(context, WordEmbedder(), RuleTagger())


@pytest.fixture
def hear() -> Callable[[Context, Script], Material]:
    """The reading material of a source in which a network would hear what a script says."""
    return lambda context, script: material(context, WordEmbedder(), ScriptedTagger(script))


@pytest.fixture
def told() -> Callable[[Context], Spoken]:
    """What a tagger is told of a source."""

    def _told(context: Context) -> Spoken:
        listener = Listener()
        material(context, WordEmbedder(), listener)
        (spoken,) = listener.told
        return spoken

    return _told


@pytest.fixture
def calls() -> Callable[[Callable[[], object]], int]:
    """How many calls a piece of work makes, its own and those of what it uses: no stopwatch."""

    def _calls(work: Callable[[], object]) -> int:
        made = 0

        def count(_frame: FrameType, event: str, _arg: object) -> None:
            nonlocal made
            made += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            work()
        finally:
            sys.setprofile(before)
        return made

    return _calls
