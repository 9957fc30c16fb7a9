"""Renewing said risks: newer evidence of the same cause is the same risk."""

from collections.abc import Sequence

from plan.observations import Risk
from plan.watch.causes import same_cause


def renewed(earlier: Sequence[Risk], now: Sequence[Risk], *, late: bool = False) -> list[Risk]:
    """The risks known before, with what was said now: one risk a cause, which keeps all its words.

    Args:
        earlier: Said risks that are open.
        now: Those of the source that is read.
        late: Whether this source is older than others that were read: then its words count as
            evidence, and whom and what newer words name stands.
    """
    risks: list[Risk] = list(earlier)
    for risk in now:
        at = next((i for i, known in enumerate(risks) if same_cause(known, risk)), None)
        if at is None:
            risks.append(risk)
        else:
            risks[at] = _joined(risks[at], risk, late=late)
    return risks


def _joined(known: Risk, said: Risk, *, late: bool) -> Risk:
    words = tuple(dict.fromkeys((*known.evidence, *said.evidence)))
    days = [day for day in (known.since, said.since) if day]
    # Of a risk kept by an older release it is not known since when it is: it stays unknown.
    since = min(days) if known.since else None
    newest = known if late else said
    return newest.model_copy(update={"evidence": words, "since": since})
