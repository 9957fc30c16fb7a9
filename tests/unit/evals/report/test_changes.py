"""Gold edits won and lost."""

from dataclasses import replace
from pathlib import Path

from evals.report.changes import moved
from evals.report.mistakes import mistakes
from evals.run import Comparison, EditChange
from tests.unit.evals.report.runs import flawed_source, full_run, plain_run


def test_lost_edits_lead_to_their_mistakes_and_won_ones_nowhere(tmp_path: Path) -> None:
    run = full_run(tmp_path)
    changes = (
        EditChange(source="deal/01", index=0, was="right", now="partly"),
        EditChange(source="deal/01", index=1, was="missed", now="right"),
        EditChange(source="gone/01", index=0, was="right", now="missed"),
    )
    run = replace(run, comparison=Comparison(baseline="b", changes=(), edits=changes))
    lost, won = moved(run, mistakes(run.sources))

    assert (lost.title, lost.won, lost.anchor) == ("Security review passed", False, "deal-01-0")
    assert (won.title, won.won, won.anchor) == ("Send the SOC 2 report", True, None)


def test_without_a_baseline_nothing_moved(tmp_path: Path) -> None:
    assert moved(plain_run(flawed_source(tmp_path)), ()) == ()
