"""Why a deal is not exported. Nothing was written."""

from evals.errors import EvaluationError


class ExportError(EvaluationError):
    """The deal cannot be exported to that folder as it is; the message says what to do."""
