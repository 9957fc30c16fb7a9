"""Which roles a change gave somebody, and which it took."""

from agent.answers.history import Change


def gained(change: Change) -> frozenset[str]:
    """The roles that a change of roles gave."""
    return _roles(change.after) - _roles(change.before)


def dropped(change: Change) -> frozenset[str]:
    """The roles that a change of roles took away."""
    return _roles(change.before) - _roles(change.after)


def _roles(value: object) -> frozenset[str]:
    return frozenset(map(str, value)) if isinstance(value, list) else frozenset()
