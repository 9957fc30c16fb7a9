"""Whatever a model answers, only grounded findings of this deal come out, and not too many."""

import json
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from agent.graph import Found, ReadingGraph
from agent.llm.port import Answer, Ask
from agent.quotes import fold
from agent.readers.model import ModelReader
from agent.recall import NoRecall
from agent.writers.templates import TemplateWriter
from plan.models import COLLECTIONS
from plan.sources import quote
from plan.suppose import suppose
from plan.thresholds import DEFAULTS
from tests.fakes.language_models import COSTS
from tests.unit.agent.readers.model.answering import (
    PLAN,
    Json,
    call,
    context,
    found,
    milestone,
    new_action,
    risk,
    said,
    verdict,
)
from tests.unit.agent.readers.model.hostile import drafts, verdicts

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Answers are large, and shrinking them takes minutes and tells little."""


class Answering:
    """A model that gives the same two answers whatever it is asked."""

    name = "hostile:model"
    window = 128_000

    def __init__(self, drafted: Json, checked: Json) -> None:
        self.answers = {"read": drafted, "verify": checked}

    def ask(self, ask: Ask) -> Answer:
        return Answer(text=json.dumps(self.answers[ask.prompt.split("/")[0]]), usage=COSTS)


def run(drafted: Json, checked: Json) -> Found:
    reader = ModelReader(Answering(drafted, checked), 1)
    ran = ReadingGraph(NoRecall(), reader, TemplateWriter()).run(context())
    assert_grounded(ran)
    return ran


def assert_grounded(ran: Found) -> None:
    turns = call().turns
    assert len(ran.findings) <= DEFAULTS.edits_kept
    adds = [one.edit for one in ran.findings if one.edit.op == "add"]
    after = suppose(PLAN, adds)
    ids = {item.id for entity in COLLECTIONS for item in after.items(entity)} | {"deal", "plan"}
    for finding in ran.findings:
        assert finding.edit.id in ids
        assert finding.edit.evidence
        for evidence in finding.edit.evidence:
            assert evidence.source == "quay.s4"
            assert fold(quote(evidence, turns)) in fold(turns[evidence.turn - 1].text)
        assert finding.why.isprintable()
        assert all(len(warning) < 1_000 for warning in finding.warnings)
    for risk_ in ran.risks:
        assert {*risk_.stakeholders, *risk_.milestones} <= ids


def drafted(*findings: Json, **more: Any) -> Json:  # noqa: ANN401 - any JSON
    return {"addressed": [], "walk": [], "findings": list(findings), "risks": [], **more}


@settings(max_examples=80, deadline=None, phases=PHASES)
@given(drafted=drafts(), checked=verdicts())
def test_nothing_but_grounded_findings_of_this_deal_gets_in(drafted: Json, checked: Json) -> None:
    run(drafted, checked)


@settings(max_examples=60, deadline=None, phases=PHASES)
@given(data=st.data(), checked=verdicts())
def test_no_verdict_brings_in_what_was_not_drafted(data: st.DataObject, checked: Json) -> None:
    answer = data.draw(drafts())
    with_all = ModelReader(Answering(answer, {"candidates": [], "risks": []}), 1).read(context())
    after = ModelReader(Answering(answer, checked), 1).read(context())
    words = [one.quotes for one in with_all.edits]
    kinds = [(one.entity, one.op == "update") for one in with_all.edits]
    assert len(after.edits) <= len(with_all.edits)
    assert len(after.risks) <= len(with_all.risks)
    for edit in after.edits:
        assert len(edit.why) <= 600
        assert edit.quotes in words
        assert edit.op == "update" or (edit.entity, False) in kinds


def test_five_hundred_edits_are_no_more_than_the_thresholds_allow() -> None:
    many = [
        found(new_action(f"Errand number {n} of mine", f"n{n}"), said(4, "by the twelfth"))
        for n in range(500)
    ]
    ran = run(drafted(*many), {"candidates": [], "risks": []})
    assert len(ran.findings) == DEFAULTS.edits_kept
    assert ran.drops


def test_what_is_refused_for_its_number_is_kept_for_inspection() -> None:
    many = [
        found(new_action(f"Errand {n}", f"n{n}"), said(4, "by the twelfth")) for n in range(500)
    ]
    reader = ModelReader(Answering(drafted(*many), {"candidates": [], "risks": []}), 1)
    read = reader.read(context())
    assert len(read.edits) == DEFAULTS.drafts_tried


def test_edits_of_another_deal_and_words_nobody_said_change_nothing() -> None:
    foreign = found(milestone("rollout-of-another-deal", due="2025-09-08"), said(2, "The eighth."))
    made_up = found(milestone(due="2025-09-08"), said(2, "the ninth, I promise"))
    unshown = found(milestone("m77", due="2025-09-08"), said(2, "The eighth."))
    ran = run(
        drafted(foreign, made_up, unshown, risks=[risk("budget_risk", said(2, "no money"))]),
        {"candidates": [verdict("c1"), verdict("c2"), verdict("c3")], "risks": []},
    )
    assert ran.findings == ()
    assert len(ran.drops) == 4
    assert not [one for one in ran.risks if one.basis == "said"]
