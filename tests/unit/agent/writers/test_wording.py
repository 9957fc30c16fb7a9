"""Next actions as the graph words them: from what is approved, and counted in the reading."""

import json
from decimal import Decimal

from agent.graph import ReadingGraph
from agent.llm.port import Answer, Ask
from agent.ports import Draft, Drafts, Quote, SaidRisk
from agent.recall import NoRecall
from agent.writers.model import ModelWriter
from agent.writers.templates import TemplateWriter
from plan.usage import Usage
from tests.fakes.language_models import COSTS, ScriptedModel
from tests.unit.agent.writers.model.quist import context

OWN = Usage(tokens_in=7, tokens_out=3, attempts=1, money=Decimal("0.01"))
SAID = Quote(text="The network access is what we wait for", turn=3)


class Proposing:
    """A reader that proposes a later date for the blocked step, and tells of the blocker."""

    name = "proposing"
    prompt = ""

    def read(self, _: object) -> Drafts:
        moved = Draft(
            op="update", entity="milestone", id="access", set={"due": "2026-04-17"}, quotes=(SAID,)
        )
        risk = SaidRisk(
            kind="blocker_raised", severity="high", stakeholders=("mara",), quotes=(SAID,)
        )
        return Drafts(edits=(moved,), risks=(risk,), usage=OWN)


def test_the_writer_sees_what_is_approved_and_its_tokens_count() -> None:
    model = ScriptedModel(*(['{"text": "Hi."}'] * 6))
    graph = ReadingGraph(NoRecall(), Proposing(), ModelWriter(model, TemplateWriter()))
    found = graph.run(context())
    assert [one.edit.set for one in found.findings] == [{"due": "2026-04-17"}]
    assert "2026-02-27" in model.asks[0].user
    assert all("2026-04-17" not in ask.user for ask in model.asks)
    asked = len(model.asks)
    assert found.usage == sum([COSTS] * asked, start=OWN)
    assert found.next_actions[0].by == "templates"
    assert "refused" in found.next_actions[0].warnings[0]


def test_the_money_of_a_reading_is_that_of_each_model_at_its_own_price() -> None:
    dear = Usage(tokens_in=1, attempts=1, money=Decimal("0.25"))

    def words(_: Ask) -> Answer:
        return Answer(text=json.dumps({"text": "Hi."}), usage=dear)

    model = ScriptedModel(*[words] * 6)
    graph = ReadingGraph(NoRecall(), Proposing(), ModelWriter(model, TemplateWriter()))
    own = OWN.money
    assert own is not None
    found = graph.run(context())
    assert found.usage.money == own + len(model.asks) * Decimal("0.25")


def test_tokens_of_no_known_price_leave_the_money_open() -> None:
    model = ScriptedModel(*[json.dumps({"text": "Hi."})] * 6)
    graph = ReadingGraph(NoRecall(), Proposing(), ModelWriter(model, TemplateWriter()))
    assert graph.run(context()).usage.money is None
