"""Mail that is broken or made to hurt ends in a Mail or an error that says what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.intake.errors import EmptyError, IntakeError, MalformedError, TooLargeError
from tools.intake.mail import Mail, parse_mail

MEGABYTE = 1024 * 1024
HTML = b"From: a@b.example\nContent-Type: text/html\n\n"
PLAIN = b"From: a@b.example\n\n"


def outcome(data: bytes) -> object:
    try:
        return parse_mail(data)
    except IntakeError as error:
        return error


def nested(levels: int) -> bytes:
    opening = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(levels)
    )
    return b"From: a@b.example\n" + opening + b"Content-Type: text/plain\n\nWords.\n"


def flat(parts: int) -> bytes:
    return (
        b'From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n\n'
        + b"--b\n\nWords.\n" * parts
        + b"--b--\n"
    )


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b" \r\n\t"])
def test_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(EmptyError, match="empty"):
        parse_mail(data)


@pytest.mark.parametrize(
    "data",
    [
        b"hello",
        b"PK\x03\x04\x00\x00",
        b"WEBVTT\n\n00:00.000 --> 00:01.000\nHi",
        b"X-Other: 1\n\nhi",
        b"\x00" * 99,
    ],
)
def test_what_is_no_mail_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedError, match="header of a mail"):
        parse_mail(data)


def test_eleven_megabytes_are_refused_and_nine_of_attachment_are_not() -> None:
    with pytest.raises(TooLargeError, match="10 MB"):
        parse_mail(PLAIN + b"a" * (11 * MEGABYTE))
    attached = b"Content-Type: application/pdf\n\n" + b"a" * (9 * MEGABYTE)
    header = b'From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n\n'
    mail = parse_mail(header + b"--b\n\nWords.\n--b\n" + attached)
    assert mail.paragraphs == ("Words.",)


def test_text_is_limited_in_characters_and_lines() -> None:
    assert parse_mail(PLAIN + b"word " * 390_000).paragraphs
    with pytest.raises(TooLargeError, match="2,000,000 characters"):
        parse_mail(PLAIN + b"word " * 410_000)
    with pytest.raises(TooLargeError, match="200,000 lines"):
        parse_mail(PLAIN + b"a\n" * 210_000)


def test_nesting_is_limited_at_twenty() -> None:
    assert parse_mail(nested(20)).paragraphs == ("Words.",)
    for levels in (21, 2_000, 100_000):
        with pytest.raises(TooLargeError, match="nested deeper than 20"):
            parse_mail(nested(levels))


def test_mails_within_mails_count_as_nesting() -> None:
    with pytest.raises(TooLargeError, match="nested"):
        parse_mail(b"From: a@b.example\nContent-Type: message/rfc822\n\n" * 2_000)


def test_parts_are_limited_at_two_hundred() -> None:
    assert len(parse_mail(flat(199)).paragraphs) == 199
    for parts in (200, 10_000, 700_000):
        with pytest.raises(TooLargeError, match="200 parts"):
            parse_mail(flat(parts))


@pytest.mark.parametrize("value", [b"x" * 70_000, b"x\n " * 30_000, b'"' * 70_000])
def test_headers_beyond_64_kilobytes_are_refused(value: bytes) -> None:
    with pytest.raises(TooLargeError, match="64 KB"):
        parse_mail(b"From: a@b.example\nSubject: " + value + b"\n\nWords.\n")


def test_the_headers_of_parts_are_limited_too() -> None:
    part = b"Content-Type: text/plain\nX: " + b"x" * 70_000 + b"\n\nWords.\n"
    with pytest.raises(TooLargeError, match="64 KB"):
        parse_mail(
            b'From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n' + part
        )


def test_a_content_type_of_kilobytes_is_refused() -> None:
    with pytest.raises(TooLargeError, match="8 KB"):
        parse_mail(
            b"From: a@b.example\nContent-Type: text/plain; " + b'";' * 10_000 + b"\n\nWords.\n"
        )


@pytest.mark.parametrize(
    "field", ["From", "To", "Subject", "Date", "Message-ID", "Authentication-Results"]
)
@pytest.mark.parametrize(
    "unit",
    [
        '"',
        '"" ',
        '\\"',
        "(",
        "()",
        "(\\",
        "<",
        "<>",
        ",",
        ":",
        "a:",
        "@",
        "a@b.c,",
        "=?",
        "=?utf-8?q?",
        "=?u?b?A?= ",
        "a" * 50,
    ],
)
def test_headers_full_of_one_thing_end(field: str, unit: str) -> None:
    value = unit * (60_000 // len(unit))
    read = outcome(f"{field}: {value}\nReceived: by b\n\nWords.\n".encode())
    one_line = field.lower() in ("from", "message-id")
    assert isinstance(read, MalformedError if one_line else Mail)


@pytest.mark.parametrize(
    "body",
    [
        b">" * 9_000_000,
        b">" * 1_900_000,
        b">\n" * 4_500_000,
        b"\n" * 9_000_000,
        b"> a\nb\n" * 10_000,
        b"-----\n" * 20_000,
        b"From:\n" * 8_000,
        b"On 1 May 2026 a@b.c wrote\n" * 8_000,
        b"From: a@b.c\nSent: 1\n\n\n\n" * 10_000,
        b"wrote " * 300_000,
        b"Thanks\n" * 15_000,
        b"--\n" * 15_000,
        b"- a\n" * 15_000,
        b"1. a " * 90_000,
        b"intended recipient. " * 20_000,
        b"this mail received " * 99_000,
        b". " * 990_000,
        b"a@" * 300_000,
        b"\xcc\x81" * 1_900_000,
        b"\xe2\x80\x8b" * 3_000_000,
    ],
    ids=lambda body: repr(body[:20]),
)
def test_bodies_full_of_one_thing_end(body: bytes) -> None:
    assert isinstance(outcome(PLAIN + body), Mail | IntakeError)


@pytest.mark.parametrize(
    "unit",
    [
        b"<div>",
        b"<p>a",
        b"<b>",
        b"<ul><li>",
        b"<table>",
        b"<",
        b"<!--",
        b"<a b='",
        b"</p>",
        b"&",
        b"&#",
        b"<br>",
        b"<blockquote>",
        b"<p style='" + b"a:b;" * 50 + b"'>",
    ],
    ids=repr,
)
def test_pages_full_of_one_thing_end(unit: bytes) -> None:
    assert isinstance(outcome(HTML + unit * (200_000 // len(unit))), Mail | IntakeError)


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
@pytest.mark.parametrize("unit", [b"=", b"a=", b"=\n", b"= ", b"\xff", b"A"])
def test_encodings_full_of_one_thing_end(encoding: str, unit: bytes) -> None:
    header = f"From: a@b.example\nContent-Transfer-Encoding: {encoding}\n\n".encode()
    assert isinstance(outcome(header + unit * (900_000 // len(unit))), Mail | IntakeError)


FRAGMENTS = st.sampled_from(
    [
        *(f"{name}: " for name in ("From", "To", "Subject", "Date", "Content-Type", "Received")),
        "Content-Type: multipart/alternative; boundary=b\n",
        "Content-Type: message/rfc822\n",
        "Content-Type: text/html; charset=utf-16\n",
        "Content-Transfer-Encoding: base64\n",
        "Authentication-Results: ",
        *(
            "--b\n",
            "--b--\n",
            "\n",
            "\n\n",
            " ",
            ">",
            "> ",
            "-- \n",
            "=?utf-8?q?=C3?=",
            '"',
            "(",
            "<",
            ">",
        ),
        *(
            "<p>",
            "</p>",
            "<blockquote>",
            "<br>",
            "&#0;",
            "&#xd800;",
            "<td>",
            "</table>",
            "<!--",
            "style='",
        ),
        *(
            "On 1 May 2026 a@b.c wrote:\n",
            "From: a\nSent: 1\nSubject: b\n",
            "Thanks,\nJess\n",
            "\x00",
            "\ud800",
        ),
    ]
)
TEXTS = st.lists(FRAGMENTS | st.text(max_size=8), max_size=40).map("".join)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_mail_or_an_intake_error(data: bytes) -> None:
    assert isinstance(outcome(data), Mail | IntakeError)


@given(st.binary(max_size=400))
def test_any_bytes_below_a_header_give_a_mail_or_an_intake_error(data: bytes) -> None:
    assert isinstance(outcome(PLAIN + data), Mail | IntakeError)


@given(TEXTS)
def test_any_mixture_gives_a_mail_or_an_intake_error(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    for header in (b"", b"From: a@b.example\n", PLAIN, HTML):
        assert isinstance(outcome(header + data), Mail | IntakeError)


@given(TEXTS)
def test_paragraphs_are_folded_and_never_empty(text: str) -> None:
    mail = outcome(PLAIN + text.encode("utf-8", "surrogatepass"))
    if isinstance(mail, Mail):
        assert all(words and words == " ".join(words.split()) for words in mail.paragraphs)


@given(
    st.text(max_size=200),
    st.sampled_from(["utf-8", "utf-16", "latin-1", "koi8-r", "iso-2022-jp", "nonsense"]),
)
def test_any_charset_label_on_any_text_gives_a_mail(text: str, label: str) -> None:
    header = f"From: a@b.example\nContent-Type: text/plain; charset={label}\n\n".encode()
    assert isinstance(parse_mail(header + text.encode("utf-8", "surrogatepass")), Mail)
