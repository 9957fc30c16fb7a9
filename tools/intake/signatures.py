"""Kinds of files that are not read, recognised by how their bytes begin."""

from typing import NamedTuple


class Signature(NamedTuple):
    """Bytes at an offset, and what a file that has them there is called in a message."""

    magic: bytes
    name: str
    offset: int = 0


_SIGNATURES = (
    Signature(b"PK\x03\x04", "a zip archive (Word, Excel and PowerPoint files are such, too)"),
    Signature(b"PK\x05\x06", "an empty zip archive"),
    Signature(b"%PDF-", "a PDF"),
    Signature(b"%!PS", "a PostScript file"),
    Signature(b"{\\rtf", "a rich text (RTF) file"),
    Signature(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file or an Outlook .msg"),
    Signature(b"!BDN", "an Outlook mailbox (.pst)"),
    Signature(b"x\x9f\x3e\x22", "a winmail.dat attachment"),
    Signature(b"\x1f\x8b", "a gzip archive"),
    Signature(b"BZh", "a bzip2 archive"),
    Signature(b"\xfd7zXZ\x00", "an xz archive"),
    Signature(b"7z\xbc\xaf\x27\x1c", "a 7-zip archive"),
    Signature(b"Rar!\x1a\x07", "a RAR archive"),
    Signature(b"ustar", "a tar archive", 257),
    Signature(b"WAVE", "a sound recording (WAV)", 8),
    Signature(b"AVI ", "a video (AVI)", 8),
    Signature(b"WEBP", "a picture (WebP)", 8),
    Signature(b"ID3", "a sound recording (MP3)"),
    Signature(b"\xff\xfb", "a sound recording (MP3)"),
    Signature(b"\xff\xf3", "a sound recording (MP3)"),
    Signature(b"\xff\xf1", "a sound recording (AAC)"),
    Signature(b"OggS", "a sound recording (Ogg)"),
    Signature(b"fLaC", "a sound recording (FLAC)"),
    Signature(b"#!AMR", "a sound recording (AMR)"),
    Signature(b"ftyp", "a video or sound recording (MP4, M4A)", 4),
    Signature(b"\x1aE\xdf\xa3", "a video (Matroska, WebM)"),
    Signature(b"0&\xb2u\x8ef\xcf\x11", "a video or sound recording (Windows Media)"),
    Signature(b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    Signature(b"\xff\xd8\xff", "a picture (JPEG)"),
    Signature(b"GIF8", "a picture (GIF)"),
    Signature(b"SQLite format 3\x00", "a database (SQLite)"),
    Signature(b"MZ\x90\x00", "a Windows program"),
    Signature(b"\x7fELF", "a program"),
)
_MARKUP = (
    ("<!doctype html", "an HTML page"),
    ("<html", "an HTML page"),
    ("<head", "an HTML page"),
    ("<body", "an HTML page"),
    ("<meta", "an HTML page"),
    ("<style", "an HTML page"),
    ("<script", "an HTML page"),
    ("<div", "a piece of an HTML page"),
    ("<table", "a piece of an HTML page"),
    ("<p>", "a piece of an HTML page"),
    ("<!--", "an HTML or XML file"),
    ("<?xml", "an XML file"),
    ("<tt ", "TTML captions"),
    ("begin:vcalendar", "a calendar file (.ics)"),
    ("begin:vcard", "an address card (.vcf)"),
)


def binary_kind(data: bytes) -> str | None:
    """Name the binary kind of file that the bytes begin as, or None."""
    for magic, name, offset in _SIGNATURES:
        if data.startswith(magic, offset):
            return name
    return None


def markup_kind(text: str) -> str | None:
    """Name the kind of marked-up file that the text begins as, or None."""
    head = text[:2000].lstrip()[:40].lower()
    return next((name for start, name in _MARKUP if head.startswith(start)), None)
