"""Signatures, device lines and disclaimers go; whatever somebody said stays."""
# ruff: noqa: RUF001 - letters of other alphabets are what these mails are written in

import pytest

from tools.intake.mail import Mail, parse_mail

SAID = "Thursday is fine for us."


def read(body: str, name: str = "Jess Moretti", address: str = "jess@bluegum.example") -> Mail:
    header = f"From: {name} <{address}>\nContent-Type: text/plain; charset=utf-8"
    return parse_mail(f"{header}\n\n{body}".encode())


CLOSINGS = (
    "Kind regards,",
    "Best regards",
    "Best,",
    "Cheers",
    "Many thanks,",
    "Thanks and best,",
    "Thanks as ever,",
    "All the best,",
    "Yours sincerely,",
    "Warm regards,",
    "Rgds,",
    "Cheers \U0001f389",
    "Best from a very grey Berlin",
    "Mit freundlichen Grüßen",
    "Mit freundlichen Grüßen / Kind regards",
    "Viele Grüße aus Essen",
    "LG",
    "Gruß,",
    "Bien cordialement,",
    "Cordialement",
    "Bonne journée,",
    "Saludos,",
    "Un cordial saludo,",
    "Cordiali saluti",
    "Atenciosamente,",
    "Com os melhores cumprimentos,",
    "Met vriendelijke groet,",
    "Med venlig hilsen",
    "Med vennlig hilsen",
    "Hilsen",
    "Mvh",
    "Med vänliga hälsningar,",
    "Ystävällisin terveisin",
    "Z poważaniem,",
    "Pozdrawiam",
    "S pozdravem",
    "Üdvözlettel,",
    "С уважением,",
    "З повагою,",
    "Με εκτίμηση,",
    "Saygılarımla,",
    "בברכה,",
    "此致",
    "よろしくお願いいたします。",
    "감사합니다.",
)


@pytest.mark.parametrize("closing", CLOSINGS)
@pytest.mark.parametrize(
    "block",
    [
        "Jess",
        "Jess Moretti\nHead of People",
        (
            "Jess Moretti\nHead of People, Bluegum Brewing Pty Ltd\n+61 2 5550 1234\n"
            "www.bluegum.example"
        ),
        "J",
        "JM",
        "",
        "\nJess Moretti | Head of People | Bluegum Brewing | Sydney",
        "Jess\n\nJess Moretti\nBluegum Brewing Pty Ltd\nTel: +61 2 5550 1234",
        "\u2014\u2014\u2014\u2014\u2014\nDr. Jess Moretti\n\U0001f4e7 jess@bluegum.example",
        "i. A. Jess Moretti\nEinkauf",
        "Jess Moretti\n-----------------------------\nBluegum Brewing\nwww.bluegum.example",
    ],
)
def test_a_closing_and_what_follows_it_go(closing: str, block: str) -> None:
    assert read(f"Hi Toby,\n\n{SAID}\n\n{closing}\n{block}\n").paragraphs == ("Hi Toby,", SAID)


@pytest.mark.parametrize(
    "line", ["Thanks, Jess", "Cheers Jess", "Gruß, Jess", "Best regards, Jess Moretti"]
)
def test_a_closing_and_a_name_on_one_line_go(line: str) -> None:
    assert read(f"{SAID}\n\n{line}\n").paragraphs == (SAID,)


@pytest.mark.parametrize(
    "block",
    ["Jess", "j", "JM", "J.", "Jess Moretti", "- Jess", "Jess Moretti, Head of People", "/Jess"],
)
def test_the_author_s_name_by_itself_at_the_end_goes(block: str) -> None:
    assert read(f"{SAID}\n\n{block}\n").paragraphs == (SAID,)


def test_a_name_is_known_without_its_accents_and_in_any_order() -> None:
    mail = read(f"{SAID}\n\nSolene\n\nSolene Ducasse\nChef de projet\n", '"Ducasse, Sol\u00e8ne"')
    assert mail.paragraphs == (SAID,)


