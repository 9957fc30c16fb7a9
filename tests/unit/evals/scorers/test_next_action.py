"""The first next action is right by intent and a shared recipient."""

import pytest

from evals.cases.gold import GoldAction
from evals.predictions import PredictedAction
from evals.scorers.next_action import first_is_right

GOLD = [
    GoldAction(intent="re_engage_sponsor", to=("tom", "ada")),
    GoldAction(intent="assign_owner"),
]


@pytest.mark.parametrize(
    ("intent", "to", "right"),
    [
        ("re_engage_sponsor", ("ada", "kim"), True),
        ("re_engage_sponsor", ("kim",), False),
        ("re_engage_sponsor", (), False),
        ("assign_owner", ("anybody",), True),
        ("assign_owner", (), True),
        ("send_material", ("tom",), False),
    ],
)
def test_by_intent_and_recipient(intent: str, to: tuple[str, ...], right: bool) -> None:  # noqa: FBT001 - a parameter of the table
    first = PredictedAction(intent=intent, to=to)
    assert first_is_right([first], GOLD) is right


def test_only_the_first_counts() -> None:
    wrong, right = PredictedAction(intent="multi_thread"), PredictedAction(intent="assign_owner")
    assert first_is_right([wrong, right], GOLD) is False
    assert first_is_right([], GOLD) is False


def test_nothing_is_judged_where_the_gold_names_no_action() -> None:
    first = PredictedAction(intent="assign_owner")
    assert first_is_right([first], None) is None
    assert first_is_right([first], []) is None
