"""Every golden transcript parses, and each quote of its gold edits stands in exactly one turn."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from plan.sources import Source
from tools.intake import intake

GOLDEN = Path(__file__).parents[4] / "evals" / "datasets" / "golden"
FORMATS = {".vtt": "vtt", ".srt": "srt", ".txt": "text", ".json": "json"}
PLAIN_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})


def cases() -> list[tuple[Path, Path]]:
    """Each transcript with its gold file."""
    found = []
    for gold in sorted(GOLDEN.glob("*/gold/*.yaml")):
        sources = list((gold.parents[1] / "sources").glob(f"{gold.stem}-*"))
        found += [(source, gold) for source in sources if source.suffix in FORMATS]
    return found


@cache
def read(source: Path, gold: Path) -> Source:
    return intake(source.read_bytes(), filename=source.name, day=loaded(gold)["date"])


@cache
def loaded(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text())
    return content


def folded(text: str) -> str:
    return " ".join(text.split()).translate(PLAIN_QUOTES)


def names(gold: Path) -> dict[str, str]:
    """Names by the ids of the deal's people, those that gold edits up to here add included."""
    deal = gold.parents[1] / "deal.yaml"
    known = {one["id"]: one["name"] for one in loaded(deal)["stakeholders"]}
    for path in sorted(gold.parent.glob("*.yaml")):
        added = (edit["set"] for edit in loaded(path)["edits"] if edit["entity"] == "stakeholder")
        known |= {one["id"]: one["name"] for one in added if "id" in one and "name" in one}
    return known


def edits(gold: Path) -> Iterator[tuple[list[str], str]]:
    known = names(gold)
    for edit in loaded(gold)["edits"]:
        quotes = edit["quote"] if isinstance(edit["quote"], list) else [edit["quote"]]
        yield quotes, known[edit["speaker"]]


def test_there_are_golden_transcripts() -> None:
    assert len(cases()) == 26


@pytest.mark.parametrize(
    ("source", "gold"), cases(), ids=lambda path: path.parts[-3][:9] + path.name
)
def test_quotes_stand_in_exactly_one_turn_of_who_said_them(source: Path, gold: Path) -> None:
    said = [(turn.speaker, folded(turn.text)) for turn in read(source, gold).turns]
    for quotes, speaker in edits(gold):
        holding = [[who for who, text in said if folded(one) in text] for one in quotes]
        assert [len(found) for found in holding] == [1] * len(quotes), quotes
        assert [speaker] in holding, quotes


@pytest.mark.parametrize(
    ("source", "gold"), cases(), ids=lambda path: path.parts[-3][:9] + path.name
)
def test_everybody_is_told_apart_and_nobody_is_made_up(source: Path, gold: Path) -> None:
    found = read(source, gold)
    assert found.kind == "call"
    assert found.format == FORMATS[source.suffix]
    assert None not in {turn.speaker for turn in found.turns}
    assert {turn.speaker for turn in found.turns} == {person.name for person in found.people}
    assert 2 <= len(found.people) <= 8
    assert all(len((person.name or "").split()) >= 2 for person in found.people)
    for before, turn in zip(found.turns, found.turns[1:], strict=False):
        assert before.speaker != turn.speaker
        assert (before.start or 0) <= (turn.start or 0)


@pytest.mark.parametrize(
    ("source", "gold"),
    [case for case in cases() if case[0].suffix == ".json"],
    ids=lambda p: p.name,
)
def test_exports_know_their_own_day(source: Path, gold: Path) -> None:
    own = intake(source.read_bytes())
    assert isinstance(own.day, date)
    assert own.day == loaded(gold)["date"]
    assert own == intake(source.read_bytes(), day=own.day)
