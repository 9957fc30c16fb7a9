"""The graph that reads one source: recall → read → ground → reconcile → assess → suggest.

It writes nothing and reaches the world only through its ports. There is no checkpointer
and no interrupt: a reading is one durable step, and a decision is a row.
"""

from dataclasses import dataclass
from typing import Any, TypedDict

from langgraph.graph import END, START, StateGraph
from langsmith import tracing_context

from agent.addressed import Addressed, addressed
from agent.assess import assess
from agent.ground import ground
from agent.ports import Context, Drafted, Drafts, Place, Reader, Recall, Writer
from agent.quotes import locate
from agent.suggest import suggest
from plan.absences import absent
from plan.models import Frozen
from plan.observations import Absence, Engagement, NextAction, Risk
from plan.readings import Drop, Finding
from plan.reconcile import reconcile
from plan.sources import Evidence
from plan.usage import Usage


class Found(Frozen):
    """All that one run of the graph came to.

    Attributes:
        addressed: Words that speak to the software that reads them; evidence of nothing.
        usage: What reader and writer took of models.
    """

    findings: tuple[Finding, ...] = ()
    engagement: tuple[Engagement, ...] = ()
    absences: tuple[Absence, ...] = ()
    risks: tuple[Risk, ...] = ()
    next_actions: tuple[NextAction, ...] = ()
    drops: tuple[Drop, ...] = ()
    addressed: tuple[Evidence, ...] = ()
    usage: Usage = Usage()


class ReadingState(TypedDict, total=False):
    """What the nodes hand on: the context grows at `recall`, the rest is added step by step."""

    context: Context
    drafts: Drafts
    addressed: Addressed
    findings: tuple[Finding, ...]
    engagement: tuple[Engagement, ...]
    absences: tuple[Absence, ...]
    risks: tuple[Risk, ...]
    next_actions: tuple[NextAction, ...]
    wordings: tuple[Drafted, ...]
    drops: tuple[Drop, ...]


@dataclass(frozen=True)
class Steps:
    """The nodes, over the ports they use."""

    recall_port: Recall
    reader: Reader
    writer: Writer

    def recall(self, state: ReadingState) -> ReadingState:
        """Add the earlier passages that matter, and tell what nobody may heed."""
        context = state["context"]
        spoken = addressed(context.source.turns)
        known = {
            "recalled": tuple(self.recall_port.passages(context)),
            "unheeded": tuple(Place(one.turn, one.start, one.end) for one in spoken.spans),
        }
        return {"context": context.model_copy(update=known), "addressed": spoken}

    def read(self, state: ReadingState) -> ReadingState:
        """Let the reader draft."""
        return {"drafts": self.reader.read(state["context"])}

    def ground(self, state: ReadingState) -> ReadingState:
        """Keep what points to words and to this deal."""
        grounded = ground(state["drafts"].edits, state["context"], state["addressed"])
        drops = (*state["drafts"].drops, *grounded.drops)
        return {"findings": grounded.findings, "drops": drops}

    def reconcile(self, state: ReadingState) -> ReadingState:
        """One edit an entity, and nothing known already."""
        context = state["context"]
        done = reconcile(state["findings"], context.plan, context.pending)
        return {"findings": done.findings, "drops": (*state["drops"], *done.drops)}

    def assess(self, state: ReadingState) -> ReadingState:
        """Which risks are open on the source's day, and who is away."""
        said = state["drafts"].risks
        done = assess(state["context"], state["findings"], said, state["addressed"])
        return {
            "engagement": done.engagement,
            "absences": done.absences,
            "risks": done.risks,
            "drops": (*state["drops"], *done.drops),
        }

    def suggest(self, state: ReadingState) -> ReadingState:
        """What to do next."""
        context = state["context"]
        away = absent((*state["absences"], *context.absences), context.source.day)
        findings = state["findings"]
        risks = [one for one in state["risks"] if one.status == "open"]
        done = suggest(context, findings, risks, self.writer, marks=context.marks, absent=away)
        return {"next_actions": done.actions, "wordings": done.drafts}


class ReadingGraph:
    """Reads one source against one deal."""

    def __init__(
        self, recall: Recall, reader: Reader, writer: Writer, *, trace: bool = False
    ) -> None:
        self._trace = trace
        self._graph = _compile(Steps(recall, reader, writer))

    def run(self, context: Context) -> Found:
        """Run the steps in order.

        Raises:
            ReaderUnavailableError: The reader cannot read now.
            ReadingFailedError: The reader's answer cannot be used.
        """
        # Tracing would post the whole state to a server as soon as its variables are in the
        # shell, so it is off unless the settings ask for it.
        with tracing_context(enabled=self._trace):
            state = self._graph.invoke({"context": context})
        drafts: Drafts = state["drafts"]
        asked: tuple[Drafts | Drafted, ...] = (drafts, *state["wordings"])
        return Found(
            findings=state["findings"],
            engagement=state["engagement"],
            absences=state["absences"],
            risks=state["risks"],
            next_actions=state["next_actions"],
            drops=state["drops"],
            addressed=_told(state["context"], state["addressed"], drafts),
            usage=sum((one.usage for one in asked), start=Usage()),
        )


def _told(context: Context, found: Addressed, drafts: Drafts) -> tuple[Evidence, ...]:
    """What speaks to software, as plain rules found it and as the reader itself says."""
    name, turns = context.source_id, context.source.turns
    by_rule = (
        Evidence(source=name, turn=one.turn, start=one.start, end=one.end) for one in found.spans
    )
    by_reader = (locate(quote, name, turns) for quote in drafts.addressed)
    more = (one for one in by_reader if one is not None and not found.touches(one))
    return (*by_rule, *more)


def _compile(steps: Steps) -> Any:  # noqa: ANN401 - the library's type has four parameters
    graph = StateGraph(ReadingState)
    order = ("recall", "read", "ground", "reconcile", "assess", "suggest")
    for name in order:
        graph.add_node(name, getattr(steps, name))
    for before, after in zip((START, *order), (*order, END), strict=True):
        graph.add_edge(before, after)
    return graph.compile()
