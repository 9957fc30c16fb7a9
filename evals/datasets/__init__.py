"""The golden deals: worked examples to measure with, and never to train on."""

from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
"""The folder of the eight golden cases."""
