"""Which parts are the mail's words, and how they travelled."""
# ruff: noqa: RUF001 - mails in other alphabets

import base64
import quopri

import pytest

from tools.intake.errors import UnsupportedError
from tools.intake.mail import Mail, parse_mail

SAID = "Désolé, la réunion du 2 juin est annulée – on signe le 9."


def single(body: bytes, kind: str, encoding: str = "8bit") -> Mail:
    header = (
        f"From: jess@bluegum.example\nContent-Type: {kind}\nContent-Transfer-Encoding: {encoding}"
    )
    return parse_mail(header.encode() + b"\n\n" + body)


def multi(kind: str, *parts: str) -> Mail:
    header = f'From: jess@bluegum.example\nContent-Type: multipart/{kind}; boundary="=_b"'
    body = "".join(f"--=_b\n{part}\n" for part in parts)
    return parse_mail(f"{header}\n\npreamble\n{body}--=_b--\nepilogue\n".encode())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(end: str) -> None:
    raw = f"From: jess@b.example\nSubject: pilot\n\nFirst\nparagraph.\n\n{SAID}\n".replace(
        "\n", end
    )
    mail = parse_mail(raw.encode())
    assert mail.subject == "pilot"
    assert mail.paragraphs == ("First paragraph.", SAID)


def test_a_byte_order_mark_and_a_mailbox_line_are_skipped() -> None:
    mailbox = b"\xef\xbb\xbfFrom jess@b.example Tue May 12 21:47:00 2026\n"
    mail = parse_mail(mailbox + b"From: jess@b.example\n\nHello.\n")
    assert mail.author is not None
    assert mail.paragraphs == ("Hello.",)


@pytest.mark.parametrize(
    "encode",
    [
        base64.encodebytes,
        lambda data: base64.encodebytes(data).rstrip(b"=\n"),
        lambda data: base64.b64encode(data) + b"\n====\n",
        lambda data: b"\n".join(base64.b64encode(part) for part in (data[:10], data[10:])),
        lambda data: b" " + base64.b64encode(data).replace(b"R", b"\tR!\n"),
    ],
    ids=["right", "no padding", "too much padding", "padding in the middle", "dirt"],
)
def test_base64_is_mended(encode: object) -> None:
    assert callable(encode)
    mail = single(encode(SAID.encode()), "text/plain; charset=utf-8", "base64")
    assert mail.paragraphs == (SAID,)


@pytest.mark.parametrize(
    "body",
    [
        quopri.encodestring(SAID.encode()),
        SAID.encode().replace("é".encode(), b"=c3=a9").replace(b"annul", b"an=\nnul"),
        SAID.encode().replace("é".encode(), b"=C3=A9").replace(b"annul", b"an=  \nnul"),
    ],
    ids=["right", "small letters", "blanks behind the soft line end"],
)
def test_quoted_printable_is_undone(body: bytes) -> None:
    assert single(body, "text/plain; charset=utf-8", "Quoted-Printable").paragraphs == (SAID,)


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("utf-8", "utf-8"),
        ('"UTF-8"', "utf-8"),
        ("utf8", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("us-ascii", "utf-8"),
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("unknown-8bit", "cp1252"),
        ("x-unknown", "utf-8"),
        ("no-such-charset", "cp1252"),
        ("", "cp1252"),
        ("utf-8", "cp1252"),
        ("utf-16", "utf-16"),
        ("gb2312", "utf-8"),
        ("unicode_escape", "utf-8"),
        ("base64", "utf-8"),
        ("punycode", "utf-8"),
    ],
)
def test_wrong_and_odd_charsets_are_seen_through(declared: str, real: str) -> None:
    assert single(SAID.encode(real), f"text/plain; charset={declared}").paragraphs == (SAID,)


