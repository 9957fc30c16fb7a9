"""What a model's answer is cut into, and what each sentence of it must hold to be shown."""

from agent.chat.model.citing.cutting import Piece, pieces
from agent.chat.model.citing.judging import Judged, judge

__all__ = ["Judged", "Piece", "judge", "pieces"]
