import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.intake import MalformedError, UnsupportedError
from tools.intake.decoding import decoded, unmarked

TEXTS = {
    "cp1252": "Jürgen Groß: Schön – „ja“.\nSolène: Ça marche, déjà prêt.\n",
    "latin-1": "Øyvind: Én er tilbake. Den andre på mandag.\n",
    "cp1250": "Piotr Zieliński: Dzień dobry, wyślę umowę w piątek.\n",
    "cp1254": "Ay\u015fe: Sözle\u015fmeyi cuma günü gönderece\u011fiz.\n",
    "mac_roman": "Jürgen: Wir schicken den Vertrag, natürlich. Schöne Grüße\n",
    "cp1251": "Борис: Пришлём договор в пятницу.\n",
    "cp932": "田中: 金曜日までに契約書を送ります。\n",
    "gb18030": "王伟: 我们星期五之前把合同发给你。\n",
}
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize("page", TEXTS)
def test_reads_what_older_programs_wrote(page: str) -> None:
    assert decoded(TEXTS[page].encode(page)) == TEXTS[page]


def test_text_without_latin_letters_is_not_taken_for_italian() -> None:
    text = "Нина: там туман, минута.\n" * 3
    assert decoded(text.encode("cp1251")) == text


@pytest.mark.parametrize("encoding", MARKS)
@given(text=st.text(alphabet=st.characters(codec="utf-8", min_codepoint=1), max_size=20))
def test_marked_text_becomes_utf8(encoding: str, text: str) -> None:
    assert unmarked(MARKS[encoding] + text.encode(encoding)) == text.encode()


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "P", "Zs"]), max_size=50))
def test_utf8_is_utf8(text: str) -> None:
    assert decoded(text.encode()) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"text\x00text", "NUL bytes"),
        ("text without a mark".encode("utf-16-le"), "UTF-16 without"),
        (b"\x01\x02\x03text", "binary"),
        (bytes(range(128, 256)) * 9, "binary data or text in an unknown"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UnsupportedError, match=message):
        decoded(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("Sol\u00e8ne: \u00e7a va, \u00e9".encode()[:-1], "cut off"),
        ("\u00e9".encode() * 50 + b"\xff" + "\u00e9".encode(), "damage at byte 100"),
    ],
)
def test_damaged_utf8_is_not_read_as_something_else(data: bytes, message: str) -> None:
    with pytest.raises(MalformedError, match=message):
        decoded(data)


def test_a_mark_that_lies_is_refused() -> None:
    with pytest.raises(MalformedError, match="UTF-16-LE"):
        unmarked(codecs.BOM_UTF16_LE + b"\x00\xd8")
