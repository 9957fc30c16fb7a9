"""Answers computed from a deal: one a file, each a pure function of its dossier."""
