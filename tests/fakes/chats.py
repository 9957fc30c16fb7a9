"""Chats that say what a test wants, when a test wants it."""

from collections.abc import Callable, Iterator, Sequence
from threading import Event

from agent.answers.answer import Answer, ItemRef, Statement
from agent.chat.ports import Answered, Asked, Happening, Library, Looking, Stating
from plan.sources import Evidence

LOOKING = Looking(tool="roles", about="who?")
STATEMENT = Statement(
    text="Ada is the champion.",
    items=(ItemRef(deal="acme", entity="stakeholder", id="ada-okafor"),),
)
STATING = Stating(statement=STATEMENT, text=STATEMENT.text)


def answered(*statements: Statement) -> Answered:
    """The end of an answer of some statements, or of the one about Ada."""
    told = statements or (STATEMENT,)
    text = "\n".join(one.text for one in told)
    return Answered(answer=Answer(topic="roles", statements=told), text=text, by="scripted")


def quoting(*sources: str) -> Statement:
    """A statement that quotes the beginning of these sources."""
    words = tuple(Evidence(source=one, turn=1, start=0, end=2) for one in sources)
    return Statement(text="It was said.", basis="said", words=words)


PLAINLY: tuple[Happening, ...] = (LOOKING, STATING, answered())

Act = Callable[[Library], Sequence[Happening]]


class ScriptedChat:
    """Fits `agent.chat.ports.Chat`: tells the same of every question.

    Args:
        script: What happens; or a function that does something and says what happened.
        held: Before which happening it waits, counted from 0, until `go_on` is set.

    Attributes:
        asked: The questions in order.
        waiting: Set once it waits.
        go_on: Set this to let it go on.
        closed: Set once it was closed before its end.
    """

    name = "scripted"

    def __init__(
        self, script: Sequence[Happening] | Act = PLAINLY, held: int | None = None
    ) -> None:
        self._script = script
        self._held = held
        self.asked: list[Asked] = []
        self.waiting, self.go_on, self.closed = Event(), Event(), Event()

    def answer(self, asked: Asked, library: Library) -> Iterator[Happening]:
        """What the script says."""
        self.asked.append(asked)
        script = self._script(library) if callable(self._script) else self._script
        try:
            for at, one in enumerate(script):
                if at == self._held:
                    self.waiting.set()
                    assert self.go_on.wait(30), "Nobody let the chat go on."
                yield one
        except GeneratorExit:
            self.closed.set()
            raise
