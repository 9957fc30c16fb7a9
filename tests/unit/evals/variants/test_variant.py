from pathlib import Path

from evals.variants import VARIANTS, Harm, varied
from evals.variants.variant import seeded
from tests.unit.evals.variants.slight import run_of, sample_of

CALL = "Dan Cole: Hi Lena.\nLena Ortiz: Hi Dan.\n"


def test_chance_falls_the_same_way_for_the_same_names_only() -> None:
    assert seeded("a", "b").random() == seeded("a", "b").random()
    other = {seeded(*names).random() for names in (("a", "b"), ("b", "a"), ("ab",), ("a",))}
    assert len(other) == 4


def test_the_seed_is_the_one_that_kept_scores_were_made_with() -> None:
    assert seeded("asr_noise", "acme/01").randint(0, 10**6) == 594_232


def test_names_are_of_one_variant_and_fit_for_folders() -> None:
    names = [variant.name for variant in VARIANTS]
    assert len(set(names)) == len(names)
    assert all(name.replace("_", "").isalpha() and name.islower() for name in names)
    assert all("Right: " in variant.says for variant in VARIANTS)


def test_what_counts_no_harm_says_so(tmp_path: Path) -> None:
    sample = sample_of(tmp_path, CALL)
    for variant in VARIANTS:
        other = varied(sample, variant)
        if other and not variant.harm_means:
            assert variant.harm(run_of(sample), run_of(other)) == Harm(0, 0)
