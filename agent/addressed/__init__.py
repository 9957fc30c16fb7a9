"""Words addressed to the software that reads a source, not to the people of its deal.

Whoever writes a mail, fills in a form or speaks in a call can slip in a line that tells a
machine to change the deal. Such lines are found by plain rules, whatever reader reads: calls to
a machine, orders to drop its orders, marks as prompts have them, edits as programs write them.
They are evidence of nothing, and are told to people as a finding on the source.
"""

from agent.addressed.spans import NOTHING_ADDRESSED, REASON, Addressed, Span, addressed

__all__ = ["NOTHING_ADDRESSED", "REASON", "Addressed", "Span", "addressed"]
