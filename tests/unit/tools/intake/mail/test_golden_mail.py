"""Every mail of the golden deals: gold quotes are in its new text, quoted history is not."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from tools.intake.mail import Mail, parse_mail

GOLDEN = Path(__file__).parents[5] / "evals" / "datasets" / "golden"
MAILS = sorted(GOLDEN.glob("*/sources/*.eml"))
TYPOGRAPHIC = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})


def folded(text: str) -> str:
    return " ".join(text.translate(TYPOGRAPHIC).split())


class Entry(BaseModel):
    quote: str | list[str] = []
    why: str = ""

    @property
    def quotes(self) -> list[str]:
        return [self.quote] if isinstance(self.quote, str) else self.quote


class Gold(BaseModel):
    date: date
    edits: list[Entry]
    traps: list[Entry] = []


def gold(path: Path) -> Gold:
    text = (path.parents[1] / "gold" / f"{path.name[:2]}.yaml").read_text(encoding="utf-8")
    return Gold.model_validate(yaml.safe_load(text))


def holding(mail: Mail, quote: str) -> list[str]:
    return [text for text in mail.paragraphs if folded(quote) in folded(text)]


def test_all_mails_are_looked_at() -> None:
    assert len(MAILS) == 18


@pytest.mark.parametrize("path", MAILS, ids=lambda path: f"{path.parents[1].name}/{path.name}")
def test_each_quote_of_an_edit_is_in_exactly_one_paragraph(path: Path) -> None:
    mail = parse_mail(path.read_bytes())
    for edit in gold(path).edits:
        for quote in edit.quotes:
            assert len(holding(mail, quote)) == 1, quote


@pytest.mark.parametrize("path", MAILS, ids=lambda path: f"{path.parents[1].name}/{path.name}")
def test_traps_of_quoted_history_are_in_no_paragraph_and_the_others_are(path: Path) -> None:
    mail = parse_mail(path.read_bytes())
    for trap in gold(path).traps:
        for quote in trap.quotes:
            bare = (
                quote.lstrip("> ")
                if trap.why == "quoted_history" or quote.startswith(">")
                else quote
            )
            if trap.why == "quoted_history":
                assert not holding(mail, bare), quote
                assert any(folded(bare) in folded(text) for text in mail.quoted), quote
            else:
                assert len(holding(mail, bare)) == 1, quote


@pytest.mark.parametrize("path", MAILS, ids=lambda path: f"{path.parents[1].name}/{path.name}")
def test_every_golden_mail_has_its_author_date_and_number(path: Path) -> None:
    mail = parse_mail(path.read_bytes())
    assert mail.sent_at is not None
    assert mail.sent_at.date() == gold(path).date
    assert mail.author is not None
    assert mail.author.address
    assert mail.recipients
    assert mail.message_id
    assert mail.notice is None
