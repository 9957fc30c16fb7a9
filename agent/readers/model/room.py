"""How much of a source one call has room for."""

import json

from agent.llm.port import LanguageModel, Shape
from agent.readers.model.limits import LIMITS
from agent.readers.model.view.tokens import estimate
from prompts.loader import Rendered


def room(model: LanguageModel, bare: Rendered, shape: Shape) -> int | None:
    """Tokens left for a source's turns; None where the model is too small to read with.

    Args:
        model: Whose window it is.
        bare: The prompt without any turns.
        shape: The form of the answer, which is sent along and counts.
    """
    form = json.dumps(shape.document, separators=(",", ":"))
    fixed = sum(map(estimate, (bare.system, bare.user, form))) + LIMITS.candidate_tokens
    left = min(LIMITS.source_tokens, int(model.window * LIMITS.filled) - fixed)
    return left if left >= LIMITS.least_tokens else None
