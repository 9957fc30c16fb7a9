"""From a model's last message to what a user is shown: sentence by sentence, each checked first."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from agent.answers.answer import UNKNOWN, Answer, Statement
from agent.chat.model.citing import Judged, Piece, judge, pieces
from agent.chat.model.scene import Scene
from agent.chat.model.tools import Toolbox
from agent.chat.ports import Noting, Stating
from agent.writers.model.checks import Fault

_TAKEN = "A sentence was taken away because {what}."
_CUT_OFF = "The model's answer was cut off at the limit of its length."
_UNUSED = "The answer leaves out all that `{topic}` found."
_SEARCHES = frozenset({"search"})
_LOOKED_NOTHING_UP = Fault("it says that nothing tells, and nothing was looked up")
_UNTOLD = "The model did not tell of a proposal that it made; it is told as the plan has it."


@dataclass
class Telling:
    """Judges an answer's sentences and remembers what came of them.

    Attributes:
        scene: The question.
        toolbox: What was looked up and proposed for it.
        cut_off: Whether the model's answer was cut off at the limit of its length.
        judged: What came of each sentence so far.
        untold: Statements about proposals that no sentence told of.
    """

    scene: Scene
    toolbox: Toolbox
    cut_off: bool = False
    judged: list[Judged] = field(default_factory=list)
    untold: list[Statement] = field(default_factory=list)

    def tell(self, text: str) -> Iterator[Noting | Stating]:
        """The sentences that may be shown, in order; then what they left out of proposals."""
        # A sentence that was cut off may say the contrary of what it would have said.
        whole = text[: text.rfind("]") + 1] if self.cut_off else text
        for piece in pieces(whole):
            one = self._judged(piece, text)
            self.judged.append(one)
            if one.statement is not None:
                yield Stating(statement=one.statement, text=one.text)
            elif one.fault is None:
                yield Noting(text=one.text)
        yield from self._proposed()

    def _judged(self, piece: Piece, answer: str) -> Judged:
        """What came of a sentence; who looked nothing up cannot say that nothing tells."""
        lines, question = self.scene.lines, self.scene.asked.question
        one = judge(piece, lines, self.scene.dossiers, question, answer)
        blind = one.unknown and not self.toolbox.called
        return replace(one, unknown=False, fault=_LOOKED_NOTHING_UP) if blind else one

    def _proposed(self) -> Iterator[Stating]:
        told = {ref for one in self._statements() for ref in one.proposals}
        for proposal in self.toolbox.proposals:
            line = self.scene.lines.of_proposal(proposal)
            if proposal not in told and line is not None:
                self.untold.append(line.statement)
                yield Stating(statement=line.statement, text=line.plain)

    @property
    def answer(self) -> Answer:
        """The answer that is left, which admits it where nothing is."""
        statements = (*self._statements(), *self.untold)
        notes = [one.text for one in self._shown() if one.statement is None]
        topics = [one.topic for one in self._shown() if one.statement is not None]
        first = next(iter(self._shown()), None)
        empty = not statements and not notes
        return Answer(
            topic=next(iter(topics), "proposal" if self.untold else "none"),
            statements=statements,
            unknown=empty or (first is not None and first.unknown),
            note=UNKNOWN if empty else " ".join(notes),
        )

    @property
    def text(self) -> str:
        """What was shown, a line a sentence."""
        shown = (*(one.text for one in self._shown()), *(one.text for one in self.untold))
        return "\n".join(shown) or UNKNOWN

    @property
    def failed(self) -> bool:
        """Whether there is nothing to show although something was found, or nothing looked up."""
        empty = not self._shown() and not self.untold
        return empty and (bool(self.scene.lines) or not self.toolbox.called)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was taken away, and why."""
        faults = [one.fault.what for one in self.judged if one.fault is not None]
        taken = dict.fromkeys(_TAKEN.format(what=what) for what in faults)
        told = ((_CUT_OFF, self.cut_off), (_UNTOLD, bool(self.untold)))
        return (*taken, *(what for what, holds in told if holds), *self._unused())

    def _unused(self) -> Iterator[str]:
        """What was reckoned and then left out by an answer that admits to know nothing."""
        if self.answer.unknown and not self.answer.statements:
            for topic in self.scene.lines.topics() - _SEARCHES:
                yield _UNUSED.format(topic=topic)

    def _shown(self) -> list[Judged]:
        return [one for one in self.judged if one.fault is None]

    def _statements(self) -> tuple[Statement, ...]:
        return tuple(one.statement for one in self._shown() if one.statement is not None)
