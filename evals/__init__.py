"""The evaluation suite: golden cases, scorers, benchmarks and reports."""
