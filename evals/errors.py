"""Why an evaluation cannot be made. Nothing was read and no file of an earlier run was changed."""


class EvaluationError(Exception):
    """Base of this layer's errors; the message says what to mend."""


class GatesError(EvaluationError):
    """The gates cannot be used; mend the file that the message names."""


class BaselineError(EvaluationError):
    """The baseline cannot be used; name another, or accept a run to make it anew."""


class PredictionsError(EvaluationError):
    """Predictions made elsewhere cannot be scored; the message names the file."""


class OrderError(EvaluationError):
    """What was asked for cannot be done; the message says what can."""
