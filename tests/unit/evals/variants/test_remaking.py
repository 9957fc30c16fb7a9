from pathlib import Path

from evals.variants.remaking import from_bytes, from_source, from_turns
from tests.unit.evals.small import small_sample
from tests.unit.evals.variants.slight import MAIL, sample_of, spoken


def test_a_varied_source_is_what_intake_makes_of_its_file(tmp_path: Path) -> None:
    plain = small_sample(tmp_path / "small")
    first, *others = plain.context.source.turns
    found = from_turns(plain, [first.model_copy(update={"text": "Hi <b> & {you}."}), *others])
    assert found
    assert spoken(found) == [("Dan Cole", "Hi <b> & {you}."), *spoken(plain)[1:]]
    again = from_bytes(plain, found.data)
    assert again == found
    assert found.gold == plain.gold
    assert found.context.source_id == plain.context.source_id


def test_what_no_file_holds_or_intake_refuses_is_no_sample(tmp_path: Path) -> None:
    plain = sample_of(tmp_path, MAIL)
    unseen = plain.context.source.turns[0].model_copy(update={"text": "un\u200bseen"})
    source = plain.context.source.model_copy(update={"turns": (unseen,)})
    assert from_source(plain, source) is None
    assert from_bytes(plain, b"") is None
