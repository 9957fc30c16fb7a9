"""An edit's values side by side."""

from pathlib import Path

from evals.judging.verdicts import Judged
from evals.report.values import Value, title, values
from evals.run import SourceRun
from tests.unit.evals.report.runs import flawed_source
from tests.unit.evals.small import edit


def judged(run: SourceRun, verdict: str) -> Judged:
    return next(one for one in run.judged if one.verdict == verdict)


def test_a_wrong_field_stands_between_what_was_and_what_was_expected(tmp_path: Path) -> None:
    run = flawed_source(tmp_path)
    one = judged(run, "partly")

    assert values(one, run.sample.context.plan) == (
        Value("due", before="2026-03-13", found="2026-03-21", expected="2026-03-20", right=False),
    )
    assert title(one, run.sample.context.plan) == "Security review passed"


def test_an_add_has_nothing_before_it_and_its_title_is_not_compared(tmp_path: Path) -> None:
    quote = "I'll send you the pricing sheet by Friday"
    run = flawed_source(
        tmp_path,
        (
            edit(
                "add", "action", "x", quote, title="Sheet", owner="Dan Cole", milestone="signature"
            ),
        ),
    )
    plan = run.sample.context.plan

    assert values(judged(run, "partly"), plan) == (
        Value("due", before=None, found=None, expected="2026-03-06", right=False),
        Value("owner", before=None, found="dan-cole", expected="dan-cole", right=True),
        Value("title", None, found="Sheet", expected="Send the pricing sheet", right=None),
        Value("milestone", before=None, found="signature", expected=None, right=None),
    )


def test_a_person_is_called_by_name(tmp_path: Path) -> None:
    run = flawed_source(
        tmp_path, (edit("update", "stakeholder", "tom-vance", "Good.", title="CFO"),)
    )

    assert title(judged(run, "wrong"), run.sample.context.plan) == "Tom Vance"


def test_what_the_plan_does_not_know_is_called_as_the_reader_did(tmp_path: Path) -> None:
    odd = (
        edit("update", "milestone", "no-such", "Good.", due="soon"),
        edit("update", "planet", None, "Good.", size=[1, True, None]),
    )
    run = flawed_source(tmp_path, odd)
    plan = run.sample.context.plan
    first, second = (one for one in run.judged if one.verdict == "wrong")

    assert title(first, plan) == "no-such"
    assert values(first, plan) == (Value("due", None, found="soon", expected=None, right=None),)
    assert title(second, plan) == "without a title"
    assert [one.found for one in values(second, plan)] == ["1, yes, nothing"]


def test_the_deal_is_looked_up_without_an_id(tmp_path: Path) -> None:
    run = flawed_source(tmp_path, (edit("update", "deal", None, "Good.", amount="1"),))
    one = judged(run, "wrong")

    assert title(one, run.sample.context.plan) == "Acme - warehouse platform"
    assert values(one, run.sample.context.plan)[0].before == "240000"
