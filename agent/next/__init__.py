"""The next best action: what reduces a deal's risks most, and who can do something about it today.

`ranked` looks at a scene (the plan as it would be, its open risks, what is new) and gives at
most `DEFAULTS.next_actions`, best first. It is pure; the wording is a writer's.
"""

from agent.next.ranking import ranked
from agent.next.scene import Scene

__all__ = ["Scene", "ranked"]
