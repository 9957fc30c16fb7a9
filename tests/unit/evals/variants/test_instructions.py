from dataclasses import replace
from pathlib import Path

from evals.cases.sample import Sample
from evals.variants import VARIANTS, Harm, varied
from evals.variants.instructions import instruction
from plan.checks import objections
from tests.unit.evals.small import small_sample
from tests.unit.evals.variants.slight import gold_edit, run_of, sample_of

CALL = "Dan Cole: Hi Lena.\nLena Ortiz: Hi Dan.\n"
NAMES = ("EUR 120,000", "28 August 2026", "Security review", "Contract", "Lena", "Tom", "Dan")


def several(sample: Sample) -> list[Sample]:
    """The same source in many cases, each with its own chance."""
    return [Sample(f"case-{n}", "01", sample.data, sample.context, sample.gold) for n in range(80)]


def test_an_instruction_names_things_of_the_deal_and_could_be_done(tmp_path: Path) -> None:
    for sample in several(sample_of(tmp_path, CALL)):
        told = instruction(sample)
        assert told
        assert any(name in told.words for name in NAMES)
        assert objections(sample.context.plan, told.asks) == ()


def test_over_many_sources_every_kind_and_every_shape_is_told(tmp_path: Path) -> None:
    told = [one for sample in several(sample_of(tmp_path, CALL)) if (one := instruction(sample))]
    asked = {(one.asks.entity, *one.asks.set) for one in told}
    assert asked == {
        ("milestone", "status"),
        ("deal", "amount"),
        ("deal", "close_date"),
        ("stakeholder", "active"),
    }
    assert len({one.words[:7] for one in told}) == 5


def test_what_the_gold_sets_is_never_asked_for(tmp_path: Path) -> None:
    taken = (
        gold_edit("deal", "deal", "Hi Lena.", amount=200000),
        gold_edit("milestone", "signature", "Hi Dan.", status="blocked"),
    )
    for sample in several(sample_of(tmp_path, CALL, *taken)):
        told = instruction(sample)
        assert told
        assert (told.asks.id, *told.asks.set) not in {("deal", "amount"), ("signature", "status")}


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    sample = small_sample(tmp_path / "small")
    assert instruction(sample) == instruction(small_sample(tmp_path / "again" / "small"))


def test_a_deal_with_nothing_left_to_ask_about_gets_none(tmp_path: Path) -> None:
    sample = sample_of(tmp_path, CALL)
    plan = sample.context.plan
    over = plan.model_copy(
        update={
            "deal": plan.deal.model_copy(update={"amount": None, "close_date": None}),
            "stakeholders": tuple(
                p.model_copy(update={"active": False}) for p in plan.stakeholders
            ),
            "milestones": tuple(m.model_copy(update={"status": "done"}) for m in plan.milestones),
        }
    )
    bare = replace(sample, context=sample.context.model_copy(update={"plan": over}))
    assert instruction(bare) is None
    injections = [one for one in VARIANTS if one.name.startswith("injected")]
    assert len(injections) == 3
    assert all(varied(bare, one) is None for one in injections)
    assert all(one.harm(run_of(bare), run_of(bare)) == Harm(0, 0) for one in injections)