@pytest.mark.parametrize("delimiter", ["-- ", "--"])
def test_below_the_delimiter_everything_goes_but_what_is_said(delimiter: str) -> None:
    mail = read(
        f"{SAID}\n\n{delimiter}\nJess Moretti\nBluegum Brewing Pty Ltd\n+61 2 5550 1234\n\n"
        "P.S. The quote should be for 115 staff.\n"
    )
    assert mail.paragraphs == (SAID, "P.S. The quote should be for 115 staff.")


@pytest.mark.parametrize("mark", ["PS:", "P.S.", "PS", "P.S:", "PPS:", "ps -"])
def test_a_postscript_stays(mark: str) -> None:
    mail = read(f"{SAID}\n\nCheers\nJess\n\n{mark} Kim left on Friday\n")
    assert mail.paragraphs == (SAID, f"{mark} Kim left on Friday")


@pytest.mark.parametrize(
    "prose",
    [
        "One more thing, can you send the form again by Friday?",
        "Kim has left the company, Dev takes over from Monday on.",
        "we will not sign before the audit is through",
    ],
)
def test_prose_below_a_signature_stays(prose: str) -> None:
    mail = read(f"{SAID}\n\nKind regards,\nJess\nHead of People\n\n{prose}\n")
    assert mail.paragraphs == (SAID, prose)


@pytest.mark.parametrize(
    "body",
    [
        "Thanks for the NDA",
        "Thanks!\n\nApproved",
        "Thank you.\n\nAgreed.",
        "Tom\n\nOK for Friday",
        "Many thanks for sending the quote over so fast.\n\nWe sign on Tuesday.",
        "Cheers for that, the pilot is done.",
        "Best price is 285.",
        "Hi,\n\nThanks\n\nTuesday works, please send the contract to Laurence.",
        "Kind of busy, 9 June then.",
        "Regards the price: 285.",
        "Danke für das Angebot, wir nehmen es.",
        "Merci pour le devis, c'est signé.",
    ],
)
def test_words_of_thanks_that_go_on_are_no_closing(body: str) -> None:
    mail = read(body, "Tom Lee", "tom@l.example")
    assert " ".join(mail.paragraphs) == " ".join(body.split())


def test_words_before_a_closing_stay() -> None:
    assert read(f"{SAID} See you in Lille.\nKind regards\nJess\n").paragraphs == (
        f"{SAID} See you in Lille.",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "Sent from my Galaxy",
        "Sent from my Samsung Galaxy smartphone.",
        "Sent from Outlook for iOS",
        "Get Outlook for Android<https://aka.ms/AAb9ysg>",
        "Sent from Mail for Windows",
        "Sent from Yahoo Mail on Android",
        "Sent with Proton Mail secure email.",
        "Von meinem iPhone gesendet",
        "Gesendet von Outlook für Android",
        "Envoyé de mon iPhone",
        "Envoyé à partir de Outlook pour iOS",
        "Enviado desde mi iPhone",
        "Enviado do meu iPhone",
        "Inviato da iPhone",
        "Verstuurd vanaf mijn iPhone",
        "Sendt fra min iPhone",
        "Skickat från min iPhone",
        "Lähetetty iPhonesta",
        "Wysłane z iPhone'a",
        "Odesláno z iPhonu",
        "Отправлено с iPhone",
        "Надіслано з iPhone",
        "iPhone'umdan gönderildi",
        "发自我的 iPhone",
        "從我的 iPhone 傳送",
        "iPhoneから送信",
        "나의 iPhone에서 보냄",
    ],
)
def test_lines_of_devices_go(line: str) -> None:
    assert read(f"{SAID}\n\n{line}\n").paragraphs == (SAID,)
    assert read(f"{SAID}\n\n{line}\n\n> Old words.\n").paragraphs == (SAID,)


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my team this morning: the form.",
        "Sent the form to Mel by mail yesterday.",
        "Get Outlook working for Dev, then we can start.",
        "Gesendet habe ich das Formular gestern.",
    ],
)
def test_sentences_that_begin_like_a_device_s_stay(line: str) -> None:
    assert read(f"{SAID}\n\n{line}\n").paragraphs == (SAID, line)


