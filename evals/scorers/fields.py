"""Fields: of the edits that were matched, how often each compared field agrees."""

from collections import defaultdict
from collections.abc import Iterable

from evals.judging.verdicts import Judged
from evals.tally import Share, share


def field_shares(judged: Iterable[Judged]) -> dict[str, Share]:
    """Each compared field's share of agreement over required edits, by the field's name."""
    found: dict[str, list[bool]] = defaultdict(list)
    for one in judged:
        if one.verdict != "optional":
            for check in one.fields:
                found[check.field].append(check.right)
    return {field: share(sum(right), len(right)) for field, right in sorted(found.items())}
