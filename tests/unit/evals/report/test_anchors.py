"""Anchors."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.cases.sample import Sample
from evals.report.anchors import anchor, anchors
from tests.unit.evals.report.runs import flawed_source
from tests.unit.evals.small import small_sample

_NAMES = st.text(st.characters(codec="utf-8"), max_size=8)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return small_sample(tmp_path_factory.mktemp("deal"))


def test_an_anchor_names_case_source_and_place(sample: Sample) -> None:
    assert anchor(replace(sample, case="acme-wms"), "3") == "acme-wms-01-3"


@given(_NAMES, _NAMES)
def test_cases_of_any_name_have_anchors_of_their_own_that_links_can_hold(
    sample: Sample, one: str, other: str
) -> None:
    first, second = (anchor(replace(sample, case=name), "0") for name in (one, other))

    assert (first == second) == (one == other)
    assert quote(first, safe="") == first


def test_what_has_no_place_in_the_gold_is_numbered_by_itself(tmp_path: Path) -> None:
    run = flawed_source(tmp_path)

    assert anchors(run) == (
        "deal-01-0",
        "deal-01-1",
        "deal-01-x0",
        "deal-01-x1",
        "deal-01-x2",
        "deal-01-5",
        "deal-01-2",
        "deal-01-3",
        "deal-01-4",
    )
