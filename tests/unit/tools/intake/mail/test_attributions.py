"""The line above quoted text, as clients write it in many languages."""
# ruff: noqa: RUF001 - letters of other alphabets are what these mails are written in

from textwrap import wrap

import pytest

from tools.intake.mail import Mail, parse_mail

NEW = "Thursday is fine for us."
OLD = "The pilot starts on 2 June."

ATTRIBUTIONS = (
    # Gmail
    "On Tue, 12 May 2026 at 21:47, Jess Moretti <jess@bluegum.example> wrote:",
    "On Tue, May 12, 2026 at 9:47\u202fPM Jess Moretti <jess@bluegum.example> wrote:",
    "Am Di., 12. Mai 2026 um 21:47 Uhr schrieb Jess Moretti <jess@bluegum.example>:",
    "Le mar. 12 mai 2026 à 21:47, Jess Moretti <jess@bluegum.example> a écrit :",
    "El mar, 12 may 2026 a las 21:47, Jess Moretti (<jess@bluegum.example>) escribió:",
    "Il giorno mar 12 mag 2026 alle ore 21:47 Jess Moretti <jess@bluegum.example> ha scritto:",
    "Em ter., 12 de mai. de 2026 às 21:47, Jess Moretti <jess@bluegum.example> escreveu:",
    "Op di 12 mei 2026 om 21:47 schreef Jess Moretti <jess@bluegum.example>:",
    "Den tirs. 12. maj 2026 kl. 21.47 skrev Jess Moretti <jess@bluegum.example>:",
    "tir. 12. mai 2026 kl. 21:47 skrev Jess Moretti <jess@bluegum.example>:",
    "Den tis 12 maj 2026 kl 21:47 skrev Jess Moretti <jess@bluegum.example>:",
    "ti 12. toukok. 2026 klo 21.47 Jess Moretti (jess@bluegum.example) kirjoitti:",
    "wt., 12 maj 2026 o 21:47 Jess Moretti <jess@bluegum.example> napisał(a):",
    "út 12. 5. 2026 v 21:47 odesílatel Jess Moretti <jess@bluegum.example> napsal:",
    "ut 12. 5. 2026 o 21:47 Jess Moretti <jess@bluegum.example> napísal(a):",
    "Jess Moretti <jess@bluegum.example> ezt írta (időpont: 2026. máj. 12., K, 21:47):",
    "În mar., 12 mai 2026 la 21:47, Jess Moretti <jess@bluegum.example> a scris:",
    "вт, 12 мая 2026 г. в 21:47, Jess Moretti <jess@bluegum.example>:",
    "вт, 12 трав. 2026 р. о 21:47 Jess Moretti <jess@bluegum.example> пише:",
    "Στις Τρί 12 Μαΐ 2026 στις 9:47 μ.μ., ο χρήστης Jess Moretti <jess@bluegum.example> έγραψε:",
    "Jess Moretti <jess@bluegum.example>, 12 May 2026 Sal, 21:47 tarihinde şunu yazdı:",
    "2026年5月12日(火) 21:47 Jess Moretti <jess@bluegum.example>:",
    "Jess Moretti <jess@bluegum.example> 于2026年5月12日周二 21:47写道：",
    "Jess Moretti <jess@bluegum.example> 於 2026年5月12日 週二 下午9:47寫道：",
    "2026년 5월 12일 (화) 오후 9:47, Jess Moretti <jess@bluegum.example>님이 작성:",
    "Vào Th 3, 12 thg 5, 2026 vào lúc 21:47 Jess Moretti <jess@bluegum.example> đã viết:",
    "Pada tanggal Sel, 12 Mei 2026 pukul 21.47 Jess Moretti <jess@bluegum.example> menulis:",
    # Apple Mail
    "On 12 May 2026, at 9:47 pm, Jess Moretti <jess@bluegum.example> wrote:",
    "On 12 May 2026, at 21:47, Jess Moretti wrote:",
    "Am 12.05.2026 um 21:47 schrieb Jess Moretti <jess@bluegum.example>:",
    "Le 12 mai 2026 à 21:47, Jess Moretti <jess@bluegum.example> a écrit :",
    "Il giorno 12 mag 2026, alle ore 21:47, Jess Moretti ha scritto:",
    "El 12 may 2026, a las 21:47, Jess Moretti <jess@bluegum.example> escribió:",
    "No dia 12 de mai. de 2026, à(s) 21:47, Jess Moretti <jess@bluegum.example> escreveu:",
    "Op 12 mei 2026 om 21:47 heeft Jess Moretti <jess@bluegum.example> het volgende geschreven:",
    "Den 12. maj 2026 kl. 21.47 skrev Jess Moretti <jess@bluegum.example>:",
    "12. mai 2026 kl. 21:47 skrev Jess Moretti <jess@bluegum.example>:",
    "12 maj 2026 kl. 21:47 skrev Jess Moretti <jess@bluegum.example>:",
    "Jess Moretti <jess@bluegum.example> kirjoitti 12.5.2026 kello 21.47:",
    (
        "Wiadomość napisana przez Jess Moretti <jess@bluegum.example> w dniu 12.05.2026, o godz. "
        "21:47:"
    ),
    "12. 5. 2026 v 21:47, Jess Moretti <jess@bluegum.example>:",
    "12 мая 2026 г., в 21:47, Jess Moretti <jess@bluegum.example> написал(а):",
    "2026/05/12 21:47、Jess Moretti <jess@bluegum.example>のメール:",
    "在 2026年5月12日，下午9:47，Jess Moretti <jess@bluegum.example> 写道：",
    "Jess Moretti <jess@bluegum.example> 於 2026年5月12日 下午9:47 寫道：",
    "2026. 5. 12. 오후 9:47, Jess Moretti <jess@bluegum.example> 작성:",
    # Thunderbird
    "On 12/05/2026 21:47, Jess Moretti wrote:",
    "Am 12.05.26 um 21:47 schrieb Jess Moretti:",
    "Le 12/05/2026 à 21:47, Jess Moretti a écrit :",
    "Il 12/05/2026 21:47, Jess Moretti ha scritto:",
    "El 12/5/26 a las 21:47, Jess Moretti escribió:",
    "Em 12/05/2026 21:47, Jess Moretti escreveu:",
    "Op 12-05-2026 om 21:47 schreef Jess Moretti:",
    "Den 12-05-2026 kl. 21:47 skrev Jess Moretti:",
    "W dniu 12.05.2026 o 21:47, Jess Moretti pisze:",
    "Dne 12. 05. 26 v 21:47 Jess Moretti napsal(a):",
    "12.05.2026 21:47, Jess Moretti пишет:",
    # Others: Proton, Yahoo, Roundcube, Horde, Zoho, Mailbird
    "On Tuesday, May 12th, 2026 at 9:47 PM, Jess Moretti <jess@bluegum.example> wrote:",
    "On Tuesday, May 12, 2026, 9:47 PM, Jess Moretti <jess@bluegum.example> wrote:",
    "On 2026-05-12 21:47, Jess Moretti wrote:",
    "Am 2026-05-12 21:47, schrieb Jess Moretti:",
    "Zitat von Jess Moretti <jess@bluegum.example>:",
    "Quoting Jess Moretti <jess@bluegum.example>:",
    "---- On Tue, 12 May 2026 21:47:00 +1000 Jess Moretti <jess@bluegum.example> wrote ----",
    "Jess Moretti <jess@bluegum.example> wrote:",
)


