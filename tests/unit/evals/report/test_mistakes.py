"""Mistakes, and what else happened on their words."""

from dataclasses import replace
from pathlib import Path

from evals.report.mistakes import Fault, Mistake, mistakes
from evals.run import SourceRun
from tests.unit.evals.report.runs import NOT_SAID, flawed_source
from tests.unit.evals.small import edit


def found(run: SourceRun) -> dict[str, Mistake]:
    return {one.anchor: one for one in mistakes([run])}


def test_gold_edits_come_first_in_their_order_and_nothing_right_or_optional(
    tmp_path: Path,
) -> None:
    run = flawed_source(tmp_path)

    assert [one.judged.verdict for one in mistakes([run])] == [
        "partly",
        "missed",
        "missed",
        "missed",
        "wrong",
        "trap",
        "ungrounded",
    ]


def test_a_mistake_says_where_it_stands(tmp_path: Path) -> None:
    one = found(flawed_source(tmp_path))["deal-01-0"]

    assert (one.case, one.number, one.file, one.format) == ("deal", "01", "01-call.txt", "text")
    assert (one.title, one.item) == ("Security review passed", "security-review")
    assert one.wrong_fields == ("due",)


def test_quoted_history_is_told_from_words_nobody_wrote(tmp_path: Path) -> None:
    run = flawed_source(tmp_path)
    context = run.sample.context
    source = context.source.model_copy(update={"quoted": (f"> {NOT_SAID}",)})
    sample = replace(run.sample, context=context.model_copy(update={"source": source}))

    assert found(run)["deal-01-x2"].faults == (Fault(NOT_SAID, quoted=False),)
    assert found(replace(run, sample=sample))["deal-01-x2"].faults == (
        Fault(NOT_SAID, quoted=True),
    )


def test_what_is_right_on_the_same_words_is_named_without_a_link(tmp_path: Path) -> None:
    done = edit("update", "action", "send-soc2", "It did, thank you.", status="done")
    again = edit("add", "action", "x", "It did, thank you.", title="Say thanks")
    (other,) = found(flawed_source(tmp_path, (done, again)))["deal-01-x0"].related

    assert (other.title, other.verdict, other.anchor) == ("Send the SOC 2 report", "right", None)


def test_an_edit_that_met_its_gold_names_no_others(tmp_path: Path) -> None:
    words = "So the review closes on the twentieth"
    late = edit("update", "milestone", "security-review", words, due="2026-03-21")
    other = edit("add", "action", "x", words, title="Close it")

    assert found(flawed_source(tmp_path, (late, other)))["deal-01-0"].related == ()
