"""HTML mail: what a person sees, what clients mark as quoted, what they hide."""

import pytest

from tools.intake.mail import Mail, parse_mail


def read(markup: str) -> Mail:
    header = "From: Jess Moretti <jess@bluegum.example>\nContent-Type: text/html; charset=utf-8"
    return parse_mail(f"{header}\n\n{markup}".encode())


def test_blocks_and_breaks_end_lines_and_blank_lines_part_paragraphs() -> None:
    mail = read(
        "<html><head><title>No</title><style>p {}</style></head><body><p>One <b>bold</b>\n "
        "word.</p>"
        "<p>Two<br>lines.</p><div>Three,</div><div>four.</div><div><br></div><div>Five.</div>"
        "<h2>Six</h2><script>no()</script>Seven &amp; a half &lt; eight.<!-- no --></body></html>"
    )
    assert mail.paragraphs == (
        "One bold word.",
        "Two lines.",
        "Three, four.",
        "Five.",
        "Six",
        "Seven & a half < eight.",
    )


def test_list_items_and_rows_stand_alone() -> None:
    mail = read(
        "<ul><li>First point<li>Second point<ul><li>Under it</ul></ul><ol><li><p>Third</p></li>"
        "</ol>"
        "<table><tr><td>Price</td><td>285</td></tr><tr><td>Staff<td>115</table>"
        "<p class=MsoListParagraph><![if !supportLists]><span>·<span>&nbsp; </span></span>"
        "<![endif]>Word's"
        " own</p>"
    )
    assert mail.paragraphs == (
        "First point",
        "Second point",
        "Under it",
        "Third",
        "Price 285 Staff 115",
        "\u00b7 Word's own",
    )


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">secret</div>',
        '<div style="DISPLAY : None !important">secret</div>',
        '<p style="visibility:hidden">secret</p>',
        '<span style="font-size:0">secret</span>',
        '<span style="font-size:0px;line-height:0">secret</span>',
        '<span style="font-size:1px">secret</span>',
        '<span style="color:#ffffff">secret</span>',
        '<span style="color:#FFF;background:white">secret</span>',
        '<font color="white">secret</font>',
        '<span style="color:rgb(255, 255, 255)">secret</span>',
        '<span style="color:rgb(254,254,254)">secret</span>',
        '<td bgcolor="#000000"><span style="color:black">secret</span></td>',
        '<div style="opacity:0">secret</div>',
        '<div style="max-height:0;overflow:hidden">secret</div>',
        '<div style="text-indent:-9999px">secret</div>',
        '<div style="color:transparent">secret</div>',
        "<p hidden>secret</p>",
        '<p hidden="hidden">secret<b>secret</b></p>',
        '<div style="display:none"><div style="display:block">secret</div></div>',
        "<!-- secret -->",
        "<!--[if mso]>secret<![endif]-->",
        "<script>secret</script>",
        "<style>secret</style>",
        "<title>secret</title>",
        "<template>secret</template>",
        '<input type="hidden" value="secret">',
        '<a title="secret" href="secret"></a><img alt="secret">',
    ],
)
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    assert read(f"<p>Before.</p>{hidden}<p>After.</p>").paragraphs == ("Before.", "After.")


@pytest.mark.parametrize(
    "shown",
    [
        '<span style="font-size:0.9em">word</span>',
        '<span style="font-size:10px;color:#333">word</span>',
        '<div style="font-size:0"><span style="font-size:14px">word</span></div>',
        '<div style="visibility:hidden"><b style="visibility:visible">word</b></div>',
        '<td style="background:#0078d4"><a style="color:#ffffff">word</a></td>',
        '<td bgcolor="#0078d4"><a style="color:white">word</a></td>',
        '<td style="background:url(x.png) #fff"><a style="color:white">word</a></td>',
        '<p style="color:#fffff">word</p>',
        '<p style="opacity:0.5;display:block;left:-1px">word</p>',
        '<p aria-hidden="true">word</p>',
        "<!--[if !mso]><!--><p>word</p><!--<![endif]-->",
        "<p><![if !mso]>word<![endif]></p>",
        '<p style="display:none">hidden<p>word',
        "<noscript>word</noscript>",
        "<xyz:foo>word</xyz:foo>",
    ],
)
def test_what_is_seen_is_read(shown: str) -> None:
    assert read(shown).paragraphs == ("word",)


