"""Errors of the command line itself."""


class UsageError(Exception):
    """What was typed cannot be done; the message says what would do."""
