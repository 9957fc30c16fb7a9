"""Header blocks above quoted mail, in the language of the client that wrote them."""
# ruff: noqa: RUF001 - letters of other alphabets are what these mails are written in

import pytest

from tools.intake.mail import Mail, parse_mail

NEW = "Thursday is fine for us."
OLD = "The pilot starts on 2 June."

BLOCKS = {
    "English": "From: Jess Moretti\nSent: Tuesday, 12 May 2026 9:47 PM\nTo: Toby Finch\n"
    "Subject: Pilot",
    "German": "Von: Jess Moretti <jess@bluegum.example>\nGesendet: Dienstag, 12. Mai 2026 21:47\n"
    "An: Toby Finch\nCc: Kim Pratt; Baz Ilic\nBetreff: Pilot",
    "German webmail": "Gesendet: Dienstag, 12. Mai 2026 um 21:47 Uhr\nVon: Jess "
    "<jess@bluegum.example>\n"
    "An: Toby\nBetreff: Pilot",
    "Danish": "Fra: Jess Moretti\nSendt: 12. maj 2026 21:47\nTil: Toby Finch\nCc: Kim\nEmne: Pilot",
    "Swedish": "Från: Jess Moretti\nSkickat: den 12 maj 2026 21:47\nTill: Toby Finch\nÄmne: Pilot",
    "Finnish": "Lähettäjä: Jess Moretti\nLähetetty: tiistai 12. toukokuuta 2026 21.47\n"
    "Vastaanottaja: Toby Finch\nAihe: Pilotti",
    "Icelandic": "Frá: Jess Moretti\nSent: 12. maí 2026 21:47\nTil: Toby Finch\nEfni: Pilot",
    "French": "De : Jess Moretti <jess@bluegum.example>\nEnvoyé : mardi 12 mai 2026 21:47\n"
    "À : Toby Finch\nCc : Kim Pratt\nObjet : Pilote",
    "French with blanks": "De\u00a0: Jess Moretti\nEnvoyé\u00a0: mardi 12 mai 2026 21:47\n"
    "À\u00a0: Toby Finch\nObjet\u00a0: Pilote",
    "Dutch": "Van: Jess Moretti\nVerzonden: dinsdag 12 mei 2026 21:47\nAan: Toby\nOnderwerp: Pilot",
    "Italian": "Da: Jess Moretti\nInviato: martedì 12 maggio 2026 21:47\nA: Toby Finch\n"
    "Oggetto: Pilota",
    "Spanish": "De: Jess Moretti\nEnviado el: martes, 12 de mayo de 2026 21:47\nPara: Toby Finch\n"
    "CC: Kim Pratt\nAsunto: Piloto",
    "Portuguese": "De: Jess Moretti\nEnviada em: terça-feira, 12 de maio de 2026 21:47\n"
    "Para: Toby Finch\nAssunto: Piloto",
    "Romanian": "De la: Jess Moretti\nTrimis: marți, 12 mai 2026 21:47\nCătre: Toby\nSubiect: "
    "Pilot",
    "Polish": "Od: Jess Moretti\nWysłano: wtorek, 12 maja 2026 21:47\nDo: Toby Finch\nDW: Kim\n"
    "Temat: Pilot",
    "Czech": "Od: Jess Moretti\nOdesláno: úterý 12. května 2026 21:47\nKomu: Toby Finch\n"
    "Předmět: Pilot",
    "Slovak": "Od: Jess Moretti\nOdoslané: utorok 12. mája 2026 21:47\nKomu: Toby\nPredmet: Pilot",
    "Hungarian": "Feladó: Jess Moretti\nElküldve: 2026. május 12., kedd 21:47\nCímzett: Toby\n"
    "Tárgy: Pilot",
    "Slovene": "Od: Jess Moretti\nPoslano: torek, 12. maj 2026 21:47\nZa: Toby Finch\nZadeva: "
    "Pilot",
    "Russian": "От: Jess Moretti\nОтправлено: 12 мая 2026 г. 21:47\nКому: Toby Finch\nТема: Пилот",
    "Ukrainian": "Від: Jess Moretti\nНадіслано: 12 травня 2026 р. 21:47\nКому: Toby Finch\n"
    "Тема: Пілот",
    "Greek": "Από: Jess Moretti\nΣτάλθηκε: Τρίτη, 12 Μαΐου 2026 21:47\nΠρος: Toby Finch\nΘέμα: "
    "Pilot",
    "Turkish": "Kimden: Jess Moretti\nGönderildi: 12 Mayıs 2026 Salı 21:47\nKime: Toby\nKonu: "
    "Pilot",
    "Hebrew": "מאת: Jess Moretti\nנשלח: יום שלישי 12 מאי 2026 21:47\nאל: Toby Finch\nנושא: Pilot",
    "Chinese": "发件人: Jess Moretti\n"
    "发送时间: 2026年5月12日 21:47\n收件人: Toby Finch\n抄送: Kim\n主题: "
    "Pilot",
    "Chinese wide colons": "发件人：Jess Moretti\n"
    "发送时间：2026年5月12日 21:47\n收件人：Toby\n主题：Pilot",
    "Taiwanese": "寄件者: Jess Moretti\n"
    "寄件日期: 2026年5月12日 21:47\n收件者: Toby Finch\n主旨: Pilot",
    "Japanese": "差出人: Jess Moretti\n"
    "送信日時: 2026年5月12日 21:47\n宛先: Toby Finch\n件名: Pilot",
    "Korean": "보낸 사람: Jess Moretti\n"
    "보낸 날짜: 2026년 5월 12일 화요일 21:47\n받는 사람: Toby\n제목: Pilot",
    "bold": "*From:* Jess Moretti <jess@bluegum.example>\n*Sent:* Tuesday, 12 May 2026 21:47\n"
    "*To:* Toby Finch <toby@tallystaff.example>\n*Subject:* Pilot",
    "bold colon outside": "*Von*: Jess Moretti\n*Gesendet*: Dienstag, 12. Mai 2026 21:47\n"
    "*An*: Toby Finch\n*Betreff*: Pilot",
    "wrapped recipients": "From: Jess Moretti <jess@bluegum.example>\nSent: Tuesday, 12 May "
    "2026 21:47\n"
    "To: Toby Finch <toby@tallystaff.example>; Mel Tran\n<mel@tallystaff.example>; Dev Rao\n"
    "<dev@bluegum.example>\nCc: Kim Pratt <kim@bluegum.example>;\nBaz Ilic\nSubject: Pilot",
    "a blank line between": "From: Jess Moretti\n\nSent: Tuesday, 12 May 2026 21:47\n\nTo: "
    "Toby\n\nSubject: Pilot",
    "Lotus order": "Subject: Pilot\nDate: 12.05.2026 21:47\nFrom: Jess Moretti\nTo: Toby Finch",
    "no subject": "From: Jess Moretti <jess@bluegum.example>\nSent: Tuesday, 12 May 2026 21:47\n"
    "To: Toby",
    "phone": "From: Jess Moretti <jess@bluegum.example>\nSent: Tuesday, 12 May 2026 21:47",
    "importance": "From: Jess\nSent: 12 May 2026 21:47\nTo: Toby\nSubject: Pilot\nImportance: High",
}

