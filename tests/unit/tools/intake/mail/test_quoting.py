"""Marked lines, answers between them, forwards: what is new and what is quoted."""

import pytest

from tools.intake.mail import Mail, parse_mail


def read(body: str, subject: str = "Re: pilot") -> Mail:
    header = f"From: Toby Finch <toby@tallystaff.example>\nSubject: {subject}"
    return parse_mail(f"{header}\n\n{body}".encode())


def test_answers_between_marked_lines_are_new_and_the_marked_lines_quoted() -> None:
    mail = read(
        "My answers below.\n\n> Can you do 2 June?\n\nNo, the 9th.\n\n> And the price?\n>\n"
        "> 310 as discussed.\n\n285 or nothing.\n> Shall we call?\nNot needed.\n"
    )
    assert mail.paragraphs == (
        "My answers below.",
        "No, the 9th.",
        "285 or nothing.",
        "Not needed.",
    )
    assert mail.quoted == (
        "Can you do 2 June?",
        "And the price?\n\n310 as discussed.",
        "Shall we call?",
    )


@pytest.mark.parametrize("marks", [">", "> ", ">>", "> > ", ">>> ", " > "])
def test_marks_nest_with_and_without_blanks(marks: str) -> None:
    mail = read(f"New words.\n\n{marks}Old words.\n{marks}{marks}Older words.\n")
    assert mail.paragraphs == ("New words.",)
    assert len(mail.quoted) == 1
    assert "Old words." in mail.quoted[0]
    assert "Older words." in mail.quoted[0]


def test_levels_below_the_first_keep_their_marks() -> None:
    mail = read("New.\n\n> Old.\n> > Older.\n>>> Oldest.\n")
    assert mail.quoted == ("Old.\n>Older.\n>>Oldest.",)


def test_a_reply_below_the_quote_is_new() -> None:
    mail = read(
        "On Tue, 12 May 2026 at 21:47, Jess <jess@b.example> wrote:\n> Can you do 2 June?\n\n"
        "Yes, 2 June works.\n\nToby\n"
    )
    assert mail.paragraphs == ("Yes, 2 June works.",)


def test_a_signature_above_inline_answers_takes_no_answer_with_it() -> None:
    mail = read("See below.\n\nThanks,\nToby\n\n> 2 June?\n\nYes.\n\n> 310?\n\nNo, 285.\n")
    assert mail.paragraphs == ("See below.", "Yes.", "No, 285.")


def test_a_line_beginning_with_from_is_not_quoted_by_its_mailbox_escape() -> None:
    mail = read("We start in May.\n>From June on Kim leads it.\n\nToby\n")
    assert mail.paragraphs == ("We start in May. From June on Kim leads it.",)


def test_a_quoted_line_beginning_with_from_is_quoted() -> None:
    mail = read("New.\n\n>We start in May.\n>From June on Kim leads it.\n")
    assert mail.paragraphs == ("New.",)


def test_an_arrow_is_not_a_mark() -> None:
    mail = read("Plan: security -> legal -> signature.\n\n-> we sign on 2 June.\n")
    assert mail.paragraphs == ("Plan: security -> legal -> signature.", "-> we sign on 2 June.")


