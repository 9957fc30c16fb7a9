from itertools import pairwise
from pathlib import Path

import pytest

from evals.variants import varied
from evals.variants.shuffled_cues import SHUFFLED_CUES
from tests.unit.evals.variants.slight import MAIL, sample_of, spoken

LONG = " ".join(f"word{n}" for n in range(60))
CUES = f"""\
1
00:00:01,000 --> 00:00:21,000
Dan Cole: {LONG}

2
00:00:22,000 --> 00:00:23,000
Lena Ortiz: Fine.
"""


@pytest.mark.parametrize(
    "captions", [CUES, "WEBVTT\n\n" + CUES.replace(",", ".")], ids=["srt", "vtt"]
)
def test_captions_are_cut_elsewhere_and_the_turns_stay(tmp_path: Path, captions: str) -> None:
    plain = sample_of(tmp_path, captions)
    cut = varied(plain, SHUFFLED_CUES)
    assert cut
    assert spoken(cut) == spoken(plain)
    assert cut.data.count(b"-->") > 5
    times = [(turn.start, turn.end) for turn in cut.context.source.turns]
    assert times == [(1, 21), (22, 23)]


def test_each_piece_has_its_share_of_the_time(tmp_path: Path) -> None:
    cut = varied(sample_of(tmp_path, CUES), SHUFFLED_CUES)
    assert cut
    lines = (line.split(" --> ") for line in cut.data.decode().split("\n") if "-->" in line)
    cues = [(start, end) for start, end in lines]
    assert cues == sorted(cues)
    assert all(end == following for (_, end), (following, _) in pairwise(cues[:-1]))


def test_only_captions_have_cues(tmp_path: Path) -> None:
    assert varied(sample_of(tmp_path / "mail", MAIL), SHUFFLED_CUES) is None
    text = "Dan Cole: Hi.\nLena Ortiz: Hi.\n"
    assert varied(sample_of(tmp_path / "text", text), SHUFFLED_CUES) is None
