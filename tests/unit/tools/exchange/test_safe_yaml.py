"""YAML as plan files may use it: one way to say a thing, and nothing that springs a surprise."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies.plans import LINES
from tools.exchange.errors import UnreadableFileError
from tools.exchange.safe_yaml import LARGEST, dump, load

LONGEST_LINE = 100


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("off", "off"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("Null", "Null"),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("+7", 7),
        ("1_000", 1000),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("0b11", "0b11"),
        ("12:30", "12:30"),
        ("190:20:30", "190:20:30"),
        ("0.1", Decimal("0.1")),
        ("-0.10", Decimal("-0.10")),
        ("1_000.50", Decimal("1000.50")),
        ("1.5e3", Decimal("1.5e3")),
        (".5", ".5"),
        ("5.", "5."),
        ("1e5", "1e5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("2026-03-20", date(2026, 3, 20)),
        ("2026-3-20", "2026-3-20"),
        ("2026-02-30", "2026-02-30"),
        ("2026-03-20T10:00:00Z", "2026-03-20T10:00:00Z"),
        ("0000-01-01", "0000-01-01"),
        ("=", "="),
        ("<<", "<<"),
        ("'2026-03-20'", "2026-03-20"),
        ('"0.1"', "0.1"),
        ("1.5e99999999999999999999", "1.5e99999999999999999999"),
        ("9" * 5000, "9" * 5000),
        ("1__0", "1__0"),
    ],
)
def test_a_word_is_read_one_way(word: str, value: object) -> None:
    found = load(f"it: {word}\n")
    assert found == {"it": value}
    assert isinstance(found, dict)
    assert type(found["it"]) is type(value)


def test_what_merging_would_do_is_not_done() -> None:
    assert load("it: {<<: {a: 1}, b: 2}") == {"it": {"<<": {"a": 1}, "b": 2}}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\nb: 2\na: 3\n", "Line 3: `a` stands twice"),
        ("it: {a: 1, b: 2, a: 3}", "Line 1: `a` stands twice"),
        ("1: a\n'1': b\n", "Line 2: `1` stands twice"),
        ("a: &x [1]\nb: *x\n", "Anchors and aliases"),
        ("a: *x\n", "Anchors and aliases"),
        ("\n? [a, b]\n: 1\n", "Line 2: a name is a word"),
        ("? {a: 1}\n: 1\n", "Line 1: a name is a word"),
        ("\nit: !!python/object/apply:os.system [ls]\n", "Line 2: tags such as"),
        ("it: !!binary SGVsbG8=\n", "binary` are not read here"),
        ("it: !!int abc\n", "are not read here"),
        ("it: !!timestamp abc\n", "are not read here"),
        ("it: !own abc\n", "`!own` are not read here"),
        ("it: !!set {a, b}\n", "are not read here"),
        ("a: 1\n---\nb: 2\n", "This is no YAML: expected a single document"),
        ("a: [1\n", "This is no YAML"),
        ("\ta: 1\n", "This is no YAML"),
        ("a: \0\n", "This is no YAML: unacceptable character"),
        ("\x89PNG\r\n\x1a\n", "This is no YAML: unacceptable character"),
        ('a: "\\U0fffffff"\n', "This is no YAML"),
        ("x" * (LARGEST + 1), "at most 500,000 characters"),
    ],
)
def test_what_is_not_read_is_refused_by_place(text: str, told: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        load(text)
    assert told in str(refused.value)


def test_a_bomb_of_aliases_does_not_go_off() -> None:
    bomb = "".join(f"{name}: &{name} [{', '.join(['*' + was] * 9)}]\n" for was, name in _pairs())
    with pytest.raises(UnreadableFileError, match="Anchors and aliases"):
        load(f"a: &a [x]\n{bomb}")


def _pairs() -> list[tuple[str, str]]:
    names = "abcdefghij"
    return list(pairwise(names))


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "a: [", "[{"])
def test_nesting_without_end_is_refused(opening: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"nests too deep|is no YAML"):
        load(opening * (100_000 // len(opening)))


def test_a_file_of_the_greatest_length_is_read() -> None:
    text = f"a: {'x' * (LARGEST - 3)}"
    assert load(text) == {"a": "x" * (LARGEST - 3)}


WORDS = LINES | st.text(
    st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs"]), max_size=30
)
TRICKY = st.sampled_from(
    [
        *(
            "NO",
            "yes",
            "null",
            "~",
            "",
            " ",
            "true",
            "1.5e10",
            "1.5e-10",
            "0x1F",
            "12:30",
            "=",
            "<<",
        ),
        *("2026-03-20", "1_000", "007", ".5", "- a", "a: b", "#", "a #b", "&a", "*a", "!a", "%a"),
        *("@a", "`a", "|", ">", "? a", "'", '"', "a\nb", "a\n\nb\n", " a ", "\t", "\x85", "\u2028"),
        *("\ufeff", "\u00a0", "a\u2029b", "{a}", "[a]", "a, b", "--- a", "...", "\x1f", "\x7f"),
    ]
)
SCALARS = (
    WORDS
    | TRICKY
    | st.none()
    | st.booleans()
    | st.integers(-(10**24), 10**24).map(Decimal)
    | st.decimals(-(10**15), 10**15, allow_nan=False, places=8)
    | st.dates()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS | TRICKY, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(WORDS | TRICKY, VALUES, max_size=4))
def test_what_is_written_is_read_as_it_was_and_written_the_same(value: dict[str, object]) -> None:
    text = dump(value)
    assert load(text) == value
    assert dump(load(text)) == text
