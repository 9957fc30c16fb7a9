"""HTML mail to lines: what a person would see, with what is quoted and what is signature."""

from collections.abc import Iterator

from tools.intake.limits import Deadline
from tools.intake.mail.css import media
from tools.intake.mail.css.cascade import Cascade
from tools.intake.mail.lines import Line
from tools.intake.mail.page import Page
from tools.intake.mail.tags import Close, Open, Sheet, Text, tokens


def lines(markup: str, deadline: Deadline) -> tuple[Line, ...]:
    """Make lines of HTML, hidden text left out.

    Raises:
        TooLargeError: It is nested deeper, or has more lines, characters or style, than any mail.
        TooSlowError: The deadline passed.
    """
    cascade = Cascade(_sheets(markup, deadline), deadline)
    page = Page(cascade)
    for token in deadline.over(tokens(markup, cascade.attributes)):
        if isinstance(token, Text):
            page.write(token.text)
        elif isinstance(token, Open):
            page.open(token)
        elif isinstance(token, Close):
            page.close(token.name)
    page.end_line()
    return tuple(page.lines)


def _sheets(markup: str, deadline: Deadline) -> Iterator[str]:
    """The style sheets of a page. Those that come last count for the words before them too."""
    last = markup.lower().rfind("<style")
    if last < 0:
        return
    in_templates = 0
    for token in deadline.over(tokens(markup, until=last)):
        if isinstance(token, Open) and token.name == "template":
            in_templates += 1
        elif isinstance(token, Close) and token.name == "template":
            in_templates = max(in_templates - 1, 0)
        elif isinstance(token, Sheet) and not in_templates and _counts(token):
            yield token.css


def _counts(sheet: Sheet) -> bool:
    kind = sheet.attributes.get("type", "").strip().lower()
    return kind in {"", "text/css"} and media.holds(sheet.attributes.get("media", ""))
