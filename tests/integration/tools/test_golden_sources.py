"""All golden sources parse, and each quote of every gold edit stands in the turn it belongs to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.ports import Quote
from agent.quotes import locate
from plan.models import Stakeholder
from plan.people import match
from plan.sources import Source
from tools.exchange.cases import SourceFile, cases, source_files
from tools.exchange.safe_yaml import load
from tools.intake import intake

GOLDEN = Path(__file__).parents[3] / "evals" / "datasets" / "golden"
FILES = [(case, one) for case in cases(GOLDEN) for one in source_files(case)]
NAMES = [f"{case.name}-{one.path.stem}" for case, one in FILES]


def document(path: Path) -> dict[str, object]:
    content = load(path.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def rows(content: dict[str, object], name: str) -> list[dict[str, object]]:
    found = content.get(name) or []
    assert isinstance(found, list)
    return found


def people(case: Path) -> list[Stakeholder]:
    """The deal's people, with those whom gold edits add."""
    known = rows(document(case / "deal.yaml"), "stakeholders")
    for gold in sorted((case / "gold").glob("*.yaml")):
        for edit in rows(document(gold), "edits"):
            if (edit["op"], edit["entity"]) == ("add", "stakeholder"):
                values = edit["set"]
                assert isinstance(values, dict)
                known.append(values)
    return [Stakeholder.model_validate(one) for one in known]


def quotes(edit: dict[str, object]) -> Iterator[str]:
    found = edit["quote"]
    yield from (found if isinstance(found, list) else [str(found)])


def places(text: str, source: Source) -> list[int]:
    """Numbers of the turns in which a quote stands."""
    turns = ((turn.n, locate(Quote(text=text), "s", [turn])) for turn in source.turns)
    return [n for n, found in turns if found]


def test_there_are_44_sources() -> None:
    assert len(FILES) == 44


@pytest.mark.parametrize(("case", "file"), FILES, ids=NAMES)
def test_every_quote_stands_in_a_turn_of_who_said_it(case: Path, file: SourceFile) -> None:
    path = file.path
    source = intake(path.read_bytes(), filename=path.name, day=file.day)
    known = people(case)
    gold = document(case / "gold" / f"{path.name[:2]}.yaml")
    for edit in rows(gold, "edits"):
        speakers = set()
        for text in quotes(edit):
            found = places(text, source)
            assert found, text
            speakers |= {match(known, *_who(source, n)) for n in found}
        assert edit["speaker"] in speakers, edit


@pytest.mark.parametrize(("case", "file"), FILES, ids=NAMES)
def test_quoted_history_is_no_evidence(case: Path, file: SourceFile) -> None:
    path = file.path
    source = intake(path.read_bytes(), filename=path.name, day=file.day)
    for trap in rows(document(case / "gold" / f"{path.name[:2]}.yaml"), "traps"):
        if trap["why"] == "quoted_history":
            assert not [n for text in quotes(trap) for n in places(text, source)], trap


def _who(source: Source, n: int) -> tuple[str | None, str | None]:
    turn = source.turns[n - 1]
    return turn.speaker, turn.address
