"""A trial on its page and on the screen."""

import re
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from evals.trials.page import page
from evals.trials.summary import summary
from evals.trials.trial import Trial
from tests.unit.evals.report.parsed import Node, parsed
from tests.unit.evals.trials.runs import flawed, perfect, tried

SCRIPT = "<script>alert(1)</script> [bold]x[/bold]"


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    return tried(tmp_path, [flawed] * 14, [perfect] * 14)


@pytest.fixture
def root(trial: Trial) -> Node:
    return parsed(page(trial))


def printed(trial: Trial) -> str:
    told = StringIO()
    Console(file=told, width=300).print(summary(trial))
    return told.getvalue()


def hostile(trial: Trial) -> Trial:
    """The same, with markup wherever a source or a model may put words."""
    right = trial.only_now.right[0].model_copy(update={"title": SCRIPT, "quotes": (SCRIPT,)})
    made = trial.only_was.needless[0].model_copy(update={"title": SCRIPT, "quotes": (SCRIPT,)})
    return trial.model_copy(
        update={
            "only_now": trial.only_now.model_copy(update={"right": (right,)}),
            "only_was": trial.only_was.model_copy(update={"needless": (made,)}),
        }
    )


def test_the_page_says_the_verdict_first(root: Node, trial: Trial) -> None:
    assert root.one("h1").text == "read v1 and v2: v2 is better"
    assert root.all("p", class_="note")[0].text == trial.says


def test_ids_are_there_once_and_links_land(root: Node, trial: Trial) -> None:
    ids = [one.attributes["id"] for one in root.walk() if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    links = [one.attributes["href"] for one in root.all("a")]
    assert {one[1:] for one in links if one.startswith("#")} <= set(ids)
    others = {one.partition("#")[0] for one in links if not one.startswith("#")}
    assert others == {"v1/report.html", "v2/report.html"}
    assert f"v1/report.html#{trial.only_now.right[0].anchor}" in links
    assert f"v1/report.html#{trial.only_was.needless[0].anchor}" in links


def test_edits_stand_with_their_words_and_what_the_other_version_made_of_them(root: Node) -> None:
    first = root.one("section", aria_labelledby="right-v2").all("li")[0]
    assert "“" not in first.text
    assert first.text == (
        "deal00/01, update milestone Security review passed We won't have it back until the "
        "twentieth So the review closes on the twentieth v1: ◐ partly right due 2026-03-21 "
        "2026-03-20"
    )
    trap = root.one("section", aria_labelledby="needless-v1").all("li")[1]
    assert trap.text.endswith("I'd probably start in June. ▲ trap hypothetical")


def test_every_table_is_as_wide_as_its_head(root: Node) -> None:
    for table in root.all("table"):
        assert table.one("caption").text
        widths = {len(row.all("th") + row.all("td")) for row in table.all("tr")}
        assert len(widths) == 1, table.one("caption").text


def test_traps_and_cost_are_told_in_plain_numbers(root: Node) -> None:
    rows = [[one.text for one in (*row.all("th"), *row.all("td"))] for row in root.all("tr")]
    assert ["hypothetical", "14", "0", "14"] in rows
    assert ["tokens sent", "14,000", "21,000", "7,000", "7,000 to 7,000"] in rows
    assert ["US dollars", "0.0392", "0.0532", "0.0140", "0.0140 to 0.0140"] in rows


def test_no_text_from_outside_becomes_markup(trial: Trial) -> None:
    told = page(hostile(trial))
    assert "<script>" not in told
    assert parsed(told).text.count("<script>alert(1)</script>") == 4
    assert printed(hostile(trial)).count(SCRIPT) == 4


def test_nothing_is_fetched_from_anywhere(trial: Trial) -> None:
    assert not re.search(r"https?:|//|@import|<script|url\(", page(trial))


def test_the_screen_shows_some_edits_and_the_verdict_last(trial: Trial) -> None:
    told = printed(trial)
    assert "Right only with v2: 56" in told
    assert "and 44 more, in the report" in told
    assert "v1 partly (due 2026-03-21)" in told
    assert "trap hits, of 14" in told
    assert told.rstrip().endswith(trial.says)