def read(body: str) -> Mail:
    header = "From: Toby Finch <toby@tallystaff.example>\nContent-Type: text/plain; charset=utf-8"
    return parse_mail(f"{header}\n\n{body}".encode())


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_history_below_an_attribution_is_quoted(line: str) -> None:
    mail = read(f"{NEW}\n\n{line}\n\n> {OLD}\n>\n> Jess\n")
    assert mail.paragraphs == (NEW,)
    assert line.rsplit(maxsplit=1)[-1].strip("-") in "\n".join(mail.quoted)
    assert OLD in "\n".join(mail.quoted)


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_unmarked_history_below_an_attribution_is_quoted_to_the_end(line: str) -> None:
    mail = read(f"{NEW}\n\n{line}\n\n{OLD}\n\nJess\n")
    assert mail.paragraphs == (NEW,)
    assert OLD in "\n".join(mail.quoted)


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_an_attribution_inside_marks_is_quoted_too(line: str) -> None:
    mail = read(f"{NEW}\n\n> {line}\n>\n> {OLD}\n")
    assert mail.paragraphs == (NEW,)


@pytest.mark.parametrize("line", [line for line in ATTRIBUTIONS if not line.startswith("--")])
@pytest.mark.parametrize("width", [40, 60])
def test_an_attribution_wrapped_over_lines_is_one(line: str, width: int) -> None:
    wrapped = "\n".join(wrap(line, width, break_long_words=False, break_on_hyphens=False))
    mail = read(f"{NEW}\n\n{wrapped}\n\n> {OLD}\n")
    assert mail.paragraphs == (NEW,)


