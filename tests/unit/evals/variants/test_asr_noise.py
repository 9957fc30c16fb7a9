from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.ports import Quote
from agent.quotes import locate
from evals.cases.gold import Gold
from evals.cases.sample import Sample
from evals.variants import varied
from evals.variants.asr_noise import ASR_NOISE, as_heard
from evals.variants.remaking import from_turns
from plan.sources import Turn
from tests.unit.evals.small import small_sample
from tests.unit.evals.variants.slight import MAIL, gold_edit, sample_of, spoken

WORDS = st.lists(
    st.sampled_from(
        ["So", "the", "—", "Pen-test", "won't", "be", "back,", "to", "“us”", "12/03.", "…", "a"]
    ),
    min_size=1,
    max_size=12,
)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return small_sample(tmp_path_factory.mktemp("cases") / "small")


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("Friday,", "friday"),
        ("I'll", "i'll"),
        ("won’t", "won't"),
        ("‘cause", "cause"),
        ("folks'", "folks"),
        ("2.4.", "2.4"),
        ("12/03,", "12/03"),
        ("2026-03-20.", "2026-03-20"),
        ("10:30?", "10:30"),
        ("$468,000.", "$468,000"),
        ("15%", "15%"),
        ("27th!", "27th"),
        ("sign-off", "sign off"),
        ("and/or", "and or"),
        ("a.m.", "am"),
        ("[laughs]", "laughs"),
        ("Øyvind", "øyvind"),
        ("—", ""),
        ("...", ""),
    ],
)
def test_a_word_is_heard_in_lower_case_with_only_the_signs_that_numbers_need(
    word: str, heard: str
) -> None:
    assert as_heard(word) == heard


@given(st.text(max_size=20))
def test_nothing_heard_has_capitals_or_marks_of_punctuation(word: str) -> None:
    heard = as_heard(word)
    assert heard == heard.lower()
    assert not set(heard) & set('?!;()[]"“”…—')
    assert heard == " ".join(heard.split())


@given(st.lists(WORDS, min_size=1, max_size=5), st.data())
def test_a_quote_of_any_words_stands_in_what_was_heard(
    plain: Sample, turns: list[list[str]], data: st.DataObject
) -> None:
    said = data.draw(st.sampled_from(turns))
    start = data.draw(st.integers(0, len(said) - 1))
    end = data.draw(st.integers(start + 1, len(said)))
    edit = gold_edit("deal", "deal", " ".join(said[start:end]), stage="proposal")
    sample = from_turns(
        plain,
        [
            Turn(n=n, speaker=f"Ada {'XY'[n % 2]}", text=" ".join(words))
            for n, words in enumerate(turns, start=1)
        ],
        Gold.model_validate({"source": "01-call", "date": "2026-03-03", "edits": (edit,)}),
    )
    assert sample
    noisy = varied(sample, ASR_NOISE)
    if any(as_heard(word) for word in said[start:end]):
        assert noisy
        (quote,) = noisy.gold.edits[0].quote
        assert locate(Quote(text=quote), "", noisy.context.source.turns)


def test_some_small_words_are_lost_and_no_others(tmp_path: Path) -> None:
    text = "By the end of the week we will not have sent it to the bank. " * 30
    sample = sample_of(tmp_path, f"Dan Cole: {text}\nLena Ortiz: No.\n")
    noisy = varied(sample, ASR_NOISE)
    assert noisy
    (_, words), answer = spoken(noisy)
    before, after = (one.lower().replace(".", "").split() for one in (text, words))
    for small, there in (("the", 90), ("of", 30), ("to", 30)):
        assert there * 0.5 < after.count(small) < there
    for kept in ("by", "not", "end", "week", "we", "will", "have", "sent", "it", "bank"):
        assert after.count(kept) == before.count(kept) == 30
    assert answer == ("Lena Ortiz", "no")


def test_a_turn_of_nothing_but_signs_is_gone_and_one_of_a_small_word_stays(
    tmp_path: Path,
) -> None:
    call = "Dan Cole: And you?\nLena Ortiz: …\nDan Cole: Still there?\nLena Ortiz: Well.\n"
    noisy = varied(sample_of(tmp_path, call), ASR_NOISE)
    assert noisy
    assert spoken(noisy)[1:] == [("Lena Ortiz", "well")]
    assert spoken(noisy)[0][1].endswith("still there")


def test_traps_and_risks_of_this_source_follow_its_words_and_older_ones_do_not(
    tmp_path: Path,
) -> None:
    sample = small_sample(tmp_path / "small")
    assert sample.gold.risks
    older = sample.gold.risks[0].model_copy(update={"source_nn": "00"})
    gold = sample.gold.model_copy(update={"risks": (*sample.gold.risks, older)})
    noisy = varied(replace(sample, gold=gold), ASR_NOISE)
    assert noisy
    assert noisy.gold.risks
    said, _, kept = noisy.gold.risks
    turns = noisy.context.source.turns
    for quote in (*noisy.gold.traps[0].quote, *said.quote):
        assert quote == quote.lower()
        assert locate(Quote(text=quote), "", turns)
    assert kept == older


def test_without_risks_in_the_gold_there_are_none_after(tmp_path: Path) -> None:
    noisy = varied(sample_of(tmp_path, "Dan Cole: Hi Lena.\nLena Ortiz: Hi.\n"), ASR_NOISE)
    assert noisy
    assert noisy.gold.risks is None


def test_mail_is_not_spoken(tmp_path: Path) -> None:
    assert varied(sample_of(tmp_path, MAIL), ASR_NOISE) is None