QUOTED = {
    "Gmail": '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, 12 May 2026 at '
    "21:47, Toby "
    '&lt;toby@t.example&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 '
    '.8ex">'
    "<div>OLD</div></blockquote></div>",
    "Gmail in a language we do not know": '<div class="gmail_quote"><div class="gmail_attr">'
    "Toby pisal tako"
    '<br></div><blockquote class="gmail_quote">OLD</blockquote></div>',
    "Gmail forward": '<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded '
    "message ---------"
    "<br>From: Toby<br>Date: Tue<br>Subject: x<br>To: Jess<br></div><br><div>OLD</div></div>",
    "Apple Mail": '<div><br><blockquote type="cite"><div>On 12 May 2026, at 21:47, Toby '
    "wrote:</div><br>"
    "<div>OLD</div></blockquote></div>",
    "Outlook on the desktop": "<div style='border:none;border-top:solid #E1E1E1 "
    "1.0pt;padding:3.0pt 0cm 0cm "
    "0cm'><p class=MsoNormal><b>X:</b> Toby<br><b>Y:</b> today</p></div><p class=MsoNormal>OLD</p>",
    "Outlook for Mac": '<div style="border:none;border-top:solid #B5C4DF 1.0pt"><p><b>From: </b>'
    "Toby</p></div>"
    "<p>OLD</p>",
    "Outlook on the web": '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg" dir="ltr">'
    "<b>Von:</b> "
    "Toby<br></div><div>OLD</div>",
    "Outlook mobile": '<div id="mail-editor-reference-message-container"><div>OLD</div></div>',
    "Yahoo": '<div id="ydp" class="yahoo_quoted"><div>On Tuesday Toby wrote:</div><div>OLD</div>'
    "</div>",
    "Thunderbird": '<div class="moz-cite-prefix">Le 12 mai, Toby a dit :<br></div><blockquote '
    'type="cite" '
    'cite="mid:1">OLD</blockquote>',
    "Thunderbird forward": '<div class="moz-forward-container">-------- Forwarded Message '
    "--------<p>OLD</p></div>",
    "Proton": '<div class="protonmail_quote">On Tuesday Toby wrote:<blockquote type="cite">'
    "OLD</blockquote></div>",
    "Zimbra": '<hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>From: '
    "</b>Toby</div>OLD",
    "Spark": '<div name="messageReplySection">Toby said:<br>OLD</div>',
    "blockquote": "<blockquote>OLD</blockquote>",
    "marks": "<p>&gt; OLD</p>",
    "header block": "<p><b>Fra:</b> Toby<br><b>Sendt:</b> 12. maj<br><b>Til:</b> Jess<br><b>"
    "Emne:</b> Pilot</p><p>OLD</p>",
    "header block of paragraphs": "<p><b>Van:</b> Toby</p><p><b>Verzonden:</b> 12 mei</p><p><b>"
    "Aan:</b> Jess</p>"
    "<p><b>Onderwerp:</b> Pilot</p><p>OLD</p>",
}


@pytest.mark.parametrize("quoted", QUOTED.values(), ids=QUOTED)
def test_what_clients_mark_as_history_is_quoted(quoted: str) -> None:
    mail = read(f"<div>New words.</div>{quoted.replace('OLD', 'Old words, 310.')}")
    assert mail.paragraphs == ("New words.",)
    assert "Old words, 310." in "\n".join(mail.quoted)


def test_answers_between_blockquotes_are_new() -> None:
    mail = read(
        '<div class="gmail_quote"><div class="gmail_attr">On Tue, 12 May 2026 at 21:47, Toby '
        "wrote:</div>"
        '<blockquote class="gmail_quote">2 June?</blockquote><div>No, the 9th.</div>'
        '<blockquote class="gmail_quote">310?</blockquote><div>285.</div></div><p>Below the '
        "quote.</p>"
    )
    assert mail.paragraphs == ("No, the 9th.", "285.", "Below the quote.")
    assert mail.quoted[-1] == "310?"


def test_an_indent_is_no_quotation() -> None:
    mail = read(
        '<blockquote style="margin:0 0 0 40px;border:none;padding:0px">Indented.</blockquote>'
    )
    assert mail.paragraphs == ("Indented.",)


def test_nested_quotations_keep_their_marks_from_the_second_on() -> None:
    mail = read("<blockquote>Old.<blockquote>Older.</blockquote></blockquote>")
    assert mail.quoted[0].replace("\n\n", "\n") == "Old.\n>Older."


@pytest.mark.parametrize(
    "signature",
    [
        '<div class="gmail_signature" data-smartmail="gmail_signature">Jess<br>Bluegum</div>',
        '<div id="Signature"><p>jess moretti</p><p>we brew</p></div>',
        '<pre class="moz-signature">-- \nwe brew</pre>',
        '<div id="ms-outlook-mobile-signature">Get Outlook for iOS</div>',
    ],
)
def test_what_clients_mark_as_signature_goes(signature: str) -> None:
    mail = read(f"<div>New words.</div>{signature}<div>Below it.</div>")
    assert mail.paragraphs == ("New words.", "Below it.")


def test_prose_that_somebody_typed_into_the_signature_stays() -> None:
    mail = read(
        '<div class="gmail_signature">Jess Moretti<br>we will not sign before the audit is '
        "through on 9 June"
        "</div>"
    )
    assert mail.paragraphs == ("we will not sign before the audit is through on 9 June",)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>word",
        "word</p></div></body>",
        "<b><p>word</b></p>",
        "<div><table><tr><td>word</div></td></table>",
        "<p class='a>b'>word</p>",
        "<p a=\"x\" a='y' b=c d/>word",
        "<P STYLE=COLOR:RED>word</P>",
        "wo<!-->rd",
        "word<p",
        'word<p class="',
        "word<!--",
        "<?xml version='1.0'?><!DOCTYPE html>word",
        "&#119;ord",
        "&#x77;ord",
        "<pre>\nword\n</pre>",
    ],
)
def test_broken_markup_gives_its_words(markup: str) -> None:
    assert read(markup).paragraphs == ("word",)


def test_references_without_end_are_taken() -> None:
    assert read(f"word &#{'9' * 5000}; &bogus; &amp").paragraphs == ("word \ufffd &bogus; &",)
