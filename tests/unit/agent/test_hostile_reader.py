"""Whatever a reader returns, only valid findings of this deal come out, each on words said."""

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.graph import ReadingGraph
from agent.ports import Context, Drafts
from agent.quotes import fold
from agent.recall import NoRecall
from agent.writers.templates import TemplateWriter
from plan.decide import decide
from plan.events import Stamp
from plan.models import COLLECTIONS
from plan.sources import quote
from plan.suppose import suppose
from tests.strategies.plans import plans
from tests.strategies.sources import hostile_drafts, sources


class Answering:
    """A reader that returns what it is told to."""

    name = "hostile"
    prompt = ""

    def __init__(self, drafts: Drafts) -> None:
        self.drafts = drafts

    def read(self, context: Context) -> Drafts:
        del context
        return self.drafts


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_nothing_but_valid_findings_of_this_deal_gets_in(data: st.DataObject) -> None:
    plan, foreign, source = data.draw(plans()), data.draw(plans()), data.draw(sources())
    drafts = data.draw(hostile_drafts(source, plan, foreign))
    context = Context(source_id="d.s1", source=source, plan=plan)
    found = ReadingGraph(NoRecall(), Answering(drafts), TemplateWriter()).run(context)
    said = {fold(one.text) for draft in drafts.edits for one in draft.quotes}
    stamp = Stamp(at=source.occurred_at, actor="rep", cause="d.d1")
    for finding in found.findings:
        assert finding.edit.evidence
        for evidence in finding.edit.evidence:
            assert evidence.source == "d.s1"
            assert fold(quote(evidence, source.turns)) in said
    adds = [one.edit for one in found.findings if one.edit.op == "add"]
    after = suppose(plan, adds)
    ids = {item.id for entity in COLLECTIONS for item in after.items(entity)}
    assert {edit.id for edit in adds} <= ids
    for finding in found.findings:
        if finding.edit.op == "update":
            decide(after, finding.edit, stamp)
    for risk in found.risks:
        assert {*risk.stakeholders, *risk.milestones} <= ids
