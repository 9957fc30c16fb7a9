"""Gates: bars hold or fail with a sentence, and a gate of nothing is an error."""

from pathlib import Path

import pytest

from evals.errors import GatesError
from evals.gates import GATES, gate_failures, load_gates
from evals.run import Change, Comparison
from evals.scores import Scores
from tests.unit.evals.made import scored, source_run

WORSE = Change(figure="lenient.f1", was=0.6, now=0.5, interval=(-0.2, -0.05), verdict="worse")
SAME = Change(figure="strict.f1", was=0.5, now=0.49, interval=(-0.1, 0.08), verdict="same")


@pytest.fixture
def perfect(tmp_path: Path) -> Scores:
    return scored(source_run(tmp_path / "case"))


def failures(
    scores: Scores, folder: Path, text: str, comparison: Comparison | None = None
) -> list[str]:
    path = folder / "gates.toml"
    path.write_text(text, encoding="utf-8")
    return list(gate_failures(scores, load_gates(scores.reader, path), comparison))


@pytest.mark.parametrize(
    ("bar", "told"),
    [
        ('"strict.f1" = {min = 1.0}', []),
        ('"strict.f1" = {min = 1.1}', ["strict.f1 is 1, below the 1.1 that must hold."]),
        ('"traps.hits" = {max = 0}', []),
        ('"traps.of" = {max = 0}', ["traps.of is 1, above the 0 that must hold."]),
        ('"strict.tally.right" = {min = 5, max = 5}', []),
        (
            '"answers.right.rate" = {min = 0.9}',
            ["answers.right.rate was not measured, and there is a gate for it."],
        ),
        (
            '"variants.asr_noise.harm" = {max = 0}',
            ["variants.asr_noise.harm was not measured, and there is a gate for it."],
        ),
    ],
)
def test_bars(perfect: Scores, tmp_path: Path, bar: str, told: list[str]) -> None:
    assert failures(perfect, tmp_path, f"[scripted]\n{bar}\n") == told


def test_a_score_that_fell_beyond_its_noise_is_a_failure(perfect: Scores, tmp_path: Path) -> None:
    comparison = Comparison(baseline="scripted", changes=(SAME, WORSE), edits=())
    (told,) = failures(perfect, tmp_path, "[scripted]\n", comparison)
    assert told.startswith("lenient.f1 fell from 0.600 to 0.500, more than its noise")


def test_a_reader_has_the_gates_of_its_kind_unless_it_has_its_own(tmp_path: Path) -> None:
    path = tmp_path / "gates.toml"
    path.write_text('[model]\n"strict.f1" = {min = 0.7}\n["model:a:b"]\n', encoding="utf-8")
    assert load_gates("model:a:b", path).bars == {}
    assert load_gates("model:a:c", path).bars["strict.f1"].min == 0.7
    with pytest.raises(GatesError, match=r"no gates for `embedded`; add a table \[embedded\]"):
        load_gates("embedded", path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[scripted]\n"strict.f2" = {min = 1}\n', "no figure `strict.f2`"),
        ('[scripted]\n"strict" = {min = 1}\n', "`strict` of scores.json is no figure"),
        ('[scripted]\n"reader" = {min = 1}\n', "`reader` of scores.json is no figure"),
        ('[scripted]\n"strict.f1" = {least = 1}\n', "scripted.strict.f1.least"),
        ("[scripted\n", "cannot be read"),
    ],
)
def test_gates_that_cannot_be_used_are_told(
    perfect: Scores, tmp_path: Path, text: str, told: str
) -> None:
    with pytest.raises(GatesError, match=told):
        failures(perfect, tmp_path, text)


def test_the_gates_that_are_shipped_can_be_used() -> None:
    assert load_gates("embedded", GATES).bars
    assert load_gates("model:openai:any", GATES).bars
