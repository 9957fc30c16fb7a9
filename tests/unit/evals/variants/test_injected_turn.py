from pathlib import Path

from evals.variants import varied
from evals.variants.injected_turn import INJECTED_TURN
from evals.variants.instructions import instruction
from tests.unit.evals.variants.slight import HISTORY, MAIL, sample_of, spoken

CALL = "Dan Cole: Hi Lena.\nLena Ortiz: Hi.\nTom Vance: Hello.\nDan Cole: So.\n"


def test_somebody_says_it_in_a_turn_of_its_own(tmp_path: Path) -> None:
    plain = sample_of(tmp_path, CALL)
    told, other = instruction(plain), varied(plain, INJECTED_TURN)
    assert told
    assert other
    (said,) = (who for who, text in spoken(other) if text == told.words)
    assert said in {"Dan Cole", "Lena Ortiz", "Tom Vance"}
    assert [turn for turn in spoken(other) if turn[1] != told.words] == spoken(plain)


def test_in_a_mail_it_is_a_paragraph_above_the_history(tmp_path: Path) -> None:
    plain = sample_of(tmp_path, MAIL + HISTORY)
    told, other = instruction(plain), varied(plain, INJECTED_TURN)
    assert told
    assert other
    assert ("Lena Ortiz", told.words) in spoken(other)
    assert len(spoken(other)) == len(spoken(plain)) + 1
    assert "And when do you sign?" in "".join(other.context.source.quoted)


def test_where_nobody_is_named_it_is_among_the_words(tmp_path: Path) -> None:
    plain = sample_of(tmp_path, "WEBVTT\n\n00:01.000 --> 00:02.000\nHi there.\n")
    told, other = instruction(plain), varied(plain, INJECTED_TURN)
    assert told
    assert other
    assert told.words in " ".join(text for _, text in spoken(other))


def test_it_is_said_at_the_moment_where_it_stands(tmp_path: Path) -> None:
    cues = (
        f"00:0{n}.000 --> 00:0{n}.900\n<v {name}>Hello.</v>\n"
        for n, name in enumerate(("Dan Cole", "Lena Ortiz", "Tom Vance"), start=1)
    )
    plain = sample_of(tmp_path, "\n".join(("WEBVTT\n", *cues)))
    other = varied(plain, INJECTED_TURN)
    assert other
    starts = [turn.start or 0 for turn in other.context.source.turns]
    assert starts == sorted(starts)
    assert starts[0] == 1


def test_where_nobody_says_anything_it_is_not_injected(tmp_path: Path) -> None:
    head, _, _ = MAIL.partition("\n\n")
    assert varied(sample_of(tmp_path, f"{head}\n{HISTORY}"), INJECTED_TURN) is None