@pytest.mark.parametrize("line", ATTRIBUTIONS)
@pytest.mark.parametrize(
    "above",
    ["285 is fine.", "The 2 of June suits us", "Only 285!", "On 2 June!", "On 2 June we start."],
)
def test_words_right_above_an_attribution_stay(line: str, above: str) -> None:
    mail = read(f"{NEW}\n{above}\n{line}\n> {OLD}\n")
    assert mail.paragraphs == (f"{NEW} {above}",)


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_answers_between_marked_lines_are_new(line: str) -> None:
    mail = read(f"{line}\n\n> {OLD}\n\nWe cannot.\n\n> Shall we talk?\n\n{NEW}\n")
    assert mail.paragraphs == ("We cannot.", NEW)
    assert "Shall we talk?" in mail.quoted


@pytest.mark.parametrize(
    "line",
    [
        "As I wrote on 3 March 2026:",
        "On 12 May 2026 I would like to show you the following:",
        "Le 12 mai 2026 nous aurons besoin de ceci :",
        "Am 12. Mai 2026 brauchen wir:",
        "On Tuesday our lawyers refused, see what Colleen wrote to us:",
        "Here is what we agreed:",
        "Our plan from 2 June 2026 on:",
        "The board met on 3 March 2026 and Anna wrote down these points:",
    ],
)
def test_a_sentence_that_ends_in_a_colon_is_no_attribution(line: str) -> None:
    mail = read(f"{line}\n\n{NEW}\n")
    assert mail.paragraphs == (line, NEW)


def test_a_mild_attribution_needs_marked_lines() -> None:
    marked = read(f"On May 12, Jess wrote:\n\n> {OLD}\n\n{NEW}\n")
    assert marked.paragraphs == (NEW,)
    unmarked = read(f"On May 12, Jess wrote:\n\n{NEW}\n")
    assert unmarked.paragraphs == ("On May 12, Jess wrote:", NEW)


def test_you_wrote_with_the_words_in_quotation_marks_stays() -> None:
    mail = read(f"On 12 May 2026 at 21:47 you wrote:\n\n{NEW}\n")
    assert mail.paragraphs[-1] == NEW


def test_words_on_the_same_line_as_an_attribution_stay() -> None:
    mail = read(f"{NEW} On Wed, Apr 4, 2012 at 3:59 PM, jess@bluegum.example wrote:\n> {OLD}\n")
    assert mail.paragraphs[0].startswith(NEW)
    assert OLD in mail.quoted


@pytest.mark.parametrize(
    "line",
    [
        "On Tue, May 12, 2026 at 9:47 PM, Jess<jess@bluegum.example> wrote:",
        "  Em ter., 12 de mai. de 2026 às 21:47, Jess<jess@bluegum.example> escreveu:",
    ],
)
def test_quoted_words_on_the_same_line_as_an_attribution_are_quoted(line: str) -> None:
    mail = read(f"{NEW}\n\n{line}   {OLD}\n\nMore of it.\n")
    assert mail.paragraphs == (NEW,)
    assert OLD in mail.quoted[0]


def test_an_address_cut_off_behind_its_bracket_is_put_together() -> None:
    mail = read(f"{NEW}\n\n2026-05-12 11:28 GMT+03:00 Jess <\njess@bluegum.example>:\n\n> {OLD}\n")
    assert mail.paragraphs == (NEW,)


def test_reported_speech_with_a_number_is_no_attribution() -> None:
    line = "On 12 May 2026 Kim wrote that we need 285:"
    assert read(f"{line}\n\n{NEW}\n").paragraphs == (line, NEW)
