"""The report: one page on a run, for people, that needs no network."""

from evals.report.page import report

__all__ = ["report"]
