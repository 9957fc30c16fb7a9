"""Deals as files: YAML carries the current plan, JSON lines the whole history."""
