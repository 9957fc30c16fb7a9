"""Scorers: each a short function from verdicts to figures."""