SEPARATORS = (
    "-----Original Message-----",
    "----- Original Message -----",
    "-------- Original Message --------",
    "-----Ursprüngliche Nachricht-----",
    "-------- Weitergeleitete Nachricht --------",
    "-----Message d'origine-----",
    "-----Message d’origine-----",
    "-------- Message transféré --------",
    "-----Oorspronkelijk bericht-----",
    "-----Oprindelig meddelelse-----",
    "-----Opprinnelig melding-----",
    "-----Ursprungligt meddelande-----",
    "-----Alkuperäinen viesti-----",
    "-----Messaggio originale-----",
    "-----Mensaje original-----",
    "-----Mensagem original-----",
    "-----Oryginalna wiadomość-----",
    "-----Původní zpráva-----",
    "-----Eredeti üzenet-----",
    "-----Исходное сообщение-----",
    "-----Αρχικό μήνυμα-----",
    "-----Özgün İleti-----",
    "-----原始邮件-----",
    "------------------ 原始邮件 ------------------",
    "-----元のメッセージ-----",
    "-----원본 메시지-----",
    "---------- Forwarded message ---------",
    "---------- Weitergeleitete Nachricht ---------",
    "---------- Mensagem encaminhada ---------",
    "Begin forwarded message:",
    "Anfang der weitergeleiteten Nachricht:",
    "Début du message réexpédié :",
    "Inizio messaggio inoltrato:",
    "Inicio del mensaje reenviado:",
    "Início da mensagem encaminhada:",
    "Begin doorgestuurd bericht:",
    "Vidarebefordrat brev:",
    "下面是被转发的邮件：",
)


