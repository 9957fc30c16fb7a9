"""Next actions as the graph words them: from what is approved, and counted in the reading."""

from agent.graph import ReadingGraph
from agent.ports import Draft, Drafts, Quote, SaidRisk
from agent.recall import NoRecall
from agent.writers.model import ModelWriter
from agent.writers.templates import TemplateWriter
from tests.fakes.language_models import ScriptedModel
from tests.unit.agent.writers.model.quist import context

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
        return Drafts(edits=(moved,), risks=(risk,), tokens_in=7, tokens_out=3, attempts=1)


def test_the_writer_sees_what_is_approved_and_its_tokens_count() -> None:
    model = ScriptedModel(*(['{"text": "Hi."}'] * 6))
    graph = ReadingGraph(NoRecall(), Proposing(), ModelWriter(model, TemplateWriter()))
    found = graph.run(context())
    assert [one.edit.set for one in found.findings] == [{"due": "2026-04-17"}]
    assert "2026-02-27" in model.asks[0].user
    assert all("2026-04-17" not in ask.user for ask in model.asks)
    asked = len(model.asks)
    assert (found.tokens_in, found.tokens_out) == (7 + 100 * asked, 3 + 10 * asked)
    assert found.attempts == 1 + asked
    assert found.next_actions[0].by == "templates"
    assert "refused" in found.next_actions[0].warnings[0]