@pytest.mark.parametrize(
    ("declared", "real", "said"),
    [
        ("iso-8859-2", "iso-8859-2", "Umowę podpiszemy w środę."),
        ("koi8-r", "koi8-r", "Договор подпишем в среду."),
        ("windows-1251", "cp1251", "Договор подпишем в среду."),
        ("x-unknown", "cp1251", "Договор подпишем в среду, так что встретимся раньше."),
        ("iso-2022-jp", "iso2022_jp", "契約書を送ります。"),
        ("shift_jis", "cp932", "契約書を送ります。①"),
        ("gb2312", "gb18030", "合同已签署，谢谢镕基。"),
        ("big5", "big5", "合約已簽署。"),
        ("ks_c_5601-1987", "cp949", "계약서를 보냅니다."),
        ("iso-8859-8-i", "iso-8859-8", "החוזה נחתם."),
        ("iso-8859-9", "cp1254", "Sözleşmeyi çarşamba imzalıyoruz."),
        ("windows-1253", "cp1253", "Υπογράφουμε την Τετάρτη."),
    ],
)
def test_other_alphabets_are_read(declared: str, real: str, said: str) -> None:
    assert single(said.encode(real), f"text/plain; charset={declared}").paragraphs == (said,)


@pytest.mark.parametrize("declared", ["utf-7", "UTF-7", "unicode-1-1-utf-7", "x-utf-7"])
def test_utf_7_is_refused(declared: str) -> None:
    with pytest.raises(UnsupportedError, match="UTF-7"):
        single(b"+ADw-b+AD4-", f"text/plain; charset={declared}")


def test_invisible_characters_are_taken_out_of_words() -> None:
    mail = single(
        "the 9\u200bth of Ju\u00adne,\u00a0\u202e285\ufeff".encode(), "text/plain; charset=utf-8"
    )
    assert mail.paragraphs == ("the 9th of June, 285",)


@pytest.mark.parametrize(
    ("kind", "body", "paragraphs"),
    [
        (
            "format=flowed",
            "One long \nparagraph \nhere.\n\nNext one.\n",
            ("One long paragraph here.", "Next one."),
        ),
        ("format=flowed; delsp=yes", "契約書を \n送ります。\n", ("契約書を送ります。",)),
        ("format=flowed", " >From a stuffed line\n", (">From a stuffed line",)),
        ("format=flowed", "Said. \n\n-- \nJess\n", ("Said.",)),
        ("format=flowed", "Said.\n> quoted \n> on\n>> deeper \nAnswer.\n", ("Said.", "Answer.")),
    ],
)
def test_flowed_text_is_joined_at_its_soft_line_ends(
    kind: str, body: str, paragraphs: tuple[str, ...]
) -> None:
    assert single(body.encode(), f"text/plain; charset=utf-8; {kind}").paragraphs == paragraphs


def test_of_alternatives_the_plain_text_is_read() -> None:
    mail = multi(
        "alternative",
        "Content-Type: text/plain\n\nPlain words.",
        "Content-Type: text/html\n\n<p>Words in HTML.</p>",
    )
    assert mail.paragraphs == ("Plain words.",)


@pytest.mark.parametrize(
    "stub",
    [
        "",
        "   \n\n",
        "This message needs HTML.",
        "Your e-mail program does not support HTML messages. View it at https://bluegum.example/m/1",
        "Dies ist eine HTML-Nachricht.",
    ],
)
def test_html_is_read_where_the_plain_text_is_a_stub(stub: str) -> None:
    mail = multi(
        "alternative",
        f"Content-Type: text/plain\n\n{stub}",
        "Content-Type: text/html\n\n<p>We sign on the 9th, and Kim leads the pilot from 2 June "
        "on, so "
        "please send the contract to Laurence.</p>",
    )
    assert mail.paragraphs[0].startswith("We sign on the 9th")


def test_a_short_answer_about_html_is_no_stub() -> None:
    mail = multi(
        "alternative",
        "Content-Type: text/plain\n\nThe HTML export works now.",
        "Content-Type: text/html\n\n<div>The HTML export works now.</div>",
    )
    assert mail.paragraphs == ("The HTML export works now.",)


