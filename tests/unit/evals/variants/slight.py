"""Samples on the small case's deal, of sources as short as a test needs."""

from pathlib import Path

from evals.cases.gold import Gold, GoldEdit
from evals.cases.sample import Sample
from evals.judging.judge import judge
from evals.predictions import PredictedEdit
from evals.run import SourceRun
from evals.variants.remaking import from_bytes
from tests.unit.evals.small import predicted, small_sample

MAIL = """\
From: Lena Ortiz <lena@acmefoods.example>
To: Dan Cole <dan@northwind.example>
Subject: Re: Pen test
Date: Tue, 03 Mar 2026 09:30:00 +0100
Message-ID: <1@acmefoods.example>
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: 8bit

The pen test is late, we won't have it before the twentieth.

Müller & Co <the testers> are on it.
"""
HISTORY = """
On Mon, 2 Mar 2026 at 16:00, Dan Cole <dan@northwind.example> wrote:
> Is the pen test done?
> And when do you sign?
"""


def sample_of(folder: Path, data: str, *edits: GoldEdit) -> Sample:
    """A source on the small deal, with these gold edits."""
    gold = Gold.model_validate({"source": "01-source", "date": "2026-03-03", "edits": edits})
    sample = from_bytes(small_sample(folder / "small"), data.encode(), gold)
    assert sample
    return sample


def gold_edit(entity: str, item: str, quote: str, **values: object) -> GoldEdit:
    """A required update."""
    return GoldEdit.model_validate(
        {"op": "update", "entity": entity, "id": item, "set": values, "quote": quote}
    )


def run_of(sample: Sample, *edits: PredictedEdit) -> SourceRun:
    """A sample with what was predicted, judged."""
    prediction = predicted(*edits)
    return SourceRun(sample, prediction, judge(sample, prediction))


def spoken(sample: Sample) -> list[tuple[str | None, str]]:
    """Who said what in a sample's source."""
    return [(turn.speaker, turn.text) for turn in sample.context.source.turns]
