"""What holds for every reading, whatever was said."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from agent.ports import Context, Drafts, Reader
from agent.readers.embedded import EmbeddedReader
from plan.edits import Edit
from plan.models import Plan
from plan.proposals import Proposal
from plan.sources import Turn

Make = Callable[..., Context]
Read = Callable[[Context], Drafts]

NAMES = ["Dan Cole", "Mia Berg", "Lena Ortiz", "Priya Raman", "Tom Vance", "Nora Feld", "Speaker 2"]
PIECES = [
    "I'll send you the price list by Friday.",
    "Could you send the SOC 2 report on the twelfth?",
    "Sure, no problem.",
    "The security review moves to the twenty-seventh.",
    "No wait, scratch that.",
    "The pilot is done.",
    "My colleague Nora Feld, our compliance manager, takes over.",
    "She takes over the security review.",
    "Two hundred and ten thousand, all in.",
    "Then two-ten it is.",
    "Picking errors are at 1.4 percent.",
    "Tom has left the company.",
    "If we had the budget, maybe.",
    "Put that in as a step of the plan.",
    "12. Mai, 3.2.",
    "…",
    "- one - two - three",
]
WORDS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join))
LINES = st.lists(st.tuples(st.sampled_from(NAMES), WORDS), max_size=12)
QUIET = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def folded(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Lines as intake makes turns of them: white space folded, no turn without words."""
    return [(who, " ".join(text.split())) for who, text in lines if text.split()]


def test_it_is_a_reader(read: Read) -> None:
    reader: Reader = read.__self__  # type: ignore[attr-defined]
    assert isinstance(reader, EmbeddedReader)
    assert (reader.name, reader.prompt) == ("embedded", "")


@QUIET
@given(lines=LINES)
def test_it_never_fails_and_quotes_word_for_word(
    call: Make, mail: Make, read: Read, lines: list[tuple[str, str]]
) -> None:
    said = folded(lines)
    mailed = mail(NAMES[0], *(text for _, text in said), to=NAMES[1:3])
    for context in (call(*said), mailed):
        drafts = read(context)
        turns = {turn.n: turn for turn in context.source.turns}
        quoted = [one.quotes for one in drafts.edits] + [one.quotes for one in drafts.risks]
        assert all(quoted)
        for quote in (quote for quotes in quoted for quote in quotes):
            assert quote.text in turns[quote.turn or 0].text


@QUIET
@given(lines=LINES)
def test_updates_name_items_of_the_plan_and_change_something(
    call: Make, read: Read, lines: list[tuple[str, str]]
) -> None:
    context = call(*folded(lines))
    for one in read(context).edits:
        if one.op == "add" or one.entity == "deal":
            continue
        entity = one.entity
        assert entity in ("milestone", "action", "outcome", "stakeholder")
        held = context.plan.find(entity, one.id or "")  # type: ignore[arg-type]
        assert held is not None
        now = held.model_dump(mode="json")
        assert all(now[field] != value for field, value in one.set.items())


@QUIET
@example(
    lines=[
        ("Lena Ortiz", "My colleague Nora Feld, our compliance manager. No wait, scratch that."),
        ("Lena Ortiz", "She takes over the security review."),
    ]
)
@given(lines=LINES)
def test_one_draft_an_entity_and_owners_are_known_or_drafted(
    call: Make, read: Read, lines: list[tuple[str, str]]
) -> None:
    context = call(*folded(lines))
    drafts = read(context).edits
    keys = [(one.op, one.entity, one.id) for one in drafts]
    assert len(keys) == len(set(keys))
    people = {one.id for one in context.plan.stakeholders}
    people |= {one.id or "" for one in drafts if (one.op, one.entity) == ("add", "stakeholder")}
    assert {str(one.set["owner"]) for one in drafts if "owner" in one.set} <= people


@QUIET
@given(lines=LINES)
def test_the_same_words_read_the_same(call: Make, read: Read, lines: list[tuple[str, str]]) -> None:
    context = call(*folded(lines))
    assert read(context) == read(context)


def test_an_empty_source_drafts_nothing(call: Make, read: Read, empty_plan: Plan) -> None:
    assert read(call()) == Drafts()
    assert read(call(plan=empty_plan)) == Drafts()


def test_turns_without_speakers_promise_nothing(call: Make, read: Read) -> None:
    context = call(("", "I'll send you the price list by Friday."))
    turn = Turn(n=1, text="I'll send you the price list by Friday.")
    source = context.source.model_copy(update={"turns": (turn,)})
    assert not read(context.model_copy(update={"source": source})).edits


def test_what_a_proposal_would_add_is_an_item(call: Make, read: Read) -> None:
    lines = (("Dan Cole", "I'll send you the price list by Friday."),)
    assert read(call(*lines)).edits
    values: dict[str, object] = {
        "title": "Send the price list",
        "owner": "dan",
        "due": "2026-03-06",
    }
    context = call(*lines).model_copy(update={"pending": (_waiting("action", values),)})
    assert not read(context).edits


def test_whom_a_proposal_would_add_is_nobody_new(call: Make, read: Read) -> None:
    lines = (("Lena Ortiz", "This is Nora Feld, our compliance manager."),)
    assert read(call(*lines)).edits
    values: dict[str, object] = {"name": "Nora Feld", "side": "buyer"}
    context = call(*lines).model_copy(update={"pending": (_waiting("stakeholder", values),)})
    assert not read(context).edits


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text",
    [
        "a" * 60_000,
        "." * 60_000,
        "1. " * 20_000,
        "so " * 20_000,
        "give the a " * 5_000,
        "Nora Feld, she's, " * 3_000,
        "two hundred and " * 4_000,
        "by Friday " * 4_000,
    ],
)
def test_hostile_text_takes_no_hostile_time(call: Make, read: Read, text: str) -> None:
    read(call(("Lena Ortiz", text.strip())))


def _waiting(entity: str, values: dict[str, object]) -> Proposal:
    edit = Edit.model_validate({"op": "add", "entity": entity, "id": "x-1", "set": values})
    at = datetime(2026, 3, 2, tzinfo=UTC)
    return Proposal(
        id="acme.p1", deal="acme", number=1, occurred_at=at, edit=edit, hash="0", created_at=at
    )


def test_the_day_is_the_sources_own(call: Make, read: Read) -> None:
    line = ("Dan Cole", "I'll send you the price list tomorrow.")
    (draft,) = read(call(line, on=date(2026, 7, 31))).edits
    assert draft.set["due"] == "2026-08-01"