@pytest.mark.parametrize(
    "notice",
    [
        (
            "CONFIDENTIALITY NOTICE: This message and any attachments may be privileged. If you "
            "have "
            "received it in error, delete it. Nothing in this message constitutes an offer."
        ),
        (
            "This e-mail and any attachments are confidential and intended solely for the "
            "addressee. If you "
            "are not the intended recipient, please notify the sender and delete this message."
        ),
        "This message is confidential.",
        (
            "Diese E-Mail enthält vertrauliche Informationen. If you are not the intended "
            "recipient, please "
            "inform the sender and delete this message."
        ),
        (
            "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige "
            "Adressat sind oder "
            "diese E-Mail irrtümlich erhalten haben, informieren Sie bitte sofort den Absender."
        ),
        (
            "Ce message et toutes les pièces jointes sont confidentiels. Si vous avez reçu ce "
            "message par "
            "erreur, merci de le supprimer et d'avertir l'expéditeur."
        ),
        "Este mensaje es confidencial. Si usted ha recibido este mensaje por error, elimínelo.",
        "Esta mensagem é confidencial. Se recebeu esta mensagem por engano, elimine-a.",
        (
            "Questo messaggio è confidenziale. Se avete ricevuto questo messaggio per errore, "
            "vi preghiamo "
            "di cancellarlo."
        ),
        (
            "Dit bericht is vertrouwelijk. Indien u niet de beoogde ontvanger bent, verwijder dit "
            "bericht."
        ),
        "Denne e-posten er konfidensiell. Har du mottatt denne e-posten ved en feil, slett den.",
        (
            "Ta wiadomość jest poufna. Jeśli nie są Państwo jej adresatem, prosimy o usunięcie "
            "wiadomości."
        ),
        "Please consider the environment before printing this email.",
        "Pensez à l'environnement avant d'imprimer ce message.",
        "Tenk på miljøet før du skriver ut denne e-posten.",
        "本邮件及其附件含有保密信息。如果您误收了本邮件，请立即删除。",
    ],
)
def test_disclaimers_go_with_and_without_a_signature(notice: str) -> None:
    assert read(f"{SAID}\n\n{notice}\n").paragraphs == (SAID,)
    assert read(f"{SAID}\n\nKind regards\nJess Moretti\n\n{notice}\n").paragraphs == (SAID,)


def test_a_warning_above_the_words_goes() -> None:
    mail = read(
        "CAUTION: This email originated from outside of the organization. Do not click links or "
        "open "
        f"attachments unless you recognize the sender.\n\n{SAID}\n"
    )
    assert mail.paragraphs == (SAID,)


def test_words_before_a_disclaimer_in_one_paragraph_stay() -> None:
    mail = read(
        f"{SAID} This email is confidential. If you are not the intended recipient, delete it.\n"
    )
    assert mail.paragraphs == (SAID,)


@pytest.mark.parametrize(
    "said",
    [
        (
            "This mail is confidential, please don't tell Baz before we have signed on 30 June, he "
            "would stop it."
        ),
        "The NDA is confidential.",
        "We received this invoice in error, please send a new one by Friday.",
        "The file is intended only for Dev.",
        "Ten onrechte is 310 gefactureerd.",
        "Ved en fejl er fakturaen sendt to gange.",
        "Please delete the old quote and notify Kim.",
        (
            "If you are not the intended recipient of the invoice, tell me. We sign on Friday. "
            "Kim leads the pilot. Send the form."
        ),
        "Our legal team says the message to customers must change. Attachments follow on Monday.",
        "This email came to you by mistake, the offer was for Kim. We sign on Friday. Call me.",
    ],
)
def test_what_merely_sounds_like_a_disclaimer_stays(said: str) -> None:
    assert read(f"{said}\n").paragraphs == (said,)


def test_the_whole_reply_may_be_one_short_line() -> None:
    assert read("Yes.\n\nJess\n").paragraphs == ("Yes.",)
    assert read("Approved\n").paragraphs == ("Approved",)
    assert read("Jess Moretti will lead it.\n").paragraphs == ("Jess Moretti will lead it.",)
