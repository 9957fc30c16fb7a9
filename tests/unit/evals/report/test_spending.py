"""What a run cost."""

from decimal import Decimal
from pathlib import Path

import pytest

from evals.report.spending import cost_words, source_rows
from evals.tally import Tally
from tests.unit.evals.made import FREE
from tests.unit.evals.report.runs import COST, flawed_source, full_run, plain_run


@pytest.mark.parametrize(
    ("money", "written"), [(None, "price unknown"), (Decimal("12.346"), "$12.35")]
)
def test_tokens_stand_with_their_price_where_it_is_known(
    money: Decimal | None, written: str
) -> None:
    cost = COST.model_copy(update={"money": money})

    assert cost_words(cost) == (
        "1.5 s CPU",
        "1 min 5 s by the clock",
        "1,200 tokens in, 345 out",
        written,
    )


def test_without_tokens_there_is_no_price() -> None:
    assert cost_words(FREE)[-1] == "no tokens counted"


def test_each_source_has_its_cost_and_its_score(tmp_path: Path) -> None:
    (row,) = source_rows(full_run(tmp_path))

    assert (row.key, row.format) == ("deal/01", "text")
    assert row.cost == COST.sources["deal/01"]
    assert row.strict.tally == Tally(right=1, predicted=5, expected=5)


def test_a_source_that_was_not_timed_cost_nothing(tmp_path: Path) -> None:
    (row,) = source_rows(plain_run(flawed_source(tmp_path)))

    assert (row.cost.cpu, row.cost.wall) == (0, 0)
