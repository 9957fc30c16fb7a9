"""Prompt files, versioned, and their loader."""
