"""How often memory finds the words that answer a question: by meaning, by word, and by both.

Run as `python -m evals.bench.recall [FOLDER ...]`: by default over the questions of the golden
deals. A quote that a question cites counts as found where one of the first five chunks holds it
whole. Each question is asked when the sources up to its own number are indexed. Prints figures and
asserts nothing.
"""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from agent.ports import Quote
from agent.quotes import locate
from api.bootstrap import EMBEDDED
from api.cli.session import Session, session
from evals.answering.nobodys_jobs import NobodysJobs
from evals.cases.gold import Question
from evals.cases.loading import load_all
from evals.cases.sample import Case
from evals.datasets import GOLDEN
from memory.records import Chunk
from plan.sources import Evidence
from tools.desk.arrivals import add_source
from tools.desk.opening import open_deal

K = 5
LEGS = ("meaning", "word", "both")


def main(folders: Sequence[Path]) -> None:
    """Ask every question that cites words, and print one line a way of searching."""
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TANDEM_HOME"] = folder
        with session(EMBEDDED) as now:
            for case in load_all(folders):
                for question in _asked(now, case):
                    counts += _found(now, case, question)
    quotes = counts["quotes"]
    sys.stdout.write(f"{counts['questions']} questions cite {quotes} quotes\n")
    for leg in LEGS:
        sys.stdout.write(f"by {leg}: {counts[leg]} of {quotes}, {counts[leg] / quotes:.3f}\n")


def _asked(now: Session, case: Case) -> Iterator[Question]:
    """The questions that cite, each when the sources up to its number are indexed."""
    deal = case.samples[0].context.plan.deal.id
    with now.write() as unit:
        open_deal(unit, case.samples[0].context.plan, now.acting())
    for number, sample in enumerate(case.samples, start=1):
        with now.write() as unit:
            source = sample.context.source
            record = add_source(unit, NobodysJobs(), deal, source, now.acting()).record
        now.tandem.memory.index(now.workspace, record.id)
        yield from (one for one in case.questions if one.cites and one.after == number)


def _found(now: Session, case: Case, question: Question) -> Counter[str]:
    """How many of a question's quotes each way of searching finds."""
    deal = case.samples[0].context.plan.deal.id
    places = [_place(case, cite.source, cite.quote) for cite in question.cites]
    both = now.tandem.memory.recall(now.workspace, deal, question.question, K)
    ranked = {
        "meaning": _by_meaning(now, deal, question.question),
        "word": _by_word(now, deal, question.question),
        "both": [one.chunk for one in both],
    }
    found = {
        leg: sum(any(_holds(chunk, place) for chunk in chunks) for place in places)
        for leg, chunks in ranked.items()
    }
    return Counter(questions=1, quotes=len(places), **found)


def _by_meaning(now: Session, deal: str, query: str) -> Sequence[Chunk]:
    vector = now.tandem.embedder.embed([query])[0]
    with now.read() as unit:
        ids, rows = unit.chunks.vectors(deal)
        best = np.argsort(-(rows @ vector), kind="stable")[:K]
        return unit.chunks.get([ids[at] for at in best])


def _by_word(now: Session, deal: str, query: str) -> Sequence[Chunk]:
    with now.read() as unit:
        return unit.chunks.get(unit.chunks.matching(deal, query, K))


def _place(case: Case, file: str, words: str) -> Evidence:
    """Where a cited quote stands; the loader has made sure that it does."""
    sample = next(one for one in case.samples if one.gold.source == file)
    source_id = sample.context.source_id
    found = locate(Quote(text=words), source_id, sample.context.source.turns)
    if found is None:
        raise LookupError(f"{source_id} does not say “{words}”.")
    return found


def _holds(chunk: Chunk, place: Evidence) -> bool:
    begins = (chunk.first_turn, chunk.start) <= (place.turn, place.start)
    ends = (place.turn, place.end) <= (chunk.last_turn, chunk.end)
    return chunk.source == place.source and begins and ends


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]] or [GOLDEN])
