"""Who wrote to whom and when, from headers as mailers write them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from plan.sources import Person
from tools.intake.mail import Mail, parse_mail


def read(*fields: str) -> Mail:
    return parse_mail(
        ("\n".join(["X-First: 1", "Received: by b", *fields]) + "\n\nHello.\n").encode()
    )


JESS = Person(name="Jess Moretti", address="jess@bluegum.example")


@pytest.mark.parametrize(
    ("value", "person"),
    [
        ("Jess Moretti <jess@bluegum.example>", JESS),
        ('"Jess Moretti" <Jess@BlueGum.Example>', JESS),
        ("'Jess Moretti' <jess@bluegum.example>", JESS),
        ("jess@bluegum.example (Jess Moretti)", JESS),
        ("Jess\n  Moretti\n\t<jess@bluegum.example>", JESS),
        ("=?utf-8?q?Jess_Moretti?= <jess@bluegum.example>", JESS),
        ("=?utf-8?B?SmVzcw==?= =?utf-8?B?IE1vcmV0dGk=?= <jess@bluegum.example>", JESS),
        ('"=?utf-8?q?Jess_Moretti?=" <jess@bluegum.example>', JESS),
        ("jess@bluegum.example", Person(address="jess@bluegum.example")),
        ("<jess@bluegum.example>", Person(address="jess@bluegum.example")),
        ('"jess@bluegum.example" <jess@bluegum.example>', Person(address="jess@bluegum.example")),
        ("mailto:jess@bluegum.example", Person(address="jess@bluegum.example")),
        (
            '"Moretti, Jess" <jess@bluegum.example>',
            JESS.model_copy(update={"name": "Moretti, Jess"}),
        ),
        (
            "=?utf-8?Q?Moretti,_Jess?= <jess@bluegum.example>",
            JESS.model_copy(update={"name": "Moretti, Jess"}),
        ),
        (
            '"Jess \\"JM\\" Moretti" <jess@bluegum.example>',
            JESS.model_copy(update={"name": 'Jess "JM" Moretti'}),
        ),
        ('"Jess Moretti <jess@bluegum.example>', JESS),
        ("=?iso-8859-1?q?Sol=E8ne?= <s@v.example>", Person(name="Solène", address="s@v.example")),
        (
            "=?utf-8?b?U29sw6g=?= =?utf-8?b?bmU=?= <s@v.example>",
            Person(name="Solène", address="s@v.example"),
        ),
        (
            "=?utf-8?b?U29sww==?=\n =?utf-8?b?qG5l?= <s@v.example>",
            Person(name="Solène", address="s@v.example"),
        ),
        ("Solène <s@v.example>", Person(name="Solène", address="s@v.example")),
        ("=?utf-8*fr?q?Sol=C3=A8ne?= <s@v.example>", Person(name="Solène", address="s@v.example")),
        ("Jess Moretti", Person(name="Jess Moretti")),
    ],
)
def test_the_author_is_read(value: str, person: Person) -> None:
    assert read(f"From: {value}").author == person


def test_raw_latin_1_in_a_header_is_read() -> None:
    mail = parse_mail(b"From: Sol\xe8ne <s@v.example>\nSubject: comit\xe9\n\nHello.\n")
    assert mail.author == Person(name="Solène", address="s@v.example")
    assert mail.subject == "comité"


@pytest.mark.parametrize("field", ["", "From:", "From: <>", "From: ;,"])
def test_a_mail_may_have_no_author(field: str) -> None:
    assert read(field).author is None


def test_recipients_are_those_of_to_and_cc_each_once() -> None:
    mail = read(
        "From: a@a.example",
        "To: Toby Finch <toby@t.example>, mel@t.example; Kim <KIM@b.example>",
        "Cc: Team: dev@b.example, baz@b.example;, undisclosed-recipients:;",
        "CC: toby@t.example, <kim@b.example>",
        "Bcc: secret@b.example",
    )
    assert mail.recipients == (
        Person(name="Toby Finch", address="toby@t.example"),
        Person(address="mel@t.example"),
        Person(name="Kim", address="kim@b.example"),
        Person(address="dev@b.example"),
        Person(address="baz@b.example"),
    )


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (
            "Tue, 12 May 2026 21:47:00 +1000",
            datetime(2026, 5, 12, 21, 47, tzinfo=timezone(timedelta(hours=10))),
        ),
        (
            "12 May 2026 21:47 -0500",
            datetime(2026, 5, 12, 21, 47, tzinfo=timezone(timedelta(hours=-5))),
        ),
        ("Tue, 12 May 2026 21:47:00 GMT", datetime(2026, 5, 12, 21, 47, tzinfo=UTC)),
        ("Tue, 12 May 2026 21:47:00 -0000", datetime(2026, 5, 12, 21, 47, tzinfo=UTC)),
        ("Tue, 12 May 2026 21:47:00", datetime(2026, 5, 12, 21, 47, tzinfo=UTC)),
        (
            "Tue, 12 May 2026 21:47:00 +0200 (CEST)",
            datetime(2026, 5, 12, 21, 47, tzinfo=timezone(timedelta(hours=2))),
        ),
    ],
)
def test_the_date_keeps_its_own_offset(value: str, moment: datetime) -> None:
    sent = read("From: a@b.example", f"Date: {value}").sent_at
    assert sent == moment
    assert sent is not None
    assert sent.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(
    "value", ["", "yesterday", "32 May 2026 21:47 +0000", "1 " * 20_000, "12 May 99999 1:1 +0"]
)
def test_an_unreadable_date_is_none(value: str) -> None:
    assert read("From: a@b.example", f"Date: {value}").sent_at is None


@pytest.mark.parametrize(
    ("value", "identity"),
    [
        ("<19e7@mail.example>", "19e7@mail.example"),
        (" 19e7@mail.example ", "19e7@mail.example"),
        ("\n <19e7@mail.example>", "19e7@mail.example"),
        ("<19e7@mail.example> (added by relay)", "19e7@mail.example"),
        ("<>", None),
        ("", None),
    ],
)
def test_the_message_id_has_no_brackets(value: str, identity: str | None) -> None:
    assert read("From: a@b.example", f"Message-ID: {value}").message_id == identity


@pytest.mark.parametrize(
    ("value", "subject"),
    [
        ("Re:  pilot\n\tstarts", "Re: pilot starts"),
        ("=?utf-8?q?comit=C3=A9?= of =?utf-8?q?f=C3=A9?=\n =?utf-8?q?vrier?=", "comité of février"),
        ("=?utf-8?q?not_closed", "=?utf-8?q?not_closed"),
        ("=?no-such?q?caf=E9?=", "café"),
        ("=?utf-8?b?!!!?=", ""),
        ("", ""),
    ],
)
def test_the_subject_is_decoded(value: str, subject: str) -> None:
    assert read("From: a@b.example", f"Subject: {value}").subject == subject


@pytest.mark.parametrize(
    ("results", "authenticated"),
    [
        ("mx.t.example; dmarc=pass header.from=bluegum.example", True),
        (
            (
                "mx.t.example; spf=pass smtp.mailfrom=bluegum.example; dkim=pass "
                "header.d=bluegum.example"
            ),
            True,
        ),
        ("mx.t.example; DKIM=Pass header.i=@mail.bluegum.example; SPF=Pass; DMARC=Pass", True),
        ("mx.t.example; dkim=pass (2048-bit key); spf=pass", True),
        (
            (
                "mx.t.example; dkim=fail header.d=x.example; dkim=pass header.d=bluegum.example; "
                "spf=pass"
            ),
            True,
        ),
        ("mx.t.example; dkim=pass header.d=bluegum.example; spf=fail", False),
        ("mx.t.example; dkim=none; spf=pass", False),
        ("mx.t.example; dmarc=fail; dkim=pass header.d=bluegum.example; spf=pass", False),
        ("mx.t.example; dmarc=none; dkim=pass header.d=bluegum.example; spf=pass", True),
        ("mx.t.example; dmarc=pass header.from=evil.example", False),
        (
            "mx.t.example; dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=evil.example",
            False,
        ),
        ("mx.t.example; spf=fail (they say; dmarc=pass header.from=bluegum.example)", False),
        ('mx.t.example; spf=fail smtp.mailfrom="; dmarc=pass "@evil.example', False),
        ("mx.t.example; x-dmarc=pass", False),
        ("mx.t.example; none", False),
        ("", False),
    ],
)
def test_authentication_is_what_the_receiving_server_found(
    results: str, *, authenticated: bool
) -> None:
    mail = read("From: Jess <jess@bluegum.example>", f"Authentication-Results: {results}")
    assert mail.authenticated is authenticated


def test_only_the_topmost_result_counts() -> None:
    mail = read(
        "Authentication-Results: mx.t.example; dmarc=fail",
        "Authentication-Results: evil; dmarc=pass header.from=bluegum.example",
        "From: Jess <jess@bluegum.example>",
    )
    assert mail.authenticated is False
