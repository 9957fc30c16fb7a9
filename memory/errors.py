"""What can go wrong while remembering, each with what is safe and what to do."""


class StoreError(Exception):
    """Base of this layer's errors. Nothing of the failed transaction was kept."""


class NotFoundError(StoreError):
    """Nothing of that id is in this workspace; list what there is and ask again."""


class ConflictError(StoreError):
    """Somebody else changed the same deal first; load it again and repeat the change."""


class NotUpgradedError(StoreError):
    """The database is older or newer than this program; run `tandem upgrade`, or a newer Tandem."""
