"""Judging: predictions beside gold, one verdict for each edit."""
