"""The training passages load, their answers hold together, and quotes are where they are said."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from agent.readers.embedded.sentences import Sentence, sentences
from agent.readers.embedded.tagging.fields import RISK_TAGS
from agent.readers.embedded.training.marks import located
from agent.readers.embedded.training.passages import (
    DATA,
    Change,
    Passage,
    Said,
    Trap,
    passages,
    passages_of,
)
from plan.models import Item

Make = Callable[..., Passage]
Write = Callable[..., Path]
Answer = Change | Trap | Said
Cut = Mapping[str, tuple[Sentence, ...]]

SIGNED = {
    ("k023", "Senior Manager, Sourcing & Contracts"),
    ("k063", "Leiter Informationsschutz"),
}
"""Titles that stand in a signature, which intake takes off."""
READ_AS_NEW = {"c054", "e080", "i049", "j040", "j043", "j060"}
"""Mails whose quoted block begins as no mail program begins it, most with a header that has neither
subject nor address: intake takes it for new text."""
ENTITIES = ("milestone", "action", "outcome", "stakeholder")


@pytest.fixture(scope="module", name="every")
def _every() -> tuple[Passage, ...]:
    return passages()


@pytest.fixture(scope="module", name="cut")
def _cut(every: tuple[Passage, ...]) -> Cut:
    """By passage, the sentences the reader cuts."""
    return {one.id: sentences(one.context.source.turns) for one in every}


def test_every_file_is_loaded_and_no_id_is_given_twice(every: tuple[Passage, ...]) -> None:
    times = Counter(one.id for one in every)
    assert not [one for one, given in times.items() if given > 1]
    assert {one[0] for one in times} == {file.stem for file in DATA.glob("*.yaml")}
    assert len(every) > 1500


def test_quotes_of_edits_and_risks_are_found_where_they_are_said(
    every: tuple[Passage, ...], cut: Cut
) -> None:
    lost = {
        (one.id, quote)
        for one in every
        for said in answers(one)
        if not isinstance(said, Trap)
        for quote in said.quote
        if not located(cut[one.id], quote)
    }
    assert lost == SIGNED


def answers(passage: Passage) -> tuple[Answer, ...]:
    return (*passage.changes, *passage.traps, *passage.risks)


def test_traps_are_found_where_they_are_said_or_in_what_a_mail_quotes(
    every: tuple[Passage, ...], cut: Cut
) -> None:
    unread = [
        (one, quote)
        for one in every
        for trap in one.traps
        for quote in trap.quote
        if not located(cut[one.id], quote)
    ]
    assert not [(one.id, quote) for one, quote in unread if not located(quoted(one), quote)]


def test_what_a_mail_quotes_is_not_read_as_new(every: tuple[Passage, ...], cut: Cut) -> None:
    read = {
        one.id
        for one in every
        for trap in one.traps
        if trap.why == "quoted_history"
        if any(located(cut[one.id], quote) for quote in trap.quote)
    }
    assert read == READ_AS_NEW


def quoted(passage: Passage) -> tuple[Sentence, ...]:
    text = " ".join(passage.context.source.quoted)
    return (Sentence(0, 1, 0, len(text), text),)


def test_every_answer_has_words_and_every_risk_is_of_a_kind_that_is_said(
    every: tuple[Passage, ...],
) -> None:
    told = [(one.id, said) for one in every for said in answers(one)]
    assert not [name for name, said in told if not said.quote or not all(said.quote)]
    assert {risk.kind for one in every for risk in one.risks} <= RISK_TAGS.keys()


def test_everybody_and_everything_named_exists(every: tuple[Passage, ...]) -> None:
    strange = {
        (one.id, name)
        for one in every
        for entity, name in named(one)
        if name is not None and name not in known(one)[entity]
    }
    assert not strange


def known(passage: Passage) -> dict[str, set[object]]:
    """By entity, the ids that answers may name: the plan's and those that the answers add."""
    plan = passage.context.plan
    held: tuple[tuple[Item, ...], ...] = (
        plan.milestones,
        plan.actions,
        plan.outcomes,
        plan.stakeholders,
    )
    ids: dict[str, set[object]] = {
        entity: {one.id for one in items} for entity, items in zip(ENTITIES, held, strict=True)
    }
    for change in passage.changes:
        if change.op == "add":
            ids[change.entity].add(change.set.get("id"))
    return ids


def named(passage: Passage) -> Iterator[tuple[str, object]]:
    """What plan and answers call by id, each with what kind of thing it should be."""
    yield from planned(passage)
    for change in passage.changes:
        if change.op == "update" and change.entity in ENTITIES:
            yield change.entity, str(change.id)
        for field in ("owner", "reports_to"):
            yield "stakeholder", change.set.get(field)
        needed = change.set.get("depends_on")
        for one in (change.set.get("milestone"), *(needed if isinstance(needed, list) else ())):
            yield "milestone", one
        yield "stakeholder", change.speaker
    for risk in passage.risks:
        yield from (("stakeholder", one) for one in risk.stakeholders)
        yield from (("milestone", one) for one in risk.milestones)


def planned(passage: Passage) -> Iterator[tuple[str, object]]:
    plan = passage.context.plan
    yield from (("stakeholder", one.reports_to) for one in plan.stakeholders)
    for action in plan.actions:
        yield from (("stakeholder", action.owner), ("milestone", action.milestone))
    for milestone in plan.milestones:
        yield "stakeholder", milestone.owner
        yield from (("milestone", one) for one in milestone.depends_on)


