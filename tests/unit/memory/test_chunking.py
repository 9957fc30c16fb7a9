"""Cutting sources into chunks: no word is lost, doubled or moved, and none is too long."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.cases.loading import load_all
from evals.datasets import GOLDEN
from memory.chunking import LONGEST_LABEL, MOST, chunks_of, weight
from memory.embedder import MiniLM
from memory.records import Chunk, SourceRecord
from plan.sources import Source, Turn

AT = datetime(2026, 3, 9, 9, tzinfo=UTC)
RECORD = SourceRecord(
    id="acme.s1",
    deal="acme",
    number=1,
    kind="call",
    day=date(2026, 3, 9),
    occurred_at=AT,
    sha256="0" * 64,
    added_by="kim",
    added_at=AT,
)
LABELS = st.sampled_from([None, "Ada Okafor", "Björn Ek", "x" * 200])
TEXTS = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="ab .!?。é字1", max_size=3000),
    st.lists(st.sampled_from(["Yes.", "the", "contract", "14,500.00", "契約"]), max_size=900).map(
        " ".join
    ),
)


def source_of(*turns: tuple[str | None, str]) -> Source:
    return Source(
        kind="call",
        format="vtt",
        occurred_at=AT,
        day=date(2026, 3, 9),
        sha256="0" * 64,
        turns=tuple(Turn(n=n, speaker=who, text=text) for n, (who, text) in enumerate(turns, 1)),
    )


def spans(chunk: Chunk, source: Source) -> Iterator[tuple[Turn, str]]:
    """The turns of which a chunk holds words, and these words, by its offsets alone."""
    for turn in source.turns[chunk.first_turn - 1 : chunk.last_turn]:
        start = chunk.start if turn.n == chunk.first_turn else 0
        end = chunk.end if turn.n == chunk.last_turn else len(turn.text)
        if turn.text[start:end].strip():
            yield turn, turn.text[start:end].strip()


def labelled(turn: Turn, words: str) -> str:
    return f"{turn.speaker[:LONGEST_LABEL]}: {words}" if turn.speaker else words


@given(st.lists(st.tuples(LABELS, TEXTS), max_size=8))
def test_every_word_is_in_one_chunk_at_its_place(turns: list[tuple[str | None, str]]) -> None:
    source = source_of(*turns)
    chunks = chunks_of(RECORD, source)
    cut = [words for chunk in chunks for _, words in spans(chunk, source)]
    assert "".join("".join(cut).split()) == "".join("".join(text.split()) for _, text in turns)
    for n, chunk in enumerate(chunks, start=1):
        parts = list(spans(chunk, source))
        assert chunk.text == "\n".join(labelled(*part) for part in parts)
        assert chunk.speakers == tuple(
            dict.fromkeys(turn.speaker for turn, _ in parts if turn.speaker)
        )
        assert (chunk.id, chunk.n) == (f"acme.s1.c{n}", n)
        assert (chunk.deal, chunk.source, chunk.day) == ("acme", "acme.s1", RECORD.day)
        assert chunk.occurred_at == AT
        assert weight(chunk.text) <= MOST


@given(st.lists(st.tuples(LABELS, st.text(alphabet="ab .", max_size=500)), max_size=8))
def test_a_turn_that_fits_is_never_cut(turns: list[tuple[str | None, str]]) -> None:
    source = source_of(*turns)
    seen = [turn.n for chunk in chunks_of(RECORD, source) for turn, _ in spans(chunk, source)]
    assert len(seen) == len(set(seen))


def test_short_turns_stand_together_and_long_ones_are_cut_after_sentences() -> None:
    sentence = "We sign the order form once the security review is done."
    source = source_of(("Ada", "Ready?"), ("Bo", " ".join([sentence] * 20)), ("Ada", "Good."))
    first, *_, last = chunks = chunks_of(RECORD, source)
    assert first.text.startswith(f"Ada: Ready?\nBo: {sentence} {sentence}")
    assert last.text.endswith(f"{sentence}\nAda: Good.")
    assert last.speakers == ("Bo", "Ada")
    assert all(chunk.text.endswith((".", "?")) for chunk in chunks)


def test_words_without_any_end_are_cut_all_the_same() -> None:
    chunks = chunks_of(RECORD, source_of((None, "x" * 2000)))
    assert [len(chunk.text) for chunk in chunks] == [MOST, MOST, 2000 - 2 * MOST]


def test_quoted_history_and_silence_are_in_no_chunk() -> None:
    source = source_of(("Ada", "  ")).model_copy(update={"quoted": ("Earlier words",)})
    assert chunks_of(RECORD, source) == ()


def test_hours_of_talk_are_cut_in_a_moment() -> None:
    source = source_of(*[("Ada", "so we said that it is 14 and no more " * 500)] * 40)
    began = perf_counter()
    assert len(chunks_of(RECORD, source)) > 1000
    assert perf_counter() - began < 20


NUMBERS = " ".join(f"{n * 7919 % 100000},{n % 1000:03}.50" for n in range(200))


@pytest.mark.parametrize(
    "text",
    [
        "Die Datenschutzgrundverordnung verlangt Auftragsverarbeitungsvereinbarungen, oder? " * 20,
        "Η σύμβαση επεξεργασίας πρέπει να είναι έτοιμη έως τον Μάρτιο. " * 20,  # noqa: RUF001 -- it is Greek
        "来週までに契約書を確認していただけますか。セキュリティ審査が終わり次第、導入を開始します。"
        * 20,
        "다음 주까지 계약서를 검토해 주시겠습니까? 보안 심사가 끝나는 대로 도입을 시작하겠습니다. "
        * 20,
        NUMBERS,
    ],
    ids=["german", "greek", "japanese", "korean", "numbers"],
)
def test_the_embedder_takes_in_every_chunk_whole(text: str) -> None:
    assert longest(chunks_of(RECORD, source_of(("Ada Okafor", text)))) <= 256


def test_the_embedder_takes_in_every_chunk_of_the_golden_deals_whole() -> None:
    sources = [one.context.source for case in load_all([GOLDEN]) for one in case.samples]
    assert longest(chunk for source in sources for chunk in chunks_of(RECORD, source)) <= 256


def longest(chunks: "Iterator[Chunk] | tuple[Chunk, ...]") -> int:
    """The tokens of the longest, counted without the embedder's own cut."""
    network = MiniLM()._loaded()
    network._tokenizer.no_truncation()
    return max(len(network.tokens(chunk.text)) for chunk in chunks)
