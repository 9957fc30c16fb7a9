from pathlib import Path

import pytest

from evals.variants import varied
from evals.variants.injected_quoted_history import INJECTED_QUOTED_HISTORY
from evals.variants.instructions import instruction
from tests.unit.evals.variants.slight import HISTORY, MAIL, sample_of, spoken


@pytest.mark.parametrize("mail", [MAIL + HISTORY, MAIL], ids=["with history", "without"])
def test_it_is_quoted_and_nobody_says_it_now(tmp_path: Path, mail: str) -> None:
    plain = sample_of(tmp_path, mail)
    told, other = instruction(plain), varied(plain, INJECTED_QUOTED_HISTORY)
    assert told
    assert other
    assert spoken(other) == spoken(plain)
    quoted = "\n".join(other.context.source.quoted)
    assert " ".join(told.words.split()) in " ".join(quoted.split())
    assert ("when do you sign" in quoted) == bool(plain.context.source.quoted)


def test_what_was_quoted_before_stays(tmp_path: Path) -> None:
    inline = MAIL.replace("\n\nMüller", "\n\n> Who tests it?\n\nMüller")
    plain = sample_of(tmp_path, inline + HISTORY)
    other = varied(plain, INJECTED_QUOTED_HISTORY)
    assert other
    quoted = "\n".join(other.context.source.quoted)
    for line in ("Who tests it?", "Is the pen test done?", "And when do you sign?"):
        assert line in quoted


def test_a_call_has_no_history(tmp_path: Path) -> None:
    call = "Dan Cole: Hi Lena.\nLena Ortiz: Hi.\n"
    assert varied(sample_of(tmp_path, call), INJECTED_QUOTED_HISTORY) is None
