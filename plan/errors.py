"""Why a change is refused, each said so that the person who asked can act on it."""


class PlanError(Exception):
    """Base of everything the domain refuses. The plan is as it was before."""


class RefusedError(PlanError):
    """An edit that must not become an event; the message says which rule and what would do."""


class StaleError(PlanError):
    """The plan moved on since this was proposed; look at both values and decide again."""


class UnreadableHistoryError(PlanError):
    """Stored events do not add up to a plan; restore from an export made before the damage."""
