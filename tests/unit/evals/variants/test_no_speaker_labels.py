from pathlib import Path

from evals.variants import varied
from evals.variants.no_speaker_labels import NO_SPEAKER_LABELS
from tests.unit.evals.variants.slight import MAIL, gold_edit, sample_of, spoken

CALL = """\
WEBVTT

00:01.000 --> 00:02.000
<v Dan Cole>When is the pen test back?</v>

00:02.500 --> 00:04.000
<v Lena Ortiz>On the twentieth.</v>

00:09.000 --> 00:10.000
<v Dan Cole>Note: so be it.</v>
"""


def test_the_words_are_nobodys_and_parted_where_it_was_silent(tmp_path: Path) -> None:
    edit = gold_edit("milestone", "security-review", "On the twentieth.", due="2026-03-20")
    bare = varied(sample_of(tmp_path, CALL, edit), NO_SPEAKER_LABELS)
    assert bare
    assert spoken(bare) == [
        (None, "When is the pen test back? On the twentieth."),
        (None, "Note: so be it."),
    ]
    assert bare.gold.edits == (edit,)
    assert b"Dan" not in bare.data


def test_what_has_no_labels_cannot_lose_them(tmp_path: Path) -> None:
    assert varied(sample_of(tmp_path, MAIL), NO_SPEAKER_LABELS) is None
    bare = CALL.replace("<v Dan Cole>", "").replace("<v Lena Ortiz>", "").replace("</v>", "")
    assert varied(sample_of(tmp_path / "bare", bare), NO_SPEAKER_LABELS) is None
