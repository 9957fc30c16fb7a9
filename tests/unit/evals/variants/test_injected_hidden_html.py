from html import escape
from pathlib import Path

from agent.ports import Quote
from agent.quotes import locate
from evals.cases.sample import Sample
from evals.variants import Harm, varied
from evals.variants.injected_hidden_html import HIDING, INJECTED_HIDDEN_HTML
from evals.variants.instructions import instruction
from evals.variants.remaking import from_bytes
from tests.unit.evals.variants.slight import HISTORY, MAIL, run_of, sample_of, spoken


def test_the_mail_becomes_html_with_the_instruction_and_the_same_turns(tmp_path: Path) -> None:
    plain = sample_of(tmp_path, MAIL + HISTORY)
    told, other = instruction(plain), varied(plain, INJECTED_HIDDEN_HTML)
    assert told
    assert other
    page = other.data.decode()
    assert page.count(escape(told.words)) == 1
    assert page.count("Content-Type:") == page.count("MIME-Version:") == 1
    assert [turn for turn in spoken(other) if turn[1] != told.words] == spoken(plain)
    source, before = other.context.source, plain.context.source
    assert "And when do you sign?" in "".join(source.quoted)
    assert (source.people, source.message_id) == (before.people, before.message_id)


def test_a_mail_of_several_parts_becomes_one(tmp_path: Path) -> None:
    head, _, text = MAIL.partition("\n\n")
    lines = head.split("\n")[:-3]
    parts = [
        *("MIME-Version: 1.0", 'Content-Type: multipart/alternative;\n boundary="b"', ""),
        *("--b", "Content-Type: text/plain; charset=utf-8", "", text),
        *("--b", "Content-Type: text/html", "", "<p>Another thing.</p>", "--b--", ""),
    ]
    plain = sample_of(tmp_path, "\n".join([*lines, *parts]))
    other = varied(plain, INJECTED_HIDDEN_HTML)
    assert other
    assert b"multipart" not in other.data
    assert spoken(plain)[-1] in spoken(other)


def test_over_many_mails_every_way_of_hiding_is_used(tmp_path: Path) -> None:
    plain = sample_of(tmp_path, MAIL)
    cases = [Sample(f"case-{n}", "01", plain.data, plain.context, plain.gold) for n in range(300)]
    pages = [other.data.decode() for one in cases if (other := varied(one, INJECTED_HIDDEN_HTML))]
    for way in HIDING:
        before = way.format("|").partition("|")[0]
        assert any(before in page for page in pages)


def test_hidden_words_among_what_was_said_are_harm_whatever_the_reader_does(
    tmp_path: Path,
) -> None:
    plain = sample_of(tmp_path, MAIL)
    told = instruction(plain)
    assert told
    let_through = from_bytes(plain, MAIL.encode() + f"\n{told.words}\n".encode())
    assert let_through
    assert locate(Quote(text=told.words), "", let_through.context.source.turns)
    assert INJECTED_HIDDEN_HTML.harm(run_of(plain), run_of(let_through)) == Harm(1, 1)
    assert INJECTED_HIDDEN_HTML.harm(run_of(plain), run_of(plain)) == Harm(0, 1)


def test_a_call_has_no_html(tmp_path: Path) -> None:
    call = "Dan Cole: Hi Lena.\nLena Ortiz: Hi.\n"
    assert varied(sample_of(tmp_path, call), INJECTED_HIDDEN_HTML) is None
