"""Measures of speed and size, run by hand: `python -m evals.bench.<name>`."""