def test_the_data_card_tells_how_many_there_are(every: tuple[Passage, ...]) -> None:
    card = (DATA / "README.md").read_text(encoding="utf-8").splitlines()
    files = sorted({one.id[0] for one in every})
    told = {file: row for row in card for file in (*files, "all") if row.startswith(f"| {file} |")}
    assert told == {file: row(file, every) for file in (*files, "all")}


def row(file: str, every: tuple[Passage, ...]) -> str:
    """A file's row of the data card's table."""
    of = [one for one in every if file in (one.id[0], "all")]
    kinds = Counter(one.context.source.kind for one in of)
    changes = [change for one in of for change in one.changes]
    counts = (
        len(of),
        *(kinds[kind] for kind in ("call", "email", "chat")),
        sum(len(turn.text.split()) for one in of for turn in one.context.source.turns),
        len(changes),
        sum(not change.required for change in changes),
        sum(len(one.traps) for one in of),
        sum(len(one.risks) for one in of),
    )
    return " | ".join(("| " + file, *map(str, counts))) + " |"


def test_a_call_is_heard_as_it_would_be(made: Make) -> None:
    lines = [["lena", "It slips\n  a week."], ["Speaker 3", "Noted."], [None, "Mm."]]
    source = made(turns=lines).context.source
    heard = [(turn.n, turn.speaker, turn.text) for turn in source.turns]
    assert heard == [
        (1, "Lena Ortiz", "It slips a week."),
        (2, "Speaker 3", "Noted."),
        (3, None, "Mm."),
    ]
    assert (source.kind, source.day.isoformat()) == ("call", "2026-03-03")


NORA = {
    "op": "add",
    "entity": "stakeholder",
    "set": {"id": "nora", "name": "Nora Feld", "email": "n.feld@acme.example", "side": "buyer"},
    "quote": "I take this over.",
}


def test_who_is_new_speaks_by_name(made: Make) -> None:
    passage = made(turns=[["nora", "I take this over."]], edits=[NORA])
    assert [turn.speaker for turn in passage.context.source.turns] == ["Nora Feld"]
    assert "nora" not in {one.id for one in passage.context.plan.stakeholders}


REPLY = """\
Dan,

the review slips to 27 March.

Best regards
Lena Ortiz
Head of IT Security

On Mon, 2 Mar 2026 at 16:02, Dan Cole <dan@northwind.example> wrote:
> Is the review done by the twentieth?
"""


def test_a_mail_is_taken_in_like_any_other(made: Make) -> None:
    passage = made(kind="email", subject="Re: review", text=REPLY, to=["dan"], **{"from": "lena"})
    source = passage.context.source
    assert [turn.text for turn in source.turns] == ["Dan,", "the review slips to 27 March."]
    assert {turn.speaker for turn in source.turns} == {"Lena Ortiz"}
    assert "Is the review done" in " ".join(source.quoted)
    assert (source.title, source.day.isoformat()) == ("Re: review", "2026-03-03")


def test_a_mails_people_bear_their_own_addresses_or_their_sides(made: Make) -> None:
    passage = made(
        kind="email",
        text="I take this over.",
        to=["priya", "dan"],
        cc=["a.lund@partner.example", "Urs Roth <urs.roth@acme.example>"],
        edits=[NORA],
        **{"from": "nora"},
    )
    people = [(one.name, one.address) for one in passage.context.source.people]
    assert people[:2] == [
        ("Nora Feld", "n.feld@acme.example"),
        ("Priya Raman", "priya@acme.example"),
    ]
    assert people[2][0] == "Dan Cole"
    assert str(people[2][1]).endswith("@seller.example")
    assert people[3:] == [
        (None, "a.lund@partner.example"),
        ("Urs Roth", "urs.roth@acme.example"),
    ]


@pytest.mark.parametrize(
    ("broken", "place"),
    [
        ({"kind": "letter"}, "kind"),
        ({"date": 3}, "date"),
        ({"moods": []}, "moods"),
        ({"deal": {"stage": "warm"}}, "stage"),
        ({"edits": [{"op": "add", "entity": "action", "set": {}}]}, r"edits\.0\.quote"),
        ({"traps": [{"quote": "Perhaps.", "why": "unsure"}]}, r"traps\.0\.why"),
        ({"risks": [{"kind": "rain", "quote": "It rains."}]}, r"risks\.0\.kind"),
    ],
)
def test_a_broken_passage_is_refused_with_its_place(
    write: Write, broken: dict[str, object], place: str
) -> None:
    with pytest.raises(ValidationError, match=place) as caught:
        passages_of(write(**broken))
    assert "z.yaml" in " ".join(caught.value.__notes__)


def test_a_file_without_passages_is_refused(tmp_path: Path) -> None:
    (tmp_path / "z.yaml").write_text("", encoding="utf-8")
    with pytest.raises(ValidationError):
        passages(tmp_path)


def test_a_file_that_is_no_yaml_is_refused(tmp_path: Path) -> None:
    (tmp_path / "z.yaml").write_text("- {id: z001", encoding="utf-8")
    with pytest.raises(yaml.YAMLError):
        passages(tmp_path)


def test_files_are_read_in_their_order(write: Write, tmp_path: Path) -> None:
    write(id="z001").rename(tmp_path / "y.yaml")
    write(id="a001")
    assert [one.id for one in passages(tmp_path)] == ["z001", "a001"]
