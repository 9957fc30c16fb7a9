"""CSS that is broken or made to hurt ends in a Mail or an error that says what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.intake.errors import IntakeError, TooLargeError
from tools.intake.limits import Deadline
from tools.intake.mail import Mail, parse_mail
from tools.intake.mail.html import lines

HTML = "From: a@b.example\nContent-Type: text/html\n\n"
UNITS = [
    *("/*", "/* */", '"', "'", "\\", "{", "}", ";", "(", ")", "[", "<!--", "*", ".a", "#a#", " "),
    *("a(", "url(", 'url("', "@media{", "@media(", "@media screen{", "@media a,", "@media(<"),
    *("a{", "a{}", "a{b:c}", "a{color:red;", "x;", "a,", "a b ", "a>", "[a", '[a="', ":not("),
    *("a{color:rgb(", "\\6", "a{font:0;}", "*{color:red}", "a{width:calc(1px + "),
]
VALUES = [
    *("color:red;", "font:", "font:a ", "background:url(", "background:linear-gradient(red,"),
    *("filter:opacity(0) ", "transform:scale(1) ", "clip-path:polygon(0 0,", "padding:0 0 "),
    *("width:calc(1*", "width:1px + ", "translate:-", "transform:a-", "scale:1 "),
]


def outcome(markup: str) -> object:
    try:
        return parse_mail((HTML + markup).encode("utf-8", "surrogatepass"))
    except IntakeError as error:
        return error


def ends(markup: str) -> bool:
    """Whether a mail of this markup is read or refused; the test's limit of time does the rest."""
    return isinstance(outcome(markup), Mail | IntakeError)


@pytest.mark.timeout(30)
@pytest.mark.parametrize("unit", UNITS)
def test_sheets_full_of_one_thing_take_no_longer_than_they_are_long(unit: str) -> None:
    sheet = unit * (300_000 // len(unit))
    assert ends(f"<style>{sheet}</style><p class=a>word")


@pytest.mark.timeout(30)
@pytest.mark.parametrize("unit", [*UNITS, *VALUES])
def test_styles_full_of_one_thing_take_no_longer_than_they_are_long(unit: str) -> None:
    name, _, rest = unit.rpartition(":")
    style = f"{name}:{rest * (45_000 // max(len(rest), 1))}"
    assert ends(f'<p style="{style}">{"<b>word</b>" * 99}')
    assert ends(f'<p style="{unit * (300_000 // len(unit))}">word')


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "markup",
    [
        "<p><b>x" * 20_000,
        "".join(f"<p><b id={n}>x" for n in range(3_000)),
        "<b>" * 900 + "<div>" * 900 + "</b><b>" * 20_000,
        "<b><p></b>" * 900,
        "<table><td><b>" * 600,
        "<style>a{b:c}</style>" * 5_000,
        "".join(f'<p style="font-size:{n}px">x' for n in range(9_000)),
        "<style>" + ".a b,.a i," * 90 + "u{color:red}</style>" + "<b class=a><i>x</i></b>" * 900,
    ],
    ids=lambda markup: markup[:30],
)
def test_elements_that_cost_much_are_bounded(markup: str) -> None:
    assert ends(markup)


@pytest.mark.timeout(30)
def test_rules_for_everything_on_a_large_page_end_at_the_deadline() -> None:
    sheet = ",".join(f"p p p.z{n} b" for n in range(9_000)) + "{color:red}"
    with pytest.raises(IntakeError, match="takes too long"):
        lines(f"<style>{sheet}</style>{'<p><b>x</b>' * 9_000}", Deadline(0.3))


def test_a_sheet_of_too_many_selectors_is_refused() -> None:
    with pytest.raises(TooLargeError, match="20,000 selectors"):
        parse_mail(f"{HTML}<style>{'p{color:red}' * 30_000}</style>word".encode())


PIECES = st.sampled_from(
    [
        *("<p class=a>", "</p>", "<b>", "</b>", "<td>", "</table>", "<template>", "</template>"),
        *("<style>", "</style>", "<style media=print>", "<a href=x>", "</a>", "<body>", "<html>"),
        *("<p style='", "<font color=", "' ", ">", "display:none", "color:#fff", ".a", "{", "}"),
        *("@media screen", ";", ":", "/*", "*/", "url(", ")", "word", "<!--", "-->", "</ ", "\\"),
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join))
def test_any_page_gives_a_mail_or_an_intake_error(markup: str) -> None:
    assert isinstance(outcome(markup), Mail | IntakeError)


SEEN = st.sampled_from(
    [
        *("color:#333", "color:navy", "background:#fff", "background:#eef", "font-size:11pt"),
        *("margin:0 0 0 -5px", "padding:4px", "overflow:hidden", "width:100%", "height:40px"),
        *("position:relative", "left:-3px", "text-indent:-18pt", "opacity:.9", "line-height:1"),
        *("display:block", "visibility:visible", "mso-line-height-rule:exactly", "max-width:600px"),
    ]
)
HIDING = st.sampled_from(
    ["display:none", "opacity:0", "font-size:0", "color:#fff;background:#fff", "visibility:hidden"]
)
NAMES = st.sampled_from(["div", "p", "b", "font", "span", "center"])


@given(st.lists(st.tuples(NAMES, st.lists(SEEN).map(";".join)), max_size=6))
def test_words_in_styles_of_everyday_are_said(around: list[tuple[str, str]]) -> None:
    opening = "".join(f'<{name} style="{style}">' for name, style in around)
    mail = outcome(f"{opening}word")
    assert isinstance(mail, Mail)
    assert mail.paragraphs == ("word",)


# No paragraphs: a block ends them, and formatting that goes on in it gives words its own colour.
BOXES = NAMES.filter(lambda name: name != "p")


@given(st.lists(st.tuples(BOXES, st.lists(SEEN).map(";".join)), max_size=4), HIDING)
def test_hidden_words_stay_hidden_whatever_is_around_them(
    around: list[tuple[str, str]], hiding: str
) -> None:
    opening = "".join(f'<{name} style="{style}">' for name, style in around)
    mail = outcome(f'<h1>said</h1>{opening}<div style="{hiding}">word</div>')
    assert isinstance(mail, Mail)
    assert mail.paragraphs == ("said",)
