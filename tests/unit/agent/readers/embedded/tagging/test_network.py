"""The networks that ship: they load, fit the code, and tell the same whatever else is read."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copytree

import numpy as np
import pytest

from agent.ports import Context
from agent.readers.embedded import EmbeddedReader
from agent.readers.embedded.candidates.features import rows
from agent.readers.embedded.candidates.gather import gather
from agent.readers.embedded.candidates.scorer import TrainedScorer
from agent.readers.embedded.material import material
from agent.readers.embedded.tagging.network import NetworkTagger
from agent.readers.embedded.tagging.tags import TAGS, Tag
from agent.readers.embedded.training.examples import spoken_of
from agent.readers.embedded.weights import WeightsError
from agent.readers.embedded.weights.files import FOLDER
from memory.embedder import MiniLM

Make = Callable[..., Context]
LINES = (
    ("Dan Cole", "I'll send you the SOC 2 report by Friday."),
    ("Lena Ortiz", "Good. The security review is done, we signed it off yesterday."),
    ("Dan Cole", "How was the weekend?"),
)


@pytest.fixture(scope="module")
def tagger() -> NetworkTagger:
    return NetworkTagger()


def test_it_hears_what_is_done_and_what_is_small_talk(call: Make, tagger: NetworkTagger) -> None:
    told = tagger.tags(spoken_of(call(*LINES), MiniLM()))
    assert told.shape == (4, len(TAGS))
    done = told[:, TAGS.index(Tag.DONE)]
    assert done[2] > 0.5 > done[3]


def test_the_same_source_is_heard_the_same_in_any_company(
    call: Make, tagger: NetworkTagger
) -> None:
    embedder = MiniLM()
    sources = [spoken_of(call(*LINES[:n]), embedder) for n in (3, 2, 1, 3)]
    alone = [tagger.tags(one) for one in sources]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(tagger.tags, sources))
    for one, other in zip(alone, together, strict=True):
        np.testing.assert_array_equal(one, other)
    np.testing.assert_array_equal(alone[0], alone[3])


def test_the_scorer_takes_the_rows_that_candidates_have(call: Make, tagger: NetworkTagger) -> None:
    read = material(call(*LINES), MiniLM(), tagger)
    found = gather(read)
    likely = TrainedScorer().sureness(rows(read, found))
    assert likely.shape == (len(found),)
    assert ((likely >= 0) & (likely <= 1)).all()


def test_a_reading_says_why(call: Make) -> None:
    drafts = EmbeddedReader(MiniLM()).read(call(*LINES))
    review = next(one for one in drafts.edits if one.id == "security-review")
    assert review.set == {"status": "done"}
    assert "reports something done" in review.why
    assert "Security review passed" in review.why


def test_nothing_is_read_with_an_altered_network(call: Make, tmp_path: Path) -> None:
    folder = Path(copytree(FOLDER, tmp_path / "weights"))
    with (folder / "tagger.onnx").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(WeightsError, match=r"tagger\.onnx .* is not the one"):
        NetworkTagger(folder=folder).tags(spoken_of(call(*LINES), MiniLM()))
