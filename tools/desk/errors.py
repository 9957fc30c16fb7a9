"""Why the desk does not do what was asked. Nothing was changed."""


class DeskError(Exception):
    """Base of the desk's errors."""


class AlreadyDecidedError(DeskError):
    """The proposal was decided before, otherwise or by somebody else; undo that first."""


class ChangedError(DeskError):
    """The proposal is not what you looked at any more; look at both values and decide again."""


class NeedsError(DeskError):
    """The proposal refers to additions that still wait; approve them with it.

    Attributes:
        needs: Ids of the proposals to approve as well.
    """

    def __init__(self, proposal: str, needs: tuple[str, ...]) -> None:
        super().__init__(
            f"{proposal} refers to what {', '.join(needs)} would add. Approve them together."
        )
        self.needs = needs


class NothingToUndoError(DeskError):
    """There is no decision to take back, or nothing of it is left to restore."""
