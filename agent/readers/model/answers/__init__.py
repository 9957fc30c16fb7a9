"""The closed forms of what a model may answer: its drafts, and its verdicts on them.

The order of the fields is part of the prompt: a model fills them in from the top, so what it
has to weigh stands before what follows from it.
"""

from agent.readers.model.answers.checked import Checked, RiskVerdict, Verdict
from agent.readers.model.answers.drafted import Drafted, Found, RiskFound, Said
from agent.readers.model.answers.edits import Change

__all__ = [
    "Change",
    "Checked",
    "Drafted",
    "Found",
    "RiskFound",
    "RiskVerdict",
    "Said",
    "Verdict",
]