def test_html_beside_its_pictures_is_read() -> None:
    mail = multi(
        "related",
        "Content-Type: text/html\n\n<p>We sign <img src=cid:1> on the 9th.</p>",
        "Content-Type: image/png\nContent-ID: <1>\nContent-Transfer-Encoding: base64\n\n"
        "iVBORw0KGgo=",
    )
    assert mail.paragraphs == ("We sign on the 9th.",)


def test_nested_alternatives_and_attachments() -> None:
    mail = multi(
        "mixed",
        'Content-Type: multipart/alternative; boundary="in"\n\n--in\nContent-Type: text/plain\n'
        "\nPlain.\n"
        '--in\nContent-Type: multipart/related; boundary="in2"\n\n--in2\nContent-Type: '
        "text/html\n\n"
        "<p>HTML.</p>\n--in2--\n--in--",
        'Content-Type: text/plain; name="minutes.txt"\nContent-Disposition: attachment\n\n'
        "Attached words.",
        'Content-Type: text/plain\nContent-Disposition: inline; filename="notes.txt"\n\n'
        "Attached notes.",
        "Content-Type: text/html\nContent-Disposition: attachment\n\n<p>Attached page.</p>",
        "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=",
    )
    assert mail.paragraphs == ("Plain.",)
    assert mail.quoted == ()


def test_text_around_a_picture_is_all_read() -> None:
    mail = multi(
        "mixed",
        "Content-Type: text/plain\n\nBefore the picture.",
        "Content-Type: image/png\nContent-Disposition: inline; filename=a.png\n\nx",
        "Content-Type: text/plain\n\nAfter the picture.",
    )
    assert mail.paragraphs == ("Before the picture.", "After the picture.")


def test_a_part_without_a_type_is_plain_text_and_preamble_and_epilogue_are_not_read() -> None:
    assert multi("mixed", "\nWords.").paragraphs == ("Words.",)


def test_a_part_whose_header_is_missing_is_text() -> None:
    assert multi("mixed", "Words without a header.").paragraphs == ("Words without a header.",)


def test_a_mail_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    mail = parse_mail(
        b'From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n'
        b"Content-Type: text/plain\n\nWords that"
    )
    assert mail.paragraphs == ("Words that",)


@pytest.mark.parametrize(
    "kind", ["multipart/mixed", 'multipart/mixed; boundary="never"', "text", ""]
)
def test_a_body_without_the_parts_it_promises_is_text(kind: str) -> None:
    mail = parse_mail(f"From: a@b.example\nContent-Type: {kind}\n\nWords.\n".encode())
    assert mail.paragraphs == ("Words.",)


def test_a_boundary_in_continued_parameters_is_found() -> None:
    mail = parse_mail(
        b'From: a@b.example\nContent-Type: multipart/mixed;\n boundary*0="ab";\n '
        b'boundary*1="cd"\n\n'
        b"--abcd\nContent-Type: text/plain; charset*=us-ascii'en'utf-8\n\nWords.\n--abcd--\n"
    )
    assert mail.paragraphs == ("Words.",)


def test_a_signed_mail_is_read() -> None:
    mail = multi(
        "signed",
        "Content-Type: text/plain\n\nWords.",
        "Content-Type: application/pgp-signature; name=s.asc\n\n-----BEGIN PGP SIGNATURE-----",
    )
    assert mail.paragraphs == ("Words.",)


@pytest.mark.parametrize(
    "kind",
    ['multipart/encrypted; boundary="b"', "application/pkcs7-mime; smime-type=enveloped-data"],
)
def test_an_encrypted_mail_is_refused(kind: str) -> None:
    with pytest.raises(UnsupportedError, match="encrypted"):
        parse_mail(
            f"From: a@b.example\nContent-Type: {kind}\n\n--b\nContent-Type: "
            f"application/pgp-encrypted\n\n"
            "Version: 1\n--b\nContent-Type: application/octet-stream\n\nhQEMA\n--b--\n".encode()
        )
