"""Whatever is said and whatever is quoted: new words are kept, quoted ones are never evidence."""

from collections.abc import Callable
from html import escape

from hypothesis import given
from hypothesis import strategies as st

from tools.intake.mail import Mail, parse_mail


def words(first: str) -> st.SearchStrategy[str]:
    """Words that begin with a letter by which their origin is known afterwards."""
    return st.text("abeioustéüø", min_size=2, max_size=7).map(lambda rest: first + rest)


def sentences(first: str) -> st.SearchStrategy[str]:
    said = st.lists(words(first), min_size=3, max_size=25).map(" ".join)
    return st.builds(lambda text, end: text + end, said, st.sampled_from([".", "?", "!", " 2026."]))


NEW = st.lists(sentences("n"), min_size=1, max_size=5)
OLD = st.lists(sentences("q"), min_size=1, max_size=5)

Quoting = Callable[[list[str]], str]


def marked(paragraphs: list[str], mark: str = "> ") -> str:
    return "\n".join(f"{mark}{line}" for line in "\n\n".join(paragraphs).split("\n"))


PLAIN_QUOTING: list[Quoting] = [
    marked,
    lambda old: marked(old, ">>"),
    lambda old: f"On Tue, 12 May 2026 at 21:47, Q <q@q.example> wrote:\n\n{marked(old)}",
    lambda old: f"Am 12.05.26 um 21:47 schrieb Q:\n{marked(old)}",
    lambda old: (
        "El mar, 12 may 2026 a las 21:47, Q (<q@q.example>) escribió:\n\n" + "\n\n".join(old)
    ),
    lambda old: (
        "From: Q\nSent: Tuesday, 12 May 2026 21:47\nTo: N\nSubject: q\n\n" + "\n\n".join(old)
    ),
    lambda old: (
        "________________________________\nDe : Q\nEnvoyé : 12 mai 2026\nÀ : N\nObjet : q\n\n"
        + "\n\n".join(old)
    ),
    lambda old: "-----Ursprüngliche Nachricht-----\n\n" + "\n\n".join(old),
    lambda old: "Begin forwarded message:\n\n" + marked(old),
]
HTML_QUOTING: list[Quoting] = [
    lambda old: f"<blockquote>{'<br>'.join(old)}</blockquote>",
    lambda old: f"<div class='yahoo_quoted'>{''.join(f'<div>{q}</div>' for q in old)}</div>",
    lambda old: f"<div id=appendonsend></div><p>{'</p><p>'.join(old)}</p>",
    lambda old: (
        "<div class=gmail_quote><div class=gmail_attr>Q:</div><blockquote class=gmail_quote>"
        f"{'<div>'.join(old)}</blockquote></div>"
    ),
    lambda old: "<div style='border:none;border-top:solid #E1E1E1 1.0pt'>Q</div>" + "<p>".join(old),
]


def check(mail: Mail, new: list[str], old: list[str]) -> None:
    assert " ".join(mail.paragraphs).split() == " ".join(new).split()
    shown = " ".join(mail.quoted).replace(">", " ").split()
    assert all(word in shown for paragraph in old for word in paragraph.split())


def plain(body: str) -> Mail:
    header = "From: Z Zed <z@z.example>\nContent-Type: text/plain; charset=utf-8\n\n"
    return parse_mail((header + body).encode())


@given(NEW, OLD, st.sampled_from(PLAIN_QUOTING))
def test_new_words_above_quoted_text_are_kept(
    new: list[str], old: list[str], quoting: Quoting
) -> None:
    check(plain("\n\n".join(new) + "\n\n" + quoting(old) + "\n"), new, old)


@given(st.lists(st.tuples(sentences("n"), sentences("q")), min_size=1, max_size=6))
def test_answers_between_marked_lines_are_kept(pairs: list[tuple[str, str]]) -> None:
    body = "\n\n".join(f"> {old}\n\n{new}" for new, old in pairs)
    check(plain(body), [new for new, _ in pairs], [old for _, old in pairs])


@given(NEW, OLD, st.sampled_from(HTML_QUOTING))
def test_new_words_above_quoted_elements_are_kept(
    new: list[str], old: list[str], quoting: Quoting
) -> None:
    header = "From: Z Zed <z@z.example>\nContent-Type: text/html; charset=utf-8\n\n"
    body = "".join(f"<p>{escape(text)}</p>" for text in new) + quoting(old)
    check(parse_mail((header + body).encode()), new, old)


@given(
    NEW, st.sampled_from(["Kind regards,\nZ", "-- \nZ Zed", "LG\nZed", "Sent from my iPhone", "Z"])
)
def test_words_above_a_signature_are_kept(new: list[str], signature: str) -> None:
    check(plain("\n\n".join(new) + f"\n\n{signature}\n"), new, [])


@given(NEW, st.integers(20, 78))
def test_wrapped_words_are_kept_in_one_paragraph(new: list[str], width: int) -> None:
    mail = plain("\n\n".join(wrapped(text, width) for text in new))
    assert mail.paragraphs == tuple(" ".join(text.split()) for text in new)


def wrapped(text: str, width: int) -> str:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)
