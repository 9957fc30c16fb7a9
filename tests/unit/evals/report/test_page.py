"""The page as a whole: it stands by itself, reads well in every case, and trusts no text."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from evals.cases.gold import Question
from evals.predictions import PredictedAnswer
from evals.report import report
from evals.run import AnswerRun, Run
from evals.scoring import About
from tests.unit.evals.report.parsed import Node, parsed
from tests.unit.evals.report.runs import (
    FLAWED,
    NOT_SAID,
    flawed_source,
    full_run,
    perfect_source,
    plain_run,
)
from tests.unit.evals.small import edit

HOSTILE = "\"'><script>alert(1)</script><b onclick=x>&amp;"
EXTERNAL = re.compile(r"(?:https?:|//|data:|url\(|@import)")


def asked(text: str, *, unknown: bool = False, **answer: object) -> AnswerRun:
    question = Question.model_validate(
        {"question": text, "after": 1, "unknown": unknown}
        | ({} if unknown else {"facts": [["20 March", "twentieth"]], "not": ["budget"]})
    )
    return AnswerRun("deal", question, PredictedAnswer.model_validate({"question": text, **answer}))


ANSWERS = (
    asked("When is the review?", answer="The budget decides."),
    asked("When does it close?", answer="On 20 March."),
    asked("Did the board agree?", unknown=True, answer="Yes, they did."),
)


def runs(folder: Path) -> dict[str, Run]:
    return {
        "full": full_run(folder, answers=ANSWERS),
        "plain": plain_run(flawed_source(folder)),
        "perfect": plain_run(perfect_source(folder)),
        "empty": plain_run(),
    }


@pytest.fixture(params=["full", "plain", "perfect", "empty"])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Node:
    return parsed(report(runs(tmp_path)[request.param]))


def test_every_id_is_there_once_and_every_link_lands(page: Node) -> None:
    ids = [node.attributes["id"] for node in page.walk() if "id" in node.attributes]
    targets = {node.attributes["href"] for node in page.all("a")}
    labels = " ".join(node.attributes.get("aria-labelledby", "") for node in page.walk())

    assert len(ids) == len(set(ids))
    assert targets <= {f"#{name}" for name in ids}
    assert set(labels.split()) <= set(ids)


def test_nothing_is_fetched_from_anywhere(page: Node) -> None:
    for node in page.walk():
        assert node.tag not in {"link", "img", "iframe", "object"}
        assert not {"src", "srcset", "style", "onclick", "action"} & set(node.attributes)
    style, script = page.one("style").text, page.one("script").text
    assert not EXTERNAL.search(re.sub(r"/\*.*?\*/", "", style))
    assert not EXTERNAL.search(script)


def test_headings_follow_one_another(page: Node) -> None:
    levels = [int(node.tag[1]) for node in page.walk() if re.fullmatch(r"h[1-6]", node.tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_say_what_they_are_and_what_their_cells_belong_to(page: Node) -> None:
    for table in page.all("table"):
        assert table.one("caption").text
        assert all(cell.attributes.get("scope") in {"row", "col"} for cell in table.all("th"))


def test_drawings_say_what_they_show(page: Node) -> None:
    for drawing in page.all("svg"):
        if "aria-hidden" not in drawing.attributes:
            assert drawing.attributes["role"] == "img"
            label, says = (child for child in drawing.children[:2] if isinstance(child, Node))
            assert (label.tag, says.tag) == ("title", "desc")
            assert label.text
            assert says.text


def test_every_table_is_as_wide_as_its_head(page: Node) -> None:
    for table in page.all("table", class_="table"):
        head = len(table.one("thead").all("th"))
        for row in table.one("tbody").all("tr"):
            cells = [child for child in row.children if isinstance(child, Node)]
            assert sum(int(cell.attributes.get("colspan", 1)) for cell in cells) == head


def test_what_is_not_there_is_said_or_left_out(tmp_path: Path) -> None:
    made = {name: parsed(report(run)).one("main") for name, run in runs(tmp_path).items()}

    for part in ("comparison", "robustness", "answers"):
        assert made["full"].all("h2", id=part)
        assert not made["plain"].all("h2", id=part)
    assert "so there is no reliability plot" in made["plain"].text
    assert "No tokens were counted" in made["plain"].text
    assert "No gate was looked at" in made["plain"].text
    assert "every edit is as a careful person would have made it" in made["perfect"].text
    assert "No source was read, so there is nothing to mend." in made["empty"].text


def test_gates_that_were_looked_at_are_told_to_hold_or_not(tmp_path: Path) -> None:
    plain = runs(tmp_path)["plain"]
    held = replace(plain, failures=())
    fallen = replace(plain, failures=("strict.f1 is 0.1, below the 0.4 that must hold.",))
    assert "Every gate holds." in parsed(report(held)).text
    page = parsed(report(fallen))
    assert "1 gate does not hold" in page.one("h2", id="gates").text
    assert "strict.f1 is 0.1" in page.text


def test_no_value_is_left_to_python_to_write(page: Node) -> None:
    written = {id(node) for raw in page.all("details", class_="raw") for node in raw.walk()}
    words = " ".join(node.text for node in page.all("td") if id(node) not in written)
    words += page.one("ul", class_="measures").text + page.one("dl", class_="others").text

    assert not re.search(r"\bNone\b(?!\.)|\bnan\b|\binf\b|Decimal|object at|\[\]|\{\}", words)


def test_the_head_says_who_read_what_and_which_gates_fell(tmp_path: Path) -> None:
    page = parsed(report(full_run(tmp_path, about=About("embedded", "read v3", "1.2.3"))))
    head = page.one("header", class_="head").text

    assert "embedded on 1 source" in head
    assert "prompt read v3" in head
    assert "Tandem 1.2.3" in head
    assert "1.5 s CPU · 1 min 5 s by the clock · 1,200 tokens in, 345 out · $0.0123" in head
    assert "1 gate does not hold" in page.one("section", class_="note").text
    assert "below the 0.44 that must hold" in page.one("section", class_="note").text


def test_the_headline_holds_the_scores(tmp_path: Path) -> None:
    run = full_run(tmp_path)
    page = parsed(report(run))
    first = page.one("ul", class_="measures").all("li")[0].text
    others = [node.text for node in page.one("dl", class_="others").all("div")]

    assert first.startswith(f"F1, strict {run.scores.strict.f1:.3f}")
    assert "1 edit with every field right" in first
    assert "worse" in first
    assert (
        others[0]
        == "Trap hits 1 of 1 traps ▼ worse, \N{MINUS SIGN}1.000 from 1.000 (traps avoided)"
    )
    assert others[1].startswith("Quotes that nobody said 1 of 6 quotes ▼ worse")


def test_each_mistake_has_its_place_its_words_and_what_was_expected(tmp_path: Path) -> None:
    page = parsed(report(full_run(tmp_path)))
    found = {node.attributes["id"]: node for node in page.all("article")}

    assert {name: node.attributes["data-verdict"] for name, node in found.items()} == {
        "deal-01-0": "partly",
        "deal-01-2": "missed",
        "deal-01-3": "missed",
        "deal-01-4": "missed",
        "deal-01-x0": "wrong",
        "deal-01-x1": "trap",
        "deal-01-x2": "ungrounded",
    }
    partly = found["deal-01-0"]
    assert "Security review passed" in partly.one("h5").text
    row = partly.one("tr", class_="differs").text
    assert row == "due 2026-03-13 ✕wrong: 2026-03-21 2026-03-20"
    marks = [node.text for node in partly.all("mark", class_="gold")]
    assert marks == [
        "We won't have it back until the twentieth",
        "So the review closes on the twentieth",
    ]
    assert [node.text for node in partly.all("mark", class_="read")] == marks[1:]
    assert "must change nothing: hypothetical" in found["deal-01-x1"].text
    assert f"Nobody said: {NOT_SAID}" in found["deal-01-x2"].text


def test_groups_lead_to_their_mistakes(tmp_path: Path) -> None:
    page = parsed(report(full_run(tmp_path)))
    groups = page.one("ol", class_="mend").all("details")

    assert [group.one("summary").text.split(" ", 2)[2] for group in groups][:2] == [
        "Not said: add action +0.022",
        "Trap, hypothetical: add action +0.022",
    ]
    links = {link.attributes["href"] for group in groups for link in group.all("a")}
    assert links - {"#mistakes"} == {f"#{one.attributes['id']}" for one in page.all("article")}


def test_filters_offer_what_the_mistakes_have(tmp_path: Path) -> None:
    page = parsed(report(full_run(tmp_path)))
    form = page.one("form", id="filter")

    assert "hidden" in form.attributes
    for name in ("case", "kind"):
        offered = {node.text for node in form.one("select", name=name).all("option")} - {"all"}
        assert offered == {one.attributes[f"data-{name}"] for one in page.all("article")}
    groups = {node.attributes["value"] for node in form.one("select", name="group").all("option")}
    assert groups - {""} == {
        number for one in page.all("article") for number in one.attributes["data-groups"].split()
    }


def test_gold_edits_lost_lead_to_their_mistakes(tmp_path: Path) -> None:
    page = parsed(report(full_run(tmp_path)))
    section = page.one("section", aria_labelledby="comparison")

    assert "Gold edits lost, 4" in section.text
    assert "Gold edits won, 0" in section.text
    links = [link.attributes["href"] for link in section.all("a")]
    assert links == ["#deal-01-0", "#deal-01-2", "#deal-01-3", "#deal-01-4"]


def test_a_variant_stands_with_its_drop_and_its_harm(tmp_path: Path) -> None:
    page = parsed(report(full_run(tmp_path)))
    (row,) = page.one("table", class_="variants").one("tbody").all("tr")

    assert "0.500 0.250 +0.250 +0.125 to +0.375 ▼ yes" in row.text
    assert "3 of 8" in row.text
    meaning = page.one("dl", class_="meanings").text
    assert meaning.startswith("asr noise Calls in lower case")
    assert meaning.endswith("Harm: what must not be.")


def test_wrong_answers_say_what_they_lack(tmp_path: Path) -> None:
    page = parsed(report(full_run(tmp_path, answers=ANSWERS)))
    section = page.one("section", aria_labelledby="answers").text

    assert "2 of 3 answers are not right." in section
    assert "It holds none of: 20 March, twentieth." in section
    assert "It holds what it must not: budget." in section
    assert "When does it close?" not in section
    assert "Nothing in the deal tells, and the answer does not say so." in section


def test_reliability_is_drawn_where_the_reader_gives_confidence(tmp_path: Path) -> None:
    sure = [one.model_copy(update={"confidence": 0.75}) for one in FLAWED]
    page = parsed(report(plain_run(flawed_source(tmp_path, sure))))

    assert page.one("title", id="reliability-title")
    assert "Expected calibration error 0.550" in page.one("main").text
    assert "0.750 sure" in page.one("article", id="deal-01-0").text


def test_no_text_from_outside_becomes_markup(tmp_path: Path) -> None:
    hostile = edit("add", HOSTILE, HOSTILE, HOSTILE, **{"title": HOSTILE, HOSTILE: HOSTILE})
    warned = hostile.model_copy(update={"warnings": (HOSTILE,)})
    answers = (asked(HOSTILE, answer=HOSTILE, cites=[{"source": HOSTILE, "quote": HOSTILE}]),)
    run = full_run(tmp_path, (*FLAWED, warned), answers, About(HOSTILE, HOSTILE, HOSTILE))
    text = report(run)
    page = parsed(text)

    assert len(page.all("script")) == 1
    assert not [node for node in page.walk() if "onclick" in node.attributes]
    assert page.one("h1").text == f"{HOSTILE} on 1 source"
    assert HOSTILE in [node.text for node in page.one("article", id="deal-01-x3").all("code")]
    assert text.count("<script>") == 1


def test_words_of_a_source_and_names_of_cases_are_escaped(tmp_path: Path) -> None:
    case = tmp_path / "a<b>_c d"
    source = flawed_source(case)
    context = source.sample.context
    turns = tuple(
        turn.model_copy(update={"speaker": HOSTILE, "text": f"{turn.text} {HOSTILE}"})
        for turn in context.source.turns
    )
    seen = context.model_copy(update={"source": context.source.model_copy(update={"turns": turns})})
    sample = type(source.sample)("a<b>_c d", "01", b"", seen, source.sample.gold)
    page = parsed(report(plain_run(type(source)(sample, source.prediction, source.judged))))

    partly = page.one("article", id="a_3Cb_3E_5Fc_20d-01-0")
    assert HOSTILE in partly.one("div", class_="words").text
    assert len(page.all("script")) == 1
    assert not page.all("b", onclick="x")


def test_the_page_stays_small_when_nothing_is_found(tmp_path: Path) -> None:
    source = flawed_source(tmp_path, ())
    page = report(plain_run(*[source]))

    assert len(page.encode()) < 80_000
