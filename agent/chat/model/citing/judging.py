"""Whether a sentence of a model's answer may be shown, and as what."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.answers.answer import Basis, Statement
from agent.answers.dossier import Dossier
from agent.chat.model.citing.cutting import Piece
from agent.chat.model.citing.holding import faults
from agent.chat.model.citing.noting import admits_nothing, states_nothing
from agent.chat.model.lines import Line, Lines
from agent.writers.model.checks import Fault

_UNKNOWN_ID = Fault("it cites a line that no tool returned")
_NO_ID = Fault("it cites nothing")
_WEAKEST: tuple[Basis, ...] = ("proposed", "said", "reckoned", "plan")
"""What a sentence is that rests on several kinds of lines: the first of these among them."""


@dataclass(frozen=True)
class Judged:
    """What came of a sentence.

    Attributes:
        text: Its words.
        statement: What it states and rests on; None where it states nothing or may not be shown.
        topic: The tool whose line it cites first.
        unknown: Whether it admits that nothing tells.
        fault: Why it may not be shown; None where it may.
    """

    text: str
    statement: Statement | None = None
    topic: str = ""
    unknown: bool = False
    fault: Fault | None = None


def judge(
    piece: Piece, lines: Lines, dossiers: Sequence[Dossier], question: str, answer: str
) -> Judged:
    """What may be made of a sentence.

    Args:
        piece: The sentence with the ids that it cites.
        lines: What the tools returned.
        dossiers: The deals that are spoken of.
        question: The user's words.
        answer: The whole answer, by which its language is told.
    """
    if states_nothing(piece.text, dossiers, question):
        return Judged(piece.text, unknown=admits_nothing(piece.text))
    cited = [line for one in piece.ids if (line := lines.get(one)) is not None]
    if len(cited) < len(piece.ids):
        return Judged(piece.text, fault=_UNKNOWN_ID)
    if not cited:
        return Judged(piece.text, fault=_NO_ID)
    wrong = faults(piece.text, cited, dossiers, f"{question} {answer}")
    if wrong:
        return Judged(piece.text, fault=wrong[0])
    return Judged(piece.text, _stated(piece.text, cited), cited[0].topic)


def _stated(text: str, cited: Sequence[Line]) -> Statement:
    """The sentence with all that its lines rest on."""
    made = [one.statement for one in cited]
    kinds = {one.basis for one in made}
    return Statement(
        text=text,
        basis=next(kind for kind in _WEAKEST if kind in kinds),
        items=tuple(dict.fromkeys(ref for one in made for ref in one.items)),
        words=tuple(dict.fromkeys(ref for one in made for ref in one.words)),
        proposals=tuple(dict.fromkeys(ref for one in made for ref in one.proposals)),
        events=tuple(dict.fromkeys(ref for one in made for ref in one.events)),
    )
