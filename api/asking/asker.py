"""On whose behalf is asked. It comes from whoever is let in, and never from what is sent."""

from typing import NamedTuple


class Asker(NamedTuple):
    """Who asks.

    Attributes:
        workspace: Whose deals are spoken of.
        actor: The user; threads and proposals are in this name.
        proposes: Whether this user may have changes proposed.
    """

    workspace: str
    actor: str
    proposes: bool = True
