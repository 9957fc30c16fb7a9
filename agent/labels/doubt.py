"""A doubt about speaker labels, and the warning that tells it."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.labels.call import Call
from agent.labels.clues import Clue
from plan.readings import Finding


@dataclass(frozen=True)
class Doubt:
    """People of a call whose labels look wrong.

    Attributes:
        people: Their ids: the two whose labels look exchanged, or one whose label looks wrong
            and then all with whom it may be exchanged.
        turns: The turns labelled with any of them.
        warning: One sentence that says why, and what to look at.
    """

    people: tuple[str, ...]
    turns: frozenset[int]
    warning: str

    @classmethod
    def of(cls, call: Call, people: Sequence[str], clue: Clue) -> "Doubt":
        """The doubt about some people of a call, told by its strongest clue."""
        turns = frozenset(one.turn for one in call.utterances if one.label in people)
        names = [call.people[one].name for one in people]
        return cls(tuple(people), turns, _warning(names, _why(call, clue)))

    def warned(self, finding: Finding) -> Finding:
        """A finding with the warning, if any of its words lie in doubted turns."""
        if self.turns.isdisjoint(one.turn for one in finding.edit.evidence):
            return finding
        return finding.model_copy(update={"warnings": (*finding.warnings, self.warning)})


def _warning(names: Sequence[str], why: str) -> str:
    first, *others = names
    if len(others) == 1:
        return (
            f"Speaker labels look exchanged between {first} and {others[0]} ({why}): "
            "check who said this."
        )
    return (
        f"The speaker label {first} looks wrong, perhaps exchanged with {' or '.join(others)} "
        f"({why}): check who said this."
    )


def _why(call: Call, clue: Clue) -> str:
    label = call.people[clue.label].name
    other = call.people[clue.other].name if clue.other else ""
    what = clue.kind.format(label=label, other=other, said=clue.said)
    return f"turn {clue.turn}, labelled {label}, {what}"
