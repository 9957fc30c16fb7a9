"""Trials: two versions of a prompt, tried on the same sources with all else the same."""
