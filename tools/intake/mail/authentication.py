"""What the receiving server found out about a mail's sender (RFC 8601)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.sources import Person
from tools.intake.mail.fields import Fields

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL)
_RESULT = re.compile(r"([a-z][a-z0-9-]{0,30})\s*(?:/\s*\d{1,3}\s*)?=\s*([a-z]{1,20})")
_DOMAINS = re.compile(r"\bheader\.(?:d|i|from)\s*=\s*([^\s;]{1,255})")


def is_authenticated(header: Fields, author: Person | None) -> bool:
    """Whether the author's domain was found to have sent the mail.

    Only the topmost result counts: the server that received the mail wrote it, while any below
    may have come with the mail. It must say dmarc=pass, or dkim=pass and spf=pass, and where it
    names the domain that signed, that must be the author's or one above or below it.

    Args:
        header: The mail's header.
        author: Who the mail says wrote it.
    """
    results = tuple(_results(header.first("authentication-results").lower()))
    passed = {result.method for result in results if result.verdict == "pass"}
    if any(result.method == "dmarc" and result.verdict == "fail" for result in results):
        return False
    proof = "dkim" if {"dkim", "spf"} <= passed and "dmarc" not in passed else "dmarc"
    return any(
        result.method == proof and result.verdict == "pass" and _is_of(author, result.entry)
        for result in results
    )


class _Result(NamedTuple):
    method: str
    verdict: str
    entry: str


def _results(value: str) -> Iterator[_Result]:
    for entry in _without_comments(_QUOTED.sub("", value)).split(";"):
        result = _RESULT.match(entry.strip())
        if result is not None:
            yield _Result(result[1], result[2], entry)


def _without_comments(value: str) -> str:
    return "".join(_outside(value))


def _outside(value: str) -> Iterator[str]:
    depth = 0
    for character in value:
        depth += character == "("
        if not depth:
            yield character
        depth -= character == ")" and depth > 0


def _is_of(author: Person | None, entry: str) -> bool:
    if author is None or author.address is None:
        return False
    domain = author.address.rpartition("@")[2]
    named = [value.rpartition("@")[2] for value in _DOMAINS.findall(entry)]
    return not named or any(
        domain == signer or domain.endswith(f".{signer}") or signer.endswith(f".{domain}")
        for signer in named
    )
