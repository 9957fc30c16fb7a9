"""Exporting a deal: a case for each source that something was decided on.

Each source is a case of its own, with the plan as its reader saw it: between two sources people
also change the plan by hand, which no gold file could make happen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from evals.cases.gold import Gold
from evals.export.deal_before import Read, deal_file, plan_before, risks_before, sources_read
from evals.export.drafts import Verdict
from evals.export.errors import ExportError
from evals.export.files import require_empty, write
from evals.export.gold_file import gold_file
from evals.export.gold_of import judged
from evals.export.told import Exported, LeftOut
from memory.base import Unit
from tools.desk.deciding import standing
from tools.exchange.rendering import UnrenderableError, render

_NOTHING = "Nothing of {deal} can be exported: approve or reject some of its proposals first."

_NOTHING_LEFT = "Of what was decided on it nothing is left to measure."


class _Made(NamedTuple):
    """A case's name, its files by path within it, and its gold."""

    name: str
    files: dict[str, bytes]
    gold: Gold


@dataclass
class _Export:
    """A deal's cases in the making."""

    unit: Unit
    deal: str
    made: list[_Made] = field(default_factory=list)
    undecided: int = 0
    left_out: list[LeftOut] = field(default_factory=list)

    def take(self, read: Read, earlier: Sequence[Read]) -> None:
        """Make a case of a source, if anything was decided on it and it can be written."""
        verdicts = self._verdicts(read)
        if not any(one.decision for one in verdicts):
            self.undecided += 1
            return
        source = self.unit.sources.content(read.record.id)
        try:
            rendered = render(source)
        except UnrenderableError as error:
            self.left_out.append(LeftOut(read.record.id, str(error)))
            return
        plan = plan_before(self.unit, earlier, self.deal, _version(read, verdicts))
        file = f"01-{source.kind}{rendered.suffix}"
        gold, left_out = judged(file, source, plan, verdicts)
        self.left_out += left_out
        if not (gold.traps or any(edit.required for edit in gold.edits)):
            self.left_out.append(LeftOut(read.record.id, _NOTHING_LEFT))
            return
        files = {
            "deal.yaml": deal_file(plan, risks_before(earlier, plan)).encode(),
            f"sources/{file}": rendered.data,
            "gold/01.yaml": gold_file(gold).encode(),
        }
        self.made.append(_Made(f"{self.deal}-{read.record.number:02}", files, gold))

    def files(self) -> dict[str, bytes]:
        """All files by their paths."""
        return {f"{one.name}/{path}": data for one in self.made for path, data in one.files.items()}

    def told(self) -> Exported:
        """What it came to."""
        edits = [edit for one in self.made for edit in one.gold.edits]
        return Exported(
            cases=tuple(one.name for one in self.made),
            edits=sum(edit.required for edit in edits),
            optional=sum(not edit.required for edit in edits),
            traps=sum(len(one.gold.traps) for one in self.made),
            undecided=self.undecided,
            left_out=tuple(self.left_out),
        )

    def _verdicts(self, read: Read) -> list[Verdict]:
        """All proposals of a source, whichever reading made them, as decided by now."""
        proposals = self.unit.proposals.find(source=read.record.id)
        return [Verdict(one, standing(self.unit, one.id)) for one in proposals]


def export(unit: Unit, deal: str, folder: Path) -> Exported:
    """Write a case in the golden layout for each source of a deal that something was decided on.

    Args:
        unit: The workspace.
        deal: The deal's id.
        folder: Where the cases go, each in a folder `<deal>-<number of the source>`; new or empty.

    Raises:
        NotFoundError: No such deal.
        ExportError: The folder holds something or cannot be written, or nothing was decided.
    """
    require_empty(folder)
    reads = sources_read(unit, deal)
    making = _Export(unit, deal, undecided=len(unit.sources.of(deal)) - len(reads))
    for at, read in enumerate(reads):
        making.take(read, reads[:at])
    told = making.told()
    if not making.made:
        raise ExportError(" ".join((_NOTHING.format(deal=deal), *map(str, told.left_out))))
    write(folder, making.files(), told)
    return told


def _version(read: Read, verdicts: Sequence[Verdict]) -> int:
    """The version of the plan before a source: as it was last read, and before it changed a thing.

    A source that is read again is read on a plan that its approved proposals made.
    """
    return min((read.reading.plan_version, *_changes(verdicts)))


def _changes(verdicts: Sequence[Verdict]) -> Iterator[int]:
    for one in verdicts:
        if one.decision and one.decision.first_event:
            yield one.decision.first_event - 1
