"""Mail that nobody wrote is known as such, and mail that somebody wrote is not."""
# ruff: noqa: RUF001 - subjects in other alphabets

import pytest

from tools.intake.mail import Mail, parse_mail

AWAY = "I am out of the office until 4 May with limited access to e-mail."
SAID = "Here is the signed form, we start on 2 June."


def read(subject: str, body: str, *fields: str) -> Mail:
    header = ["From: Jess <jess@b.example>", f"Subject: {subject}", *fields]
    return parse_mail(("\n".join(header) + f"\n\n{body}\n").encode())


@pytest.mark.parametrize(
    "field",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-replied (vacation)",
        "Auto-Submitted: auto-generated",
        "X-Autoreply: yes",
        "X-Autorespond: pilot",
        "Precedence: auto_reply",
    ],
)
def test_headers_tell_an_automatic_reply(field: str) -> None:
    assert read("Re: pilot", "Thanks.", field).notice == "automatic_reply"


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: pilot",
        "Automatische Antwort: Pilot",
        "Abwesenheitsnotiz: Pilot",
        "Réponse automatique : pilote",
        "Respuesta automática: piloto",
        "Risposta automatica: pilota",
        "Resposta automática: piloto",
        "Automatisch antwoord: pilot",
        "Automatisk svar: pilot",
        "Autosvar: pilot",
        "Automatiskt svar: pilot",
        "Automaattinen vastaus: pilotti",
        "Automatyczna odpowiedź: pilot",
        "Automatická odpověď: pilot",
        "Automatikus válasz: pilot",
        "Автоматический ответ: пилот",
        "Автоматична відповідь: пілот",
        "Otomatik Yanıt: pilot",
        "自动答复: 试点",
        "自動応答: パイロット",
        "자동 회신: 파일럿",
        "Auto: pilot",
    ],
)
def test_subjects_tell_an_automatic_reply(subject: str) -> None:
    assert read(subject, "...").notice == "automatic_reply"


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Out of Office: pilot", AWAY),
        ("Out of office Re: pilot", "Thank you for your message. I will reply when I return."),
        ("Abwesend: Pilot", "Ich bin bis 4. Mai nicht im Büro."),
        ("Absence du bureau", "Je suis absente jusqu'au 4 mai, de retour le 5."),
        ("Fuera de la oficina", "Estaré ausente hasta el 4 de mayo."),
        ("Fuori sede", "Sono in ferie fino al 4 maggio."),
        ("Afwezig: pilot", "Ik ben met vakantie tot 4 mei."),
        ("Fravær", "Jeg er på ferie til 4. maj."),
        ("Frånvaro", "Jag är på semester till den 4 maj."),
        ("Nieobecność", "Jestem na urlopie do 4 maja."),
        ("Отпуск", "Я в отпуске до 4 мая."),
    ],
)
def test_subject_and_text_together_tell_an_automatic_reply(subject: str, body: str) -> None:
    mail = parse_mail(
        f"From: j@b.example\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n"
        f"{body}\n".encode()
    )
    assert mail.notice == "automatic_reply"


@pytest.mark.parametrize("field", ["X-Auto-Response-Suppress: All", "Precedence: bulk"])
def test_a_hint_in_the_header_and_the_text_tell_an_automatic_reply(field: str) -> None:
    assert read("Re: pilot", AWAY, field).notice == "automatic_reply"
    assert read("Re: pilot", SAID, field).notice is None


def test_a_long_mail_that_mentions_a_leave_was_written_by_somebody() -> None:
    body = "\n\n".join([SAID] * 15 + [AWAY])
    assert read("Re: pilot", body, "X-Auto-Response-Suppress: All").notice is None


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Re: pilot", SAID),
        ("Re: pilot", AWAY),
        ("Re: Automatic reply: pilot", "Enjoy your leave. " + SAID),
        ("Out of office days in May", SAID),
        ("Accepted!", SAID),
        ("Accepted: your offer", SAID),
        ("Invitation: workshop on 2 June?", "Would you join us for a workshop? Kim can host."),
        ("Einladung: Workshop", "Wollen wir am 2. Juni einen Workshop machen?"),
        ("Urlaub im Mai", "Wir verschieben den Start auf den 2. Juni."),
        ("Autos im Lager", SAID),
    ],
)
def test_what_somebody_wrote_is_no_notice(subject: str, body: str) -> None:
    assert read(subject, body).notice is None


def test_the_header_no_means_no() -> None:
    assert read("Re: pilot", SAID, "Auto-Submitted: no", "Precedence: list").notice is None


def test_a_report_of_a_mail_server_is_an_automatic_reply() -> None:
    mail = parse_mail(
        b"From: Mail Delivery <mailer-daemon@b.example>\nSubject: pilot\n"
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        b"--b\n\nYour message could not be delivered.\n"
        b"--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b--\n"
    )
    assert mail.notice == "automatic_reply"


EVENT = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR"


@pytest.mark.parametrize(
    "part",
    [
        f"Content-Type: text/calendar; method=REQUEST\n\n{EVENT}",
        f"Content-Type: text/calendar; charset=utf-8\n\n{EVENT}",
        "Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR",
        "Content-Type: text/calendar; method=CANCEL\n\nBEGIN:VCALENDAR",
    ],
)
def test_a_calendar_part_with_a_method_is_a_calendar_notice(part: str) -> None:
    mail = parse_mail(
        "From: j@b.example\nSubject: Kick-off\nContent-Type: multipart/alternative; "
        'boundary="b"\n\n'
        f"--b\nContent-Type: text/plain\n\nKick-off call.\n--b\n{part}\n--b--\n".encode()
    )
    assert mail.notice == "calendar"
    assert mail.paragraphs == ("Kick-off call.",)


def test_a_calendar_file_that_somebody_attached_makes_no_notice() -> None:
    mail = parse_mail(
        b'From: j@b.example\nSubject: Kick-off\nContent-Type: multipart/mixed; boundary="b"\n\n'
        b"--b\n\nThe file has the date, Kim leads.\n--b\nContent-Type: text/calendar; "
        b"method=REQUEST\n"
        b"Content-Disposition: attachment; filename=i.ics\n\nBEGIN:VCALENDAR\n--b--\n"
    )
    assert mail.notice is None


@pytest.mark.parametrize(
    "subject",
    [
        "Accepted: Kick-off",
        "Declined: Kick-off",
        "Tentative: Kick-off",
        "Canceled: Kick-off",
        "Invitation: Kick-off @ Tue 2 Jun 2026",
        "Zugesagt: Kick-off",
        "Abgesagt: Kick-off",
        "Accepté : Kick-off",
        "Refusé : Kick-off",
        "Aceptada: Kick-off",
        "Accettato: Kick-off",
        "Geaccepteerd: Kick-off",
        "Accepteret: Kick-off",
        "Godtatt: Kick-off",
        "Accepterat: Kick-off",
        "Hyväksytty: Kick-off",
        "Zaakceptowano: Kick-off",
        "Přijato: Kick-off",
        "Elfogadva: Kick-off",
        "Принято: Kick-off",
        "已接受: Kick-off",
        "承諾済み: Kick-off",
        "수락됨: Kick-off",
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        "",
        "When: Tuesday 2 June 2026 10:00\nWhere: room Vauban",
        "Jess has accepted this invitation.",
    ],
)
def test_answers_to_invitations_are_calendar_notices(subject: str, body: str) -> None:
    assert read(subject, body).notice == "calendar"
