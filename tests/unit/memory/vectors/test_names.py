import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.vectors.chroma.names import collection

TAKEN = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9._-]{1,510}[a-zA-Z0-9]")
IPV4 = re.compile(r"\d+\.\d+\.\d+\.\d+")
SLUGS = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,9}", fullmatch=True)
NAMES = st.one_of(SLUGS, st.text())


@given(NAMES, NAMES)
def test_chroma_takes_every_name(workspace: str, deal: str) -> None:
    name = collection(workspace, deal)
    assert TAKEN.fullmatch(name)
    assert ".." not in name
    assert not IPV4.fullmatch(name)


@given(NAMES, NAMES, NAMES, NAMES)
def test_no_two_deals_share_one(one: str, deal: str, other: str, more: str) -> None:
    assert (collection(one, deal) == collection(other, more)) == ((one, deal) == (other, more))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a.b", "c"), ("a", "b.c")),
        (("ab", "c."), ("a", "bc.")),
        (("", "1:"), ("1:", "")),
        (("a" * 300, "b"), ("a" * 299, "ab")),
        (("A", "b"), ("a", "b")),
        (("a\n", "b"), ("a", "b")),
    ],
)
def test_names_that_look_alike(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert collection(*one) != collection(*other)


def test_a_person_can_read_it() -> None:
    assert collection("default", "acme-erp") == "tandem.default.acme-erp"
