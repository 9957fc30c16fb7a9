"""All rules that propose next actions."""

from agent.next.departures import departures
from agent.next.milestones import blocked
from agent.next.newcomers import newcomers
from agent.next.promises import ours, theirs
from agent.next.proposed import Rule
from agent.next.said import said_risks
from agent.next.state import state_risks
from agent.next.won import handoff, quiet_sponsors

RULES: tuple[Rule, ...] = (
    said_risks,
    departures,
    state_risks,
    ours,
    theirs,
    newcomers,
    blocked,
    handoff,
    quiet_sponsors,
)
