"""Revisions, named by number; each is frozen once released."""
