"""Absences: who is away and when they are back, by plain rules, whatever reader reads.

Automatic replies are read as well as what people say of themselves and of colleagues. Only
clear statements with a day of return count: no question, condition, doubt or past absence. Where
"until" a day leaves open whether it is the last one away, that day itself is the day of return.
"""

from agent.absences.finding import absences

__all__ = ["absences"]
