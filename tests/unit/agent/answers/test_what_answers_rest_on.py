"""Whatever the deals and the question, an answer comes, and all it rests on is there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.answers.answer import UNKNOWN, Answer, ItemRef
from agent.answers.computed import Computed
from agent.answers.dossier import About, Dossier
from agent.answers.portfolio import PORTFOLIO
from agent.answers.portfolio.across import Across
from agent.answers.registry import NAMED
from tests.strategies.dossiers import abouts, check, dossiers
from tests.strategies.plans import patient

few = settings(patient, max_examples=20)
MINE = ("roles", "person", "silence", "promises", "outcomes", "approvals")
ELSEWHERE = ItemRef(deal="elsewhere", entity="action", id="send-soc2")
QUESTIONS = (
    "Who decides, and who signs?",
    "Who was the champion before, and who owns the security review?",
    "Who is against it?",
    "What do we owe Priya Raman?",
    "What did they promise us, and what of it is overdue?",
    "What do I owe?",
    "Has procurement approved the discount?",
    "Has she left?",
    "Have they signed the contract?",
    "Is it true that Tom Vance owns go-live?",
    "Where is there a competitor, and where is the sponsor silent?",
)


@st.composite
def asked(draw: st.DrawFn, *deals: Dossier) -> About:
    """A question that may name people and things that no deal has."""
    about = draw(abouts(*deals))
    strange = {
        "text": draw(st.just(about.text) | st.sampled_from(QUESTIONS) | st.text(max_size=20)),
        "people": (*about.people, *draw(st.sampled_from([(), ("nobody-known",)]))),
        "items": (*draw(st.sampled_from([(), (ELSEWHERE,)])), *about.items),
    }
    return about.model_copy(update=strange)


def check_all(answer: Answer, *deals: Dossier) -> None:
    check(answer, {one.plan.deal.id: one for one in deals})
    assert answer.unknown == (answer.note == UNKNOWN)
    for statement in answer.statements:
        assert statement.text.endswith(".")
        assert (statement.basis == "proposed") == bool(statement.proposals)
        assert len({ref.deal for ref in statement.items}) < 2 or not statement.words


@pytest.mark.parametrize("computed", [NAMED[name] for name in MINE], ids=MINE)
@few
@given(data=st.data())
def test_every_answer_rests_on_its_deal(computed: Computed, data: st.DataObject) -> None:
    dossier = data.draw(dossiers())
    about = data.draw(asked(dossier))
    answer = computed.compute(dossier, about)
    assert answer.topic == computed.name
    assert answer == computed.compute(dossier, about)
    check_all(answer, dossier)


@pytest.mark.parametrize("across", PORTFOLIO, ids=[one.name for one in PORTFOLIO])
@few
@given(data=st.data())
def test_every_answer_across_deals_rests_on_them(across: Across, data: st.DataObject) -> None:
    deals = (data.draw(dossiers("acme")), data.draw(dossiers("umbra")))
    answer = across.compute(deals, data.draw(asked(*deals)))
    assert answer.topic == across.name
    check_all(answer, *deals)
