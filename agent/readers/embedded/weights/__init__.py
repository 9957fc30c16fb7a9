"""The trained networks as files, with their checksums and the card that tells what they are."""

from agent.readers.embedded.weights.files import WeightsError, read

__all__ = ["WeightsError", "read"]
