"""Why a deal, or a part of it, is not exported."""

from evals.errors import EvaluationError


class ExportError(EvaluationError):
    """The deal cannot be exported to that folder; nothing was written. The message says why."""


class UnfitError(ExportError):
    """A proposal has no place in a gold file; it is left out of its case, with this reason."""
