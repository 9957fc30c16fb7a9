"""What is checked in a model's words before anybody sees them."""

from agent.writers.model.checks.all import faults
from agent.writers.model.checks.fault import Fault

__all__ = ["Fault", "faults"]