def read(body: str) -> Mail:
    header = "From: Toby Finch <toby@tallystaff.example>\nContent-Type: text/plain; charset=utf-8"
    return parse_mail(f"{header}\n\n{body}".encode())


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_everything_below_a_header_block_is_quoted(block: str) -> None:
    mail = read(f"{NEW}\n\n{block}\n\nHi Toby,\n\n{OLD}\n\nJess\n")
    assert mail.paragraphs == (NEW,)
    assert mail.quoted == (f"{block}\n\nHi Toby,\n\n{OLD}\n\nJess",)


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_a_line_of_underscores_above_it_belongs_to_it(block: str) -> None:
    mail = read(f"{NEW}\n________________________________\n{block}\n\n{OLD}\n")
    assert mail.paragraphs == (NEW,)
    assert "____" in mail.quoted[0]


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_below_a_header_block_with_marked_lines_only_those_are_quoted(block: str) -> None:
    mail = read(f"{block}\n\n> {OLD}\n\n{NEW}\n")
    assert mail.paragraphs == (NEW,)


@pytest.mark.parametrize("line", SEPARATORS)
@pytest.mark.parametrize("block", ["", f"{BLOCKS['French']}\n"], ids=["bare", "with block"])
def test_everything_below_a_separator_is_quoted(line: str, block: str) -> None:
    mail = read(f"{NEW}\n\n{line}\n{block}\n{OLD}\n")
    assert mail.paragraphs == (NEW,)
    assert OLD in mail.quoted[0]


def test_two_histories_below_each_other_are_quoted() -> None:
    mail = read(f"{NEW}\n\n{BLOCKS['Polish']}\n\n{OLD}\n\n{BLOCKS['English']}\n\nOlder words.\n")
    assert mail.paragraphs == (NEW,)
    assert "Older words." in mail.quoted[0]


@pytest.mark.parametrize(
    "typed",
    [
        "From: Sydney\nTo: Melbourne\nDate: 5 May 2026",
        "To: be decided\nSubject: to approval",
        "From: 2 June\nTo: 4 June",
        "Re: the pilot\nDate: 2 June is fine",
        "Note: this is late",
    ],
)
def test_a_list_that_somebody_typed_is_no_header_block(typed: str) -> None:
    mail = read(f"{typed}\n\n{NEW}\n")
    assert mail.paragraphs == (" ".join(typed.split()), NEW)
    assert mail.quoted == ()


def test_a_line_drawn_across_by_itself_parts_nothing() -> None:
    mail = read(f"{NEW}\n\n--------------------\n\nAnd one more thing, we need the quote.\n")
    assert mail.paragraphs == (NEW, "And one more thing, we need the quote.")
