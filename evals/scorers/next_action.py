"""The first next action: is it one that the gold names?"""

from collections.abc import Sequence

from evals.cases.gold import GoldAction
from evals.predictions import PredictedAction


def first_is_right(
    predicted: Sequence[PredictedAction], gold: Sequence[GoldAction] | None
) -> bool | None:
    """Whether the first action has a gold one's intent and shares a recipient with it.

    None where the gold names no action; a gold action without recipients is matched by intent.
    """
    if not gold:
        return None
    return bool(predicted) and any(_agrees(predicted[0], one) for one in gold)


def _agrees(action: PredictedAction, gold: GoldAction) -> bool:
    shared = set(action.to) & set(gold.to)
    return action.intent == gold.intent and (bool(shared) or not gold.to)
