"""Sources as files: what is written is read back word for word, or refused with a reason."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plan.sources import Notice, Person, Source, Turn
from tests.strategies.sources import sources
from tools.exchange.cases import SourceFile, cases, source_files
from tools.exchange.rendering import UnrenderableError, render
from tools.intake import intake
from tools.intake.turns import Cue, joined

GOLDEN = Path(__file__).parents[4] / "evals" / "datasets" / "golden"
DAY = date(2026, 3, 9)
LENA = Person(name="Lena Ortiz", address="lena@acmefoods.example")
DAN = Person(name="Dan Cole", address="dan@northwind.example")
AWKWARD = st.sampled_from(
    (
        *("00:00:01.000", "-->", "→", "<v", "<v Ann>", "</v>", "&", "&lt;", "{\\an8}", "NOTE"),
        *("Budget:", "Ann: ", ">", "- ", "* ", "1.", "12:30", "(12:30)", "WEBVTT", "{", '"', "**"),
        *("Thanks,", "Lena", "--", "____________", "From:", "=?utf-8?q?x?="),
        *(
            "wrote:",
            "On 3 March 2026 at 10:00 Dan <d@x.example>",
            "Müller",
            "価格\uff1a",
            "😀",
            "R&D",
        ),
        *("https://a.example/?q=1&b=2", "x" * 300, "and", "then", "we", "move", "it."),
    )
)
TEXTS = st.lists(AWKWARD, min_size=1, max_size=8).map(
    lambda words: " ".join(" ".join(words).split())
)
WORDS = TEXTS.filter(lambda text: any(character.isalnum() for character in text))
PEOPLE = st.sampled_from(
    [
        LENA,
        DAN,
        Person(name="Ann <Ops> & Co", address="ann@x.example"),
        Person(name='O\'Brien, Søren "Sam" M.', address="so.br+en@x.example"),
        Person(name="王 小明"),
        Person(address="sales@x.example"),
        Person(name="A v. B"),
    ]
)
SPANS = st.tuples(st.floats(0, 9999), st.floats(0, 9999)).map(sorted)


def source(
    kind: Literal["call", "email", "chat", "note"],
    texts: Sequence[str],
    people: Sequence[Person] = (),
    **more: object,
) -> Source:
    """A source without times; its people speak in turn, or the first wrote all of a mail."""
    turns = []
    for n, text in enumerate(texts, start=1):
        who = people[0 if kind == "email" else n % len(people)] if people else Person()
        turns.append(Turn(n=n, speaker=who.name or who.address, address=who.address, text=text))
    return Source.model_validate(
        {
            "kind": kind,
            "format": {"call": "vtt", "email": "eml"}.get(kind, "text"),
            "occurred_at": datetime(2026, 3, 9, 9, 30, tzinfo=UTC),
            "day": DAY,
            "sha256": "0" * 64,
            "people": people,
            "turns": turns,
            **more,
        }
    )


def again(one: Source) -> Source:
    """A source written and read again."""
    return intake(render(one).data, day=one.day)


def said(turns: Sequence[Turn]) -> list[tuple[str | None, str | None, str]]:
    return [(turn.speaker, turn.address, turn.text) for turn in turns]


def talk(one: Source) -> list[tuple[str | None, str | None, str]]:
    """What is said, neighbouring turns of one speaker joined."""
    cues = (
        Cue(turn.speaker, turn.address, turn.text.replace("\u00a0", " "), turn.start, turn.end)
        for turn in one.turns
    )
    return said(joined(cues))


@cache
def golden() -> tuple[SourceFile, ...]:
    return tuple(one for case in cases(GOLDEN) for one in source_files(case))


@pytest.mark.parametrize("file", golden(), ids=lambda one: f"{one.path.parts[-3]}/{one.path.name}")
def test_every_golden_source_comes_back_as_it_was(file: SourceFile) -> None:
    before = intake(file.path.read_bytes(), filename=file.path.name, day=file.day)
    rendered = render(before)
    after = intake(rendered.data, filename=file.path.name, day=file.day)
    assert said(after.turns) == said(before.turns)
    for field in ("kind", "title", "occurred_at", "day", "message_id", "people", "notice"):
        assert getattr(after, field) == getattr(before, field)
    assert "\n".join(after.quoted).split() == "\n".join(before.quoted).split()
    if before.format in ("vtt", "srt", "json", "eml"):
        assert after.turns == before.turns
    assert rendered.suffix == {"email": ".eml", "call": ".vtt"}[before.kind] or (
        before.format == "json"
    )


@given(sources())
def test_any_call_comes_back(one: Source) -> None:
    after = again(one)
    assert (after.kind, said(after.turns)) == ("call", talk(one))


@given(st.lists(st.tuples(PEOPLE | st.none(), TEXTS, SPANS), min_size=1, max_size=6))
def test_a_call_of_awkward_words_comes_back_with_its_times(
    spoken: list[tuple[Person | None, str, list[float]]],
) -> None:
    turns = tuple(
        Turn(
            n=n,
            speaker=who and (who.name or who.address),
            address=who and who.address,
            text=text,
            start=round(start, 3),
            end=round(end, 3),
        )
        for n, (who, text, (start, end)) in enumerate(spoken, start=1)
    )
    one = source("call", ["x"]).model_copy(update={"turns": turns})
    after = again(one)
    assert said(after.turns) == talk(one)
    assert {turn.start for turn in after.turns} <= {turn.start for turn in turns}


@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(PEOPLE, min_size=1, max_size=3))
@example(["> quoted?", "- an item", "Thanks,", "Lena"], [LENA, DAN])
@example(["On Mon, 9 March 2026 at 10:00, Dan Cole <dan@northwind.example> wrote:", "Yes."], [LENA])
@example(["Lena"], [LENA])
@example(["x" * 1500], [LENA])
def test_a_mail_of_awkward_words_comes_back(texts: list[str], people: list[Person]) -> None:
    one = source("email", texts, tuple(dict.fromkeys(people)), title=texts[0], message_id="1@x")
    after = again(one)
    assert said(after.turns) == said(one.turns)
    assert (after.title, after.people, after.message_id) == (one.title, one.people, "1@x")


@given(st.lists(TEXTS, min_size=1, max_size=6))
@example(["Ann: yes.", "Bob: no.", "Ann: yes.", "Bob: no."])
@example(["09:30:00 From Ann to Bob: hello"])
@example(["- one", "2. two", "**Three** is **bold**"])
@example(["WEBVTT", "00:01.000 --> 00:02.000"])
@example(["<html>", "From: me", "Subject: you"])
def test_a_note_of_any_words_comes_back(texts: list[str]) -> None:
    one = source("note", texts)
    after = again(one)
    assert (after.kind, said(after.turns)) == ("note", said(one.turns))


@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_a_chat_comes_back(texts: list[str]) -> None:
    one = source("chat", texts, [Person(name="Dan Cole"), Person(name="Lena Ortiz")][: len(texts)])
    after = again(one)
    assert (after.kind, said(after.turns)) == ("chat", talk(one))


def test_captions_name_speakers_in_voice_tags_and_nobody_where_nobody_is_known() -> None:
    turns = (
        Turn(n=1, speaker="Ann <Ops>", text="A & B --> C", start=3661.5, end=3662.25),
        Turn(n=2, text="Yes {so}: 1 → 2.", start=3663, end=None),
        Turn(n=3, speaker="Bo", text="No.", start=3670, end=None),
    )
    one = source("call", ["x"]).model_copy(update={"turns": turns})
    rendered = render(one)
    assert rendered.suffix == ".vtt"
    assert rendered.data.decode() == (
        "WEBVTT\n\n"
        "01:01:01.500 --> 01:01:02.250\n<v Ann &lt;Ops&gt;>A &amp; B --&gt; C</v>\n\n"
        "01:01:03.000 --> 01:01:10.000\nYes &lcub;so}: 1 &rarr; 2.\n\n"
        "01:01:10.000 --> 01:01:10.000\n<v Bo>No.</v>\n\n"
    )


def test_a_call_whose_times_addresses_or_title_captions_would_lose_is_an_export() -> None:
    untimed = source("call", ["Yes.", "No."], [Person(name="Lena"), Person(name="Dan")])
    timed = tuple(turn.model_copy(update={"start": 1.0 * turn.n}) for turn in untimed.turns)
    plain = untimed.model_copy(update={"turns": timed})
    assert render(plain).suffix == ".vtt"
    others = (
        untimed,
        plain.model_copy(update={"title": "Weekly"}),
        plain.model_copy(update={"people": (*plain.people, LENA)}),
        source("call", ["Yes.", "No."], [LENA, DAN]),
    )
    for one in others:
        assert render(one).suffix == ".json"
        after = again(one)
        assert [turn.start for turn in after.turns] == [turn.start for turn in one.turns]
        assert (after.title, after.people) == (one.title, one.people)
        assert after.occurred_at == one.occurred_at


def test_words_of_nobody_that_look_like_labels_stay_words() -> None:
    texts = ["Ann: yes.", "Bob: no.", "Ann: yes."]
    turns = tuple(
        Turn(n=n, text=text, start=10.0 * n, end=10.0 * n + 1)
        for n, text in enumerate(texts, start=1)
    )
    one = source("call", ["x"]).model_copy(update={"turns": turns})
    assert said(again(one).turns) == [(None, None, text) for text in texts]


def test_people_are_not_told_of_a_call_that_names_no_speaker() -> None:
    one = source("call", ["Yes, Lena."]).model_copy(update={"people": (LENA, DAN), "title": "Sync"})
    assert "Ortiz" not in render(one).data.decode()


def test_a_mail_is_plain_text_that_people_can_read() -> None:
    one = source(
        "email",
        ["The pen test is late.", "Müller & Co are on it."],
        [LENA, DAN, Person(address="ops@acmefoods.example")],
        quoted=["On Monday Dan wrote:\nIs it done?\n>Are you sure?", "\nAnd when?"],
        title="Re: Pen test",
        message_id="1@acmefoods.example",
    )
    assert render(one).data.decode() == (
        "From: Lena Ortiz <lena@acmefoods.example>\n"
        "To: Dan Cole <dan@northwind.example>,\n <ops@acmefoods.example>\n"
        "Subject: Re: Pen test\n"
        "Date: Mon, 09 Mar 2026 09:30:00 +0000\n"
        "Message-ID: <1@acmefoods.example>\n"
        "MIME-Version: 1.0\n"
        'Content-Type: text/plain; charset="utf-8"\n'
        "Content-Transfer-Encoding: 8bit\n\n"
        "The pen test is late.\n\nMüller & Co are on it.\n\n"
        "> On Monday Dan wrote:\n> Is it done?\n> >Are you sure?\n>\n>\n> And when?\n"
    )
    after = again(one)
    assert after.quoted == ("On Monday Dan wrote:\nIs it done?\n>Are you sure?\n\n\nAnd when?",)


def test_a_line_longer_than_mail_allows_is_wrapped_in_a_way_that_is_undone() -> None:
    one = source("email", ["Müller said: " + "so " * 500 + "= that."], [LENA])
    data = render(one).data
    assert max(map(len, data.split(b"\n"))) <= 998
    assert said(again(one).turns) == said(one.turns)


@pytest.mark.parametrize("notice", ["automatic_reply", "calendar"])
@pytest.mark.parametrize("texts", [["I am away until Friday."], []])
def test_what_nobody_wrote_stays_so(notice: Notice, texts: list[str]) -> None:
    one = source("email", texts, [LENA, DAN], notice=notice)
    after = again(one)
    assert (after.notice, said(after.turns)) == (notice, said(one.turns))
    assert after.people == (LENA, DAN)


def test_mail_of_an_unknown_author_has_recipients_only() -> None:
    one = source("email", ["Is anybody there?"]).model_copy(update={"people": (DAN, LENA)})
    after = again(one)
    assert (after.turns, after.people) == (one.turns, one.people)


@pytest.mark.parametrize("hours", [-30, -13, -8, 0, 10, 14])
def test_a_mails_instant_is_kept_where_some_calendar_shows_its_day(hours: int) -> None:
    at = datetime(2026, 3, 9, 12, tzinfo=UTC) + timedelta(hours=hours)
    after = again(source("email", ["Yes."], [LENA], occurred_at=at))
    assert after.day == DAY
    noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
    assert after.occurred_at == (noon if hours == -30 else at)


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (
            source("call", ["Two  blanks."]),
            "turn 1 would be read as 'Two blanks.', not as 'Two  blanks.'",
        ),
        (source("call", ["Yes."], [Person(name="Ann (Guest)")]), "the speaker of turn 1"),
        (source("call", []), "it would be refused. Nobody says a word"),
        (source("email", ["A.", "B."], [LENA, DAN], title="a  b"), "its title would be read as"),
        (source("chat", ["Yes.", "No."], [LENA, DAN]), "the address of turn 1"),
        (source("chat", ["Yes."]), "cannot be written"),
        (
            source("email", ["From: Dan", "Sent: Monday", "To: Lena", "Subject: this"], [LENA]),
            "of its 4 turns 0 would be read",
        ),
        (source("email", ["Yes.", "…"], [LENA]), "of its 2 turns 1 would be read"),
    ],
)
def test_what_no_file_keeps_is_refused_with_the_reason(one: Source, reason: str) -> None:
    with pytest.raises(UnrenderableError, match=f"This {one.kind} cannot be written") as refused:
        render(one)
    assert reason in str(refused.value)
