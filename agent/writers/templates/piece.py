"""One draft, put together from a language's phrases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.writers.model.brief import Brief
from agent.writers.model.facts import Step
from agent.writers.templates.matter import NAMED, Matter
from agent.writers.templates.tongue import Tongue
from plan.models import Milestone, Stakeholder
from plan.observations import NextAction
from plan.people import name_words
from plan.values import SourceKind


@dataclass(frozen=True)
class Piece:
    """A draft to be.

    Attributes:
        action: The next action.
        about: Who gets it, who sends it, on what day.
        matter: What it refers to.
        tongue: The language it is in.
        deal: What the deal is called.
        seller: Whose deal it is, where nobody is known to sign.
        kind: What the words to repeat were said in.
    """

    action: NextAction
    about: Brief
    matter: Matter
    tongue: Tongue
    deal: str
    seller: str
    kind: SourceKind

    def subject(self) -> str:
        """What it is about: the step, or the deal."""
        named = self.matter.steps if self.action.intent in NAMED else ()
        topic = named[0].title if named else self.deal
        return f"{topic}: {self.tongue.subjects[self.action.intent]}"

    def text(self) -> str:
        """The whole text."""
        parts = {"email": self._email, "agenda": self._agenda, "task": self._task}
        return "\n\n".join(part for part in parts[self.action.kind]() if part)

    def _email(self) -> Iterator[str]:
        yield self._greeting()
        yield from self._said()
        yield " ".join(self._steps())
        yield self._ask()
        yield self._signature()

    def _agenda(self) -> Iterator[str]:
        yield self._greeting()
        yield from self._said()
        yield self._ask()
        points = (*self._steps(), self.tongue.last_point)
        yield "\n".join((self.tongue.agenda, *(f"- {one}" for one in points)))
        yield self._signature()

    def _task(self) -> Iterator[str]:
        names = self.tongue.both.join(one.name for one in self.about.to)
        head = self.tongue.task.format(names=names)
        yield f"{head} {self.tongue.subjects[self.action.intent]}"
        yield from self._said()
        yield "\n".join(f"- {one}" for one in self._steps())
        yield self._ask()

    def _greeting(self) -> str:
        names = self.tongue.both.join(map(first_name, self.about.to))
        return self.tongue.greeting.format(names=names)

    def _said(self) -> Iterator[str]:
        said, tongue = self.matter.said, self.tongue
        if said:
            own = tongue.wrote if self.kind in {"email", "chat"} else tongue.said
            phrase = tongue.promised if said.ours else own
            words = tongue.quoted.format(words=said.words)
            yield phrase.format(day=tongue.day(self.about.day), words=words)
        if self.matter.measured:
            yield tongue.measured.format(title=self._both(self.matter.measured))

    def _steps(self) -> Iterator[str]:
        for one in self.matter.steps:
            yield " ".join((self._when(one), *self._unowned(one)))

    def _when(self, one: Step) -> str:
        title = self.tongue.quoted.format(words=one.title)
        if one.due is None:
            return self.tongue.undated.format(title=title)
        phrase = self.tongue.planned if one.due >= self.about.day else self.tongue.was_due
        return phrase.format(title=title, day=self.tongue.day(one.due))

    def _unowned(self, one: Step) -> tuple[str, ...]:
        return (self.tongue.unowned,) if isinstance(one, Milestone) and not one.owner else ()

    def _ask(self) -> str:
        deal = self.tongue.quoted.format(words=self.deal)
        return self.tongue.ask(self.action).format(deal=deal)

    def _both(self, titles: Sequence[str]) -> str:
        return self.tongue.both.join(self.tongue.quoted.format(words=one) for one in titles)

    def _signature(self) -> str:
        sender = self.about.sender
        return "\n".join((self.tongue.closing, *([sender.name] if sender else ()), self.seller))


def first_name(person: Stakeholder) -> str:
    """The first word of a name that is no title; the whole name where that is one letter."""
    words = [one for one in person.name.split() if name_words(one)]
    return words[0] if words and len(words[0].strip(".")) > 1 else person.name
