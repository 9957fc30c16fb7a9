"""Who is away, and when they are back."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.absences import absences
from agent.addressed import Addressed
from agent.addressed.spans import Span
from plan.models import Deal, Plan, Stakeholder
from plan.observations import Absence
from plan.sources import Notice, Source, Turn, quote
from plan.values import SourceKind

ON = date(2026, 7, 1)
"""A Wednesday."""
LENA, TOM, DAN = "Lena Ortiz", "Tom Vance", "Dan Cole"
PLAN = Plan(
    deal=Deal(id="acme", name="Acme", account="Acme", seller="Northwind", stage="evaluation"),
    as_of=date(2026, 6, 1),
    stakeholders=(
        Stakeholder(id="lena", name=LENA, email="lena@acme.example", side="buyer"),
        Stakeholder(id="tom", name=TOM, side="buyer"),
        Stakeholder(id="dan", name=DAN, side="seller"),
    ),
)


def source(
    *lines: tuple[str, str], kind: SourceKind = "call", notice: Notice | None = None
) -> Source:
    turns = (Turn(n=n, speaker=who, text=text) for n, (who, text) in enumerate(lines, start=1))
    return Source(
        kind=kind,
        format="eml" if kind == "email" else "vtt",
        occurred_at=datetime(2026, 7, 1, 12, tzinfo=UTC),
        day=ON,
        sha256="0" * 64,
        turns=tuple(turns),
        notice=notice,
    )


def read(*lines: tuple[str, str], notice: Notice | None = None) -> tuple[Absence, ...]:
    kind: SourceKind = "email" if notice else "call"
    return absences(source(*lines, kind=kind, notice=notice), "s1", PLAN)


def back(text: str, *, who: str = LENA, notice: Notice | None = None) -> list[tuple[str, str]]:
    return [(one.person, one.until.isoformat()) for one in read((who, text), notice=notice)]


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("I'm on leave until 13 July.", "2026-07-13"),
        ("I'm off on leave until 13 July.", "2026-07-13"),
        ("I'm away until the fifteenth, my sister is getting married.", "2026-07-15"),
        ("I am on holiday till Saturday the 18th.", "2026-07-20"),
        ("I am on leave from the 6th to the 17th of July.", "2026-07-20"),
        ("I'm away 6 to 9 July.", "2026-07-10"),
        (
            "In August I'm on holiday, just so you know, from the third to the fourteenth.",
            "2026-08-17",
        ),
        ("I'm off next week.", "2026-07-13"),
        ("I'm on vacation this week.", "2026-07-06"),
        ("As of tomorrow I'm out for two weeks.", "2026-07-16"),
        ("I'm out from the sixth, two weeks.", "2026-07-20"),
        ("I'm on leave for three weeks.", "2026-07-22"),
        ("I'm away until the end of July.", "2026-08-03"),
        ("I'm on parental leave until September.", "2026-09-01"),
        ("I'm on leave until after the 10th.", "2026-07-13"),
        ("I'm back on the thirteenth.", "2026-07-13"),
        ("I'm travelling and I come back on 10 July.", "2026-07-10"),
        ("I won't be back until the twentieth.", "2026-07-20"),
        ("I'm off on the sixth, back on the thirteenth.", "2026-07-13"),
    ],
)
def test_the_speaker_is_back_on_the_first_working_day(text: str, until: str) -> None:
    assert back(text) == [("lena", until)]


@pytest.mark.parametrize(
    "text",
    [
        "If I'm on leave until 13 July, call Tom.",
        "Maybe I'm away until the fifteenth.",
        "Are you on holiday until the fifteenth?",
        "Last year I was on leave until 13 July.",
        "I was on leave until Monday.",
        "I'm away.",
        "I'm off from the eighteenth.",
        "I'm off the fence.",
        "The call on the 8th is off.",
        "Put it back on me, I'll redo it by Thursday.",
        "The draft you'll have back on the eleventh.",
        "For the two open points I come back on Tuesday 14 July with a text.",
        "I'm back on the first of October.",
        "Our broker is on holiday until the end of the month.",
        "They're all on leave till the middle of August.",
        "I'm on leave and we sign until 13 July.",
        "I'm not away until the fifteenth, don't worry.",
    ],
)
def test_what_is_no_clear_statement_says_of_nobody_that_they_are_away(text: str) -> None:
    assert back(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tom is on leave until the 13th.",
        "Tom Vance is away from 2 July to 10 July.",
        "Tom's off until 13 July.",
    ],
)
def test_somebody_named_is_away(text: str) -> None:
    assert back(text) == [("tom", "2026-07-13")]


def test_he_or_she_is_whoever_was_named_last() -> None:
    said = "Tom met a kerb on Sunday and the kerb won. He'll be off until 13 July."
    assert back(said) == [("tom", "2026-07-13")]


def test_of_two_people_named_he_may_be_either() -> None:
    assert back("Tom and Dan know. He is away until 13 July.") == []


def test_my_family_is_none_of_the_deals() -> None:
    assert back("My brother Tom is on leave until 13 July.") == []


def test_the_longest_absence_of_a_person_counts() -> None:
    found = read((LENA, "I'm off next week."), (LENA, "Then I'm away until the 27th."))
    assert [(one.person, one.until) for one in found] == [("lena", date(2026, 7, 27))]


def test_an_absence_says_since_when() -> None:
    (found,) = read((LENA, "I'm on leave from the 6th to the 17th of July."))
    assert found.since == date(2026, 7, 6)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("I am out of the office from 27 June and will be back on Monday, 13 July.", "2026-07-13"),
        ("I am out of the office until 31 August and do not read my mail.", "2026-08-31"),
        ("On annual leave, back in the office on Tuesday 7 July.", "2026-07-07"),
        ("I will answer on my return, Monday 13 July.", "2026-07-13"),
        ("Annual leave 1 July to 10 July.", "2026-07-13"),
    ],
)
def test_an_automatic_reply_tells_of_its_writer(text: str, until: str) -> None:
    assert back(text, notice="automatic_reply") == [("lena", until)]


def test_an_automatic_reply_may_tell_of_others_who_are_there() -> None:
    said = "I am out of the office. Tom is back on Monday 6 July."
    assert back(said, notice="automatic_reply") == []


def test_a_stranger_who_is_away_is_nobody_of_the_deal() -> None:
    assert back("I am away until 13 July.", who="Zoe Gray", notice="automatic_reply") == []


def test_a_calendar_notice_says_nothing() -> None:
    assert back("I'm on leave until 13 July.", notice="calendar") == []


def test_words_addressed_to_software_say_nothing() -> None:
    said = source((LENA, "I'm on leave until 13 July."))
    assert absences(said, "s1", PLAN, Addressed((Span(1, 0, 5),))) == ()


def test_the_evidence_is_the_sentence() -> None:
    said = source((LENA, "Good. I'm on leave until 13 July. Ask Tom."))
    (found,) = absences(said, "s1", PLAN)
    assert quote(found.evidence[0], said.turns) == "I'm on leave until 13 July."


SAID = (
    "i i'm he tom is on leave away off out back until from to the 13 july monday next week for two "
    "weeks and , . ? not if return holiday"
)
WORDS = st.sampled_from(SAID.split())


@given(st.lists(WORDS, max_size=40).map(" ".join), st.sampled_from([None, "automatic_reply"]))
def test_whatever_is_said_an_absence_lies_ahead_and_has_words(
    text: str, notice: Notice | None
) -> None:
    said = source((LENA, text or "-"), kind="email", notice=notice)
    for one in absences(said, "s1", PLAN):
        assert one.until > ON
        assert one.until.weekday() < 5
        assert PLAN.person(one.person)
        assert quote(one.evidence[0], said.turns)
