"""Candidates: every change that some words may justify, with doubts; the scorer decides."""
