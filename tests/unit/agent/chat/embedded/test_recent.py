import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from agent.chat.embedded.recent import RecentEmbedder
from tests.fakes.embedders import WordsEmbedder

TEXTS = st.lists(st.sampled_from(["a", "b c", "d", "e f g", ""]), max_size=6)


@given(st.lists(TEXTS, max_size=5), st.integers(0, 4))
def test_vectors_are_those_of_the_embedder_behind_it(asked: list[list[str]], most: int) -> None:
    recent = RecentEmbedder(WordsEmbedder(), most)
    for texts in asked:
        assert np.array_equal(recent.embed(texts), WordsEmbedder().embed(texts))


def test_a_text_is_embedded_once_while_it_is_kept() -> None:
    behind = WordsEmbedder()
    recent = RecentEmbedder(behind, 2)
    recent.embed(["a", "b", "a"])
    recent.embed(["b", "a"])
    assert behind.asked == ["a", "b"]
    recent.embed(["c"])
    recent.embed(["b"])
    assert behind.asked == ["a", "b", "c", "b"]
