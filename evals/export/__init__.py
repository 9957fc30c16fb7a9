"""A team's own set: decided proposals of real deals as cases in the golden layout."""

from evals.export.errors import ExportError
from evals.export.exporting import export
from evals.export.told import Exported, LeftOut

__all__ = ["ExportError", "Exported", "LeftOut", "export"]
