"""Broken input: told what is wrong and what is accepted, exit code 2, nothing kept."""

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.tandem import GOLDEN
from tests.integration.api.cli.typed import Typed

DEAL = "bluegum-rosters"
CUE = "00:00:01.000 --> 00:00:02.000\n"


def nested(depth: int) -> bytes:
    parts = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth)
    )
    return f"From: a@b.example\nDate: Thu, 12 Mar 2026 17:42:00 +0100\n{parts}".encode()


def mail_with_from(value: str) -> bytes:
    return f"From: {value}\nDate: Thu, 12 Mar 2026 17:42:00 +0100\n\nI will send it.\n".encode()


def mail() -> bytes:
    message = EmailMessage()
    message["From"] = "a@b.example"
    message["Date"] = "Thu, 12 Mar 2026 17:42:00 +0100"
    message.set_content("Prêt.", charset="utf-8", cte="8bit")
    return bytes(message)


BROKEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.vtt": (lambda: b"", "empty"),
    "binary.txt": (lambda: bytes(range(256)) * 40, "Accepted are"),
    "large.vtt": (lambda: b"WEBVTT\n\n" + b"a" * (11 * 1024 * 1024), "10 MB"),
    "truncated.vtt": (f"WEBVTT\n\n{CUE}<v Ada>I will send".encode, ""),
    "quotes-in-from.eml": (lambda: mail_with_from('"' * 60_000 + " <a@b.example>"), "From has"),
    "headers.eml": (lambda: mail_with_from("a" * 70_000), "header"),
    "nested.eml": (lambda: nested(2_000), "nest"),
    "charset.eml": (lambda: mail().replace(b"utf-8", b"klingon-1"), ""),
    "zipped.vtt": (lambda: b"PK\x03\x04" + bytes(200), "Accepted are"),
}
"""Name of the file -> its bytes, and what the refusal says; nothing where it can be read."""


@pytest.mark.parametrize("name", BROKEN)
def test_it_is_told_or_read_and_kept_only_if_it_could_be_read(
    typed: Typed, tmp_path: Path, name: str
) -> None:
    make, told = BROKEN[name]
    file = tmp_path / name
    file.write_bytes(make())
    typed.run("import", str(GOLDEN / DEAL / "deal.yaml"))
    words = ("add", DEAL, str(file), "--date", "2026-05-05", "--no-wait")
    printed = typed.run(*words, code=2 if told else 0)
    assert told in printed
    shown: Any = typed.json("show", DEAL)
    assert len(shown["sources"]) == (0 if told else 1)


def test_a_transcript_without_a_date_asks_for_one(typed: Typed, tmp_path: Path) -> None:
    file = tmp_path / "call.vtt"
    file.write_text(f"WEBVTT\n\n{CUE}<v Ada Okafor>I will send it on Friday.\n")
    plan = str(GOLDEN / DEAL / "deal.yaml")
    assert "--date" in typed.run("read", "--plan", plan, str(file), code=2)


@pytest.mark.parametrize(
    "text",
    ["", "deal: [", "deal: {id: a}\n", "a: &x 1\nb: *x\n", "deal: 1\ndeal: 2\n", "\x00", "- 1\n"],
)
def test_a_broken_plan_file_is_told(typed: Typed, tmp_path: Path, text: str) -> None:
    file = tmp_path / "deal.yaml"
    file.write_text(text)
    assert typed.run("import", str(file), code=2).startswith("tandem: ")
    assert typed.json("deals") == []