@pytest.mark.parametrize(
    "forwarded",
    [
        (
            "---------- Forwarded message ---------\nFrom: Gail <gail@t.example>\nDate: Mon, 11 "
            "May 2026 at "
            "17:31\nSubject: RE: year end\nTo: Marcia <marcia@t.example>\n\n\nI have 160K that "
            "lapses.\n"
        ),
        (
            "---------- Forwarded message ----------\nFrom: Gail\nDate: Mon, May 11, 2026\n"
            "Subject: RE: year "
            "end\nTo: Marcia\n\n> I have 160K that lapses.\n"
        ),
        (
            "Begin forwarded message:\n\nFrom: Gail <gail@t.example>\nSubject: RE: year end\n"
            "Date: 11 May 2026 "
            "at 17:31:00 CEST\nTo: Marcia <marcia@t.example>\n\nI have 160K that lapses.\n"
        ),
        (
            "-------- Forwarded Message --------\nSubject: \tRE: year end\nDate: \tMon, 11 May "
            "2026 17:31:00\n"
            "From: \tGail <gail@t.example>\nTo: \tMarcia <marcia@t.example>\n\n\n\nI have 160K "
            "that lapses.\n"
        ),
        (
            "________________________________\nVon: Gail <gail@t.example>\nGesendet: Montag, "
            "11. Mai 2026 17:31\n"
            "An: Marcia\nBetreff: AW: year end\n\nI have 160K that lapses.\n"
        ),
        (
            "------- Forwarded Message -------\nFrom: Gail <gail@t.example>\nDate: On Monday, "
            "May 11th, 2026\n"
            "Subject: RE: year end\nTo: Marcia\n\n> I have 160K that lapses.\n"
        ),
    ],
)
@pytest.mark.parametrize("subject", ["Fwd: year end", "WG: year end", "TR: year end"])
def test_the_forwarder_s_words_are_new_and_the_forwarded_mail_is_quoted(
    forwarded: str, subject: str
) -> None:
    mail = read(f"Please handle Gail's question by Friday.\n\nToby\n\n{forwarded}", subject)
    assert mail.paragraphs == ("Please handle Gail's question by Friday.",)
    assert "I have 160K that lapses." in "\n".join(mail.quoted)


def test_a_forward_without_a_word_has_no_new_text() -> None:
    mail = read("---------- Forwarded message ---------\nFrom: Gail\n\nI have 160K that lapses.\n")
    assert mail.paragraphs == ()
    assert "160K" in mail.quoted[0]


def test_a_mail_attached_to_a_mail_is_quoted() -> None:
    mail = parse_mail(
        b"From: toby@tallystaff.example\nSubject: FW: year end\n"
        b'Content-Type: multipart/mixed; boundary="b"\n\n'
        b"--b\nContent-Type: text/plain\n\nPlease handle this by Friday.\n"
        b"--b\nContent-Type: message/rfc822\n\nFrom: gail@t.example\nSubject: year end\n\n"
        b"I have 160K that lapses.\n--b--\n"
    )
    assert mail.paragraphs == ("Please handle this by Friday.",)
    assert mail.quoted == ("I have 160K that lapses.",)
    assert mail.subject == "FW: year end"


def test_a_digest_holds_mails_that_are_quoted() -> None:
    mail = parse_mail(
        b'From: list@l.example\nContent-Type: multipart/digest; boundary="b"\n\n'
        b"--b\n\nFrom: gail@t.example\nSubject: year end\n\nI have 160K that lapses.\n--b--\n"
    )
    assert mail.paragraphs == ()
    assert mail.quoted == ("I have 160K that lapses.",)


def test_wrapped_lines_join_and_list_items_stand_alone() -> None:
    mail = read(
        "Three points on which we agreed yesterday in the call with your security\nteam and Kim:\n"
        "- the pilot starts on 2 June in the two halls that Mehmet has already\n"
        "  prepared\n- Kim leads it\n* the quote is 285\n1. legal first\n2) then signature\n"
        "   on 30 June\n\u2022 done\n"
    )
    assert mail.paragraphs == (
        "Three points on which we agreed yesterday in the call with your security team and Kim:",
        "- the pilot starts on 2 June in the two halls that Mehmet has already prepared",
        "- Kim leads it",
        "* the quote is 285",
        "1. legal first",
        "2) then signature on 30 June",
        "\u2022 done",
    )


@pytest.mark.parametrize(
    "line", ["12. Mai in Essen.", "- as agreed - in Essen.", "3. April at noon."]
)
def test_a_wrapped_sentence_is_not_cut_where_it_looks_like_an_item(line: str) -> None:
    before = "wir treffen uns nach der Abstimmung mit dem Betriebsrat zusammen am"
    mail = read(f"Hallo,\n\n{before}\n{line}\n")
    assert mail.paragraphs == ("Hallo,", f"{before} {line}")


def test_a_thumb_is_an_answer_and_a_row_of_stars_is_not() -> None:
    assert read("\U0001f44d\n\n* * *\n\n-----\n").paragraphs == ("\U0001f44d",)
