"""Cases in the golden layout: which there are, and which sources they have."""

from datetime import date
from pathlib import Path

import pytest

from tools.exchange.cases import SourceFile, cases, source_files
from tools.exchange.errors import UnreadableFileError

GOLDEN = Path(__file__).parents[4] / "evals" / "datasets" / "golden"


def gold(case: Path, name: str, text: str) -> None:
    (case / "gold").mkdir(parents=True, exist_ok=True)
    (case / "gold" / name).write_text(text, encoding="utf-8")


def test_folders_with_a_plan_file_are_cases_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b-deal", "a-deal"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "deal.yaml").touch()
    (tmp_path / "notes").mkdir()
    assert [case.name for case in cases(tmp_path)] == ["a-deal", "b-deal"]
    assert cases(tmp_path / "nowhere") == ()


def test_sources_come_in_order_with_their_days_and_nothing_else_is_looked_at(
    tmp_path: Path,
) -> None:
    gold(tmp_path, "01.yaml", "source: 01-call.vtt\ndate: '2026-03-09'\nedits: []\n")
    gold(tmp_path, "02.yaml", "source: 02-mail.eml\ndate: 2026-03-10\nedits: [{op: nonsense}]\n")
    assert list(source_files(tmp_path)) == [
        SourceFile(tmp_path / "sources" / "01-call.vtt", date(2026, 3, 9)),
        SourceFile(tmp_path / "sources" / "02-mail.eml", date(2026, 3, 10)),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("date: 2026-03-09\n", "source: field required"),
        ("source: a.vtt\n", "date: field required"),
        ("source: a.vtt\ndate: 20260309\n", "date: it must be a date such as"),
        ("source: [a]\ndate: 2026-03-09\n", "source: input should be"),
        ("", "input should be"),
        ("a: 1\na: 2\n", "Line 2: `a` stands twice"),
    ],
)
def test_a_gold_file_that_is_not_in_the_layout_is_named(
    tmp_path: Path, text: str, told: str
) -> None:
    gold(tmp_path, "01.yaml", text)
    with pytest.raises(UnreadableFileError) as refused:
        list(source_files(tmp_path))
    assert told in str(refused.value)
    assert str(tmp_path / "gold" / "01.yaml") in str(refused.value)


def test_every_source_of_the_golden_deals_is_there() -> None:
    found = [one for case in cases(GOLDEN) for one in source_files(case)]
    assert len(found) == 44
    assert all(one.path.is_file() for one in found)
