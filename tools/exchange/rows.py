"""The rows of a history file: from lines to what they hold, every refusal naming its line."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from memory.records import SourceRecord
from plan.errors import PlanError
from plan.events import Event
from plan.proposals import Decision, Proposal
from plan.readings import Reading
from plan.sources import Source, Turn, quote
from plan.upcast import upcast
from tools.exchange.errors import UnreadableFileError, explain

FORMAT = 1
"""Version of this file format, in the first line of every file."""
KINDS = ("event", "source", "reading", "proposal", "decision")
"""What rows hold, in the order in which a file has them: what is named stands before."""

Row = dict[str, Any]
Numbered = Iterator[tuple[int, Row]]


@dataclass
class Rows:
    """All rows of one deal, as far as they were taken."""

    deal: str
    events: list[Event] = field(default_factory=list)
    sources: list[tuple[SourceRecord, Source]] = field(default_factory=list)
    readings: list[tuple[Reading, bool]] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    _turns: dict[str, tuple[Turn, ...]] = field(default_factory=dict, init=False)
    _known: set[str] = field(default_factory=set, init=False)

    def take(self, row: Row) -> None:
        """Take one more row.

        Raises:
            UnreadableFileError: It does not fit the rows before it, or is of another deal.
            ValidationError, PlanError, KeyError, TypeError: It is not in the form of its kind.
        """
        match row.pop("row"):
            case "event":
                self.events.append(upcast(row))
            case "source":
                self._take_source(Source.model_validate(row.pop("content")), row)
            case "reading":
                published = row.pop("published")
                self._take_reading(Reading.model_validate(row), published)
            case "proposal":
                self._take_proposal(Proposal.model_validate(row))
            case "decision":
                decision = Decision.model_validate(row)
                self._give(decision.id, f"{decision.deal}.d{decision.number}")
                self._need(decision.proposal)
                self.decisions.append(decision)
            case kind:
                raise UnreadableFileError(f"There is one row `{kind}`, the first.")

    def _take_source(self, source: Source, row: Row) -> None:
        record = SourceRecord.model_validate(row)
        self._give(record.id, f"{record.deal}.s{record.number}")
        self._turns[record.id] = source.turns
        self.sources.append((record, source))

    def _take_reading(self, reading: Reading, published: object) -> None:
        self._need(reading.source)
        self._give(f"{reading.source}.r{reading.n}")
        if not isinstance(published, bool):
            raise TypeError("`published` is true or false.")
        self.readings.append((reading, published))

    def _take_proposal(self, proposal: Proposal) -> None:
        self._give(proposal.id, f"{proposal.deal}.p{proposal.number}")
        self._need(proposal.source)
        for place in proposal.edit.evidence:
            self._need(place.source)
            try:
                quote(place, self._turns[place.source])
            except LookupError as error:
                raise UnreadableFileError(f"{proposal.id} rests on {error}.") from None
        self.proposals.append(proposal)

    def _give(self, name: str, expected: str | None = None) -> None:
        if name in self._known:
            raise UnreadableFileError(f"{name} stands twice.")
        if name != (expected or name) or not name.startswith(f"{self.deal}."):
            raise UnreadableFileError(f"{name} is of another deal than {self.deal}.")
        self._known.add(name)

    def _need(self, name: str | None) -> None:
        if name is not None and name not in self._known:
            raise UnreadableFileError(f"It names {name}, which does not stand before it.")


def numbered(lines: Iterable[str]) -> Numbered:
    """The rows of all lines that are not blank, with their line numbers.

    Raises:
        UnreadableFileError: A line is not a row of a known kind.
    """
    for number, line in enumerate(_decoded(lines), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise UnreadableFileError(f"Line {number} is no JSON.") from None
        if not isinstance(row, dict) or row.get("row") not in ("tandem", *KINDS):
            raise UnreadableFileError(f"Line {number} is of no known type.")
        yield number, row


def _decoded(lines: Iterable[str]) -> Iterator[str]:
    # A text file is decoded while its lines are read.
    try:
        yield from lines
    except UnicodeDecodeError:
        raise UnreadableFileError("This is no text in UTF-8, which a history is.") from None


def deal_of(rows: Numbered) -> str:
    """The deal that the first row names.

    Raises:
        UnreadableFileError: The first row is not that of a history, or of another format.
    """
    _, first = next(rows, (0, {}))
    if first.get("row") != "tandem" or not isinstance(first.get("deal"), str):
        raise UnreadableFileError("This is no history: its first line names no deal.")
    if first.get("format") != FORMAT:
        raise UnreadableFileError(
            f"This history is of format {first.get('format')}; this Tandem reads {FORMAT}."
        )
    return str(first["deal"])


def rows_of(deal: str, rows: Numbered) -> Rows:
    """All that the rows after the first hold.

    Raises:
        UnreadableFileError: A row is not in the form, or does not fit the others; the message
            names its line.
    """
    taken = Rows(deal)
    for number, row in rows:
        try:
            taken.take(row)
        except ValidationError as error:
            raise UnreadableFileError(f"Line {number}: {explain(error)}") from error
        except KeyError as error:
            raise UnreadableFileError(f"Line {number} lacks {error}.") from error
        except (UnreadableFileError, PlanError, TypeError) as error:
            raise UnreadableFileError(f"Line {number}: {error}") from error
    return taken
