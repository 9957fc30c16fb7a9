"""What holds of every computed answer, whatever the deal and the question."""

from hypothesis import given
from hypothesis import strategies as st

from agent.answers.dossier import About
from agent.answers.registry import ANSWERS, NAMED
from tests.strategies.dossiers import abouts, check, dossiers
from tests.strategies.plans import patient

MINE = ("blockers", "critical_path", "next_steps", "at_risk", "changes", "due", "amounts")


def test_each_goes_by_a_name_of_its_own_and_says_what_it_tells() -> None:
    assert len(NAMED) == len(ANSWERS)
    assert all(one.tells.endswith(".") for one in ANSWERS)
    assert all(set(one.takes) <= About.model_fields.keys() for one in ANSWERS)


@patient
@given(st.data())
def test_every_answer_rests_on_its_deal(data: st.DataObject) -> None:
    dossier = data.draw(dossiers())
    about = data.draw(abouts(dossier))
    for name in MINE:
        answer = NAMED[name].compute(dossier, about)
        assert answer.topic == name
        assert answer == NAMED[name].compute(dossier, about)
        check(answer, {dossier.plan.deal.id: dossier})
        for one in answer.statements:
            assert one.text.endswith(".")
            assert one.basis != "proposed" or (one.proposals and "wait" in one.text)
