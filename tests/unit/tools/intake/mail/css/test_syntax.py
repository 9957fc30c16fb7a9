"""CSS in pieces, and what a block declares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.intake.errors import TooLargeError
from tools.intake.limits import Deadline
from tools.intake.mail.css.cascade import MOST_SELECTORS, Cascade
from tools.intake.mail.css.declarations import declarations
from tools.intake.mail.css.preludes import selectors
from tools.intake.mail.css.selectors import Node, matches
from tools.intake.mail.css.sheets import Rule, rules
from tools.intake.mail.css.syntax import declared, parted, uncommented, unescaped

CSS = st.lists(
    st.sampled_from(
        [*"{}()[];:,.#*>+~!@\\\"'/ \n", "/*", "*/", "url(", "calc(", "@media ", "a", "1px", "#fff"]
    )
).map("".join)


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("a/* b */c", "a c"),
        ("a /* b */c", "a c"),
        (".a/**//**/.b", ".a.b"),
        ("'/* a */'", "'/* a */'"),
        ("url(/*a)/*b*/", "url(/*a)"),
        ("a/* b", "a"),
        (r"\/* a */", r"\/* a */"),
    ],
)
def test_comments_go(css: str, left: str) -> None:
    assert uncommented(css) == left


def test_escapes_are_resolved() -> None:
    assert unescaped(r"\6e one \!\110000 \0") == "none !\ufffd\ufffd"


def test_declarations_end_at_semicolons_that_are_syntax() -> None:
    css = "a:b;c:url(d;e);f:'g;h';i:j(k;l);m{n:o;p:q}r:s;t"
    assert list(declared(css)) == ["a:b", "c:url(d;e)", "f:'g;h'", "i:j(k;l)", "r:s", "t"]


def test_parts_are_told_by_what_parts_them() -> None:
    assert list(parted("a b(c d, e) 'f g',h/i", " ")) == ["a", "b(c d, e)", "'f g',h/i"]
    assert list(parted("a b(c d, e) 'f g',h/i", " ,/")) == ["a", "b(c d, e)", "'f g'", "h", "i"]


@pytest.mark.parametrize(
    ("css", "meant"),
    [
        ("color:RED", {"color": "red"}),
        ("color:red;color:blue", {"color": "blue"}),
        ("color:red;color:", {"color": "red"}),
        ("color:red;color:12px", {"color": "red"}),
        ("COLOR : red ; banana:1", {"color": "red"}),
        ("font:bold 12px/1.5 a,b", {"font-size": "12px", "line-height": "1.5"}),
        ("font:12px", {}),
        ("font:inherit", {"font-size": "inherit", "line-height": "inherit"}),
        ("font:caption", {"font-size": "medium", "line-height": "normal"}),
        ("overflow:hidden auto", {"overflow-x": "hidden", "overflow-y": "auto"}),
        (
            "padding:1px 2px",
            dict(zip(("padding-top", "padding-right"), ("1px", "2px"), strict=True)),
        ),
        ("background:banana", {}),
    ],
)
def test_what_a_browser_takes_is_declared(css: str, meant: dict[str, str]) -> None:
    found = declarations(css).normal
    assert {name: found[name] for name in meant or found} == meant


def test_what_is_important_is_kept_apart() -> None:
    found = declarations("color:red! important;color:blue;width:1px !importantly")
    assert found.important == {"color": "red"}
    assert found.normal == {"color": "blue"}


def test_an_image_within_css_is_no_long_style() -> None:
    css = f"background:url(data:image/png;base64,{'A' * 500_000}) #fff"
    assert declarations(css).normal["background-color"] == "#fff"
    assert declarations(css.replace("(", "('").replace(")", "')")).normal["background-image"]


@pytest.mark.parametrize("css", ["color:red;" * 20_000, f"font:1px {'a,' * 40_000}"])
def test_styles_without_end_are_refused(css: str) -> None:
    with pytest.raises(TooLargeError, match=r"10,000 declarations|50,000 characters"):
        declarations(css)


def test_rules_are_told_from_all_else() -> None:
    css = "@import 'a;b';a{b:c}@media print{d{e:f}}@media screen{g{h:i}}@font-face{j:k}l{m:n"
    assert list(rules(css, Deadline())) == [Rule("a", "b:c"), Rule("g", "h:i"), Rule("l", "m:n")]


def test_too_many_selectors_are_refused() -> None:
    sheet = ",".join(f".a{n}" for n in range(MOST_SELECTORS + 1)) + "{color:red}"
    with pytest.raises(TooLargeError, match="20,000 selectors"):
        Cascade([sheet], Deadline())
    with pytest.raises(TooLargeError, match="2,000 characters"):
        Cascade([f"{'.a' * 1_001}{{color:red}}"], Deadline())


def test_runs_of_parents_are_found_wherever_they_fit() -> None:
    path = [Node(name) for name in ("html", "a", "b", "b", "c", "b", "c")]
    found = {
        text: [matches(selector, path) for selector in selectors(text)]
        for text in ("a>b c", "a > b > c", "html b>b c", "c c", "a b b b c", "a b b b b c", "b")
    }
    assert found == {
        "a>b c": [True],
        "a > b > c": [False],
        "html b>b c": [True],
        "c c": [True],
        "a b b b c": [True],
        "a b b b b c": [False],
        "b": [False],
    }


@pytest.mark.parametrize(
    ("relation", "right"),
    [
        ("[a]", True),
        ("[a='one two']", True),
        ("[a='ONE TWO' i]", True),
        ("[a=one]", False),
        ("[a~=two]", True),
        ("[a^=one]", True),
        ("[a$=two]", True),
        ("[a*='e t']", True),
        ("[a|=one]", False),
        ("[a*='']", False),
        ("[b]", False),
    ],
)
def test_attributes_are_compared(relation: str, *, right: bool) -> None:
    (selector,) = selectors(relation)
    assert matches(selector, [Node("p", attributes={"a": "One two"})]) is right


@given(CSS)
def test_any_css_is_taken(css: str) -> None:
    cascade = Cascade([css, f"@media screen{{{css}", f"a{{{css}}}"], Deadline())
    path = [Node("html"), Node("a", "a", frozenset({"a"}))]
    style = cascade.style(cascade.matching(path), css)
    assert all(value == value.lower() for value in style.values())
