import pytest

from tools.intake import MalformedError, TooLargeError, UnsupportedError, intake
from tools.intake.sniff import recognised

MAIL = b"From: Ann <ann@acme.example>\r\nTo: bob@acme.example\r\nSubject: x\r\n\r\nOne.\r\n"
FOLDED = b"Received: from a\r\n by b\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\n\r\nx"


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n", "vtt"),
        (b"\xef\xbb\xbf\r\nWEBVTT - a call\r\r", "vtt"),
        (b"WEBVTTX\n", "text"),
        (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nOne.\r\n", "srt"),
        (b"00:01.000 --> 00:02.000\rOne.\r", "srt"),
        (b"Look:\n02:34.567 --> that is when it fired\n", "text"),
        (b'{"transcript": []}', "json"),
        (b'\n [\n {"text": "One."}]', "json"),
        (b"[]", "json"),
        (b"[00:01:02] Ann: One.", "text"),
        (b"[laughs] Right.", "text"),
        (MAIL, "eml"),
        (b"\n\n" + MAIL, "eml"),
        (b"From ann@acme.example Mon Mar  2 10:00:00 2026\n" + MAIL, "eml"),
        (FOLDED, "eml"),
        (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx", "eml"),
        (MAIL.replace(b"\r\n", b"\r"), "eml"),
        (MAIL.decode().encode("utf-16"), "eml"),
        (b"Subject: Pricing\n\nShe signs.\n", "text"),
        (b"Subject: Pricing\nDate: Monday\n\nShe signs.\n", "text"),
        (b"From: here\n\nx", "text"),
        (b"Ann: One.\nTo: Two.\n", "text"),
        (b"From: Ann\nno header\nTo: Bob\n", "text"),
    ],
)
def test_finds_the_form_in_the_content(data: bytes, form: str) -> None:
    assert recognised(data).format == form


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04\x14\x00word/document.xml", "zip archive"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Outlook .msg"),
        (b"{\\rtf1\\ansi One.}", "rich text"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "WAV"),
        (b"ID3\x03\x00", "MP3"),
        (b"\x00\x00\x00\x20ftypisom", "MP4"),
        (b"\x1aE\xdf\xa3", "WebM"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\n<!DOCTYPE html><html>", "HTML"),
        (b"<div>One.</div>", "HTML"),
        (b"<?xml version='1.0'?><tt>", "XML"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "calendar"),
        (b"\x00\x01\x02\x03" * 9, "NUL"),
    ],
)
def test_names_what_is_not_read_and_what_is(data: bytes, name: str) -> None:
    with pytest.raises(UnsupportedError, match=name) as refusal:
        recognised(data)
    assert ".eml" in str(refusal.value)


def test_a_mailbox_of_several_messages_is_refused() -> None:
    line = b"From ann@acme.example Mon Mar  2 10:00:00 2026\n"
    mail = MAIL.replace(b"\r\n", b"\n")
    with pytest.raises(UnsupportedError, match="several messages"):
        recognised(line + mail + b"\n" + line + mail)


def test_text_cut_within_a_character_is_refused() -> None:
    with pytest.raises(MalformedError):
        recognised("Sol\u00e8ne: \u00e9".encode()[:-1])


@pytest.mark.parametrize("length", [70_000, 1_000_000])
def test_a_mail_whose_header_is_too_large_is_refused_as_one(length: int) -> None:
    date = b"Date: Thu, 12 Mar 2026 17:42:00 +0100\n"
    with pytest.raises(TooLargeError, match="header"):
        intake(b"From: " + b"a" * length + b"\n" + date + b"\nI will send it.\n")
