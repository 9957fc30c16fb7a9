"""One edit for each entity and source: a prediction that splits them is merged."""

from collections.abc import Iterable

from evals.predictions import PredictedEdit

_ONE_OF_A_KIND = ("deal", "plan")


def merged(edits: Iterable[PredictedEdit]) -> tuple[PredictedEdit, ...]:
    """The edits with those of one thing put together, in the order of their first parts.

    Later values beat earlier ones; what is added and then updated is added. An add without an
    id is a thing of its own.
    """
    whole: dict[tuple[str, object], PredictedEdit] = {}
    for order, edit in enumerate(edits):
        name: object = edit.entity if edit.entity in _ONE_OF_A_KIND else edit.id
        key = (edit.entity, order if name is None else name)
        whole[key] = _together(whole[key], edit) if key in whole else edit
    return tuple(whole.values())


def _together(first: PredictedEdit, second: PredictedEdit) -> PredictedEdit:
    sure = [one.confidence for one in (first, second) if one.confidence is not None]
    return first.model_copy(
        update={
            "op": "add" if "add" in (first.op, second.op) else first.op,
            "set": {**first.set, **second.set},
            "quotes": tuple(dict.fromkeys((*first.quotes, *second.quotes))),
            "confidence": min(sure) if sure else None,
            "warnings": tuple(dict.fromkeys((*first.warnings, *second.warnings))),
        }
    )
