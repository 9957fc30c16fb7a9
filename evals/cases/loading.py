"""Loading cases: folders become samples, or every fault in them is told before anything runs."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter

from evals.cases.checks import gold_faults, question_faults
from evals.cases.documents import Document, as_kind, read_document
from evals.cases.faults import BrokenCaseError, Fault
from evals.cases.forcing import Before, Refused, with_required
from evals.cases.gold import Gold, Question
from evals.cases.sample import Case, Sample
from plan.decide import flaws
from plan.observations import Risk
from plan.sources import Source
from tools.exchange.cases import cases
from tools.exchange.plan_file import PlanFile
from tools.intake import IntakeError, intake

_PLAN = TypeAdapter(PlanFile)
_GOLD = TypeAdapter(Gold)
_QUESTIONS = TypeAdapter(tuple[Question, ...])


def load_all(folders: Sequence[Path], names: Collection[str] = ()) -> tuple[Case, ...]:
    """The cases of some folders, each one case or a folder of cases; of them only `names`.

    Raises:
        BrokenCaseError: A folder holds no case, a name is of none or of two, or a case is broken;
            every fault of every case is told.
    """
    found = [case for folder in folders for case in _cases_in(folder)]
    faults = [*_doubled(found), *_unknown(found, names)]
    loaded: list[Case] = []
    for folder in found:
        if names and folder.name not in names:
            continue
        try:
            loaded.append(load(folder))
        except BrokenCaseError as error:
            faults += error.faults
    if faults:
        raise BrokenCaseError(faults)
    return tuple(loaded)


def load(folder: Path) -> Case:
    """The case in a folder.

    Raises:
        BrokenCaseError: Something in it is broken; every fault is told with file and line.
    """
    loading = _Loading(folder)
    case = loading.case()
    if loading.faults or case is None:
        raise BrokenCaseError(loading.faults)
    return case


def _cases_in(folder: Path) -> Iterator[Path]:
    found = (folder,) if (folder / "deal.yaml").exists() else cases(folder)
    if not found:
        message = "There is no case in it: a case is a folder with deal.yaml, sources/ and gold/."
        raise BrokenCaseError([Fault(folder, 1, message)])
    return iter(found)


def _doubled(found: Iterable[Path]) -> Iterator[Fault]:
    seen: dict[str, Path] = {}
    for folder in found:
        if folder.name in seen:
            yield Fault(folder, 1, f"There is a case of this name already: {seen[folder.name]}.")
        seen.setdefault(folder.name, folder)


def _unknown(found: Sequence[Path], names: Collection[str]) -> Iterator[Fault]:
    there = [folder.name for folder in found]
    for name in sorted(set(names) - set(there)):
        yield Fault(found[0].parent, 1, f"There is no case `{name}`; there are {', '.join(there)}.")


@dataclass
class _Loading:
    """One case being loaded, with the faults found so far."""

    folder: Path
    faults: list[Fault] = field(default_factory=list)

    def case(self) -> Case | None:
        before = self._opened()
        if before is None:
            return None
        samples = tuple(self._samples(before))
        return Case(self.folder.name, self.folder, samples, self._questions(samples))

    def _opened(self) -> Before | None:
        """The deal before its first source."""
        try:
            document = read_document(self.folder / "deal.yaml")
            file = as_kind(document, _PLAN)
        except BrokenCaseError as error:
            self.faults += error.faults
            return None
        plan = file.to_plan()
        self.faults += [document.fault((), flaw) for flaw in flaws(plan)]
        return Before(plan, said=tuple(_open_and_said(file.plan.risks)))

    def _samples(self, before: Before) -> Iterator[Sample]:
        """Each source on the plan that the required edits before it lead to."""
        paths = sorted((self.folder / "gold").glob("*.yaml"))
        if not paths:
            self.faults.append(Fault(self.folder, 1, "There is no gold file in gold/."))
        for order, path in enumerate(paths, start=1):
            try:
                document = read_document(path)
                gold = as_kind(document, _GOLD)
                data = self._source_bytes(document, gold)
                source = _taken_in(document, gold, data)
            except BrokenCaseError as error:
                self.faults += error.faults
                continue
            context = before.context(f"{before.plan.deal.id}.s{order}", source)
            sample = Sample(self.folder.name, path.stem, data, context, gold)
            plan, refused = with_required(before.plan, gold.edits)
            self.faults += _told(document, refused)
            self.faults += gold_faults(sample, plan, document, before.heard)
            before = before.after(sample, plan)
            yield sample

    def _source_bytes(self, document: Document, gold: Gold) -> bytes:
        path = self.folder / "sources" / gold.source
        inside = gold.source == path.name and path.parent.name == "sources"
        if not inside or not path.is_file():
            message = f"There is no file sources/{gold.source}."
            raise BrokenCaseError([document.fault(("source",), message)])
        return path.read_bytes()

    def _questions(self, samples: Sequence[Sample]) -> tuple[Question, ...]:
        path = self.folder / "questions.yaml"
        if not path.exists():
            return ()
        try:
            document = read_document(path)
            questions = as_kind(document, _QUESTIONS)
        except BrokenCaseError as error:
            self.faults += error.faults
            return ()
        self.faults += question_faults(questions, samples, document)
        return questions


def _open_and_said(risks: Iterable[Risk]) -> Iterator[Risk]:
    """A plan file's open risks count as said: the others follow from its state anyway."""
    return (risk.model_copy(update={"basis": "said"}) for risk in risks if risk.status == "open")


def _taken_in(document: Document, gold: Gold, data: bytes) -> Source:
    try:
        return intake(data, filename=gold.source, day=gold.date)
    except IntakeError as error:
        message = f"sources/{gold.source}: {error}"
        raise BrokenCaseError([document.fault(("source",), message)]) from None


def _told(document: Document, refused: Iterable[Refused]) -> list[Fault]:
    return [document.fault(("edits", one.place), one.reason) for one in refused]
