"""Words that HTML hides from people are not said, whatever hides them; their look-alikes are."""

import pytest

from tools.intake.mail import Mail, parse_mail

HEADER = "From: Jess Moretti <jess@bluegum.example>\nContent-Type: text/html; charset=utf-8"


def read(markup: str) -> Mail:
    return parse_mail(f"{HEADER}\n\n<h1>Before.</h1>{markup}<h1>After.</h1>".encode())


def said(markup: str) -> bool:
    """Whether the word between is said; what is around it is said in any case."""
    paragraphs = read(markup).paragraphs
    assert paragraphs[:: len(paragraphs) - 1] == ("Before.", "After.")
    assert len(paragraphs) == 2 or paragraphs[1] == "word"
    return len(paragraphs) > 2


HIDDEN_BOXES = [
    "display:none",
    "display:none!important;display:block",
    "display:block;display:NONE",
    "display:none;display:banana",
    r"d\69splay:n\6f ne",
    "/* a */display/* b */:/* c */none/* d */",
    "background:url(data:image/png;base64,AA;BB);display:none",
    "font-family:'a;b\\';c';display:none",
    "visibility:hidden",
    "visibility:collapse",
    "content-visibility:hidden",
    "mso-hide:all",
    "opacity:0",
    "opacity:0%",
    "opacity:.05",
    "filter:opacity(0)",
    "width:0;overflow:hidden",
    "height:0px;overflow:hidden",
    "height:1px;width:1px;overflow:hidden",
    "max-height:0;overflow:auto",
    "max-width:0;max-height:0;overflow:hidden",
    "height:calc(1px - 1px);overflow-y:hidden",
    "height:100px;max-height:0;overflow:clip",
    "position:absolute;left:-9999px",
    "position:absolute;top:-9999px",
    "position:fixed;top:-100vh;left:0",
    "position:absolute;right:9999px",
    "position:absolute;left:9999px",
    "position:absolute;bottom:9999px",
    "position:relative;left:-1000em",
    "position:absolute;inset:-9999px auto auto",
    "position:absolute;width:300px;left:-300px",
    "position:absolute;left:-99999999999999999999px",
    "position:absolute;left:calc(-1 * 9999px)",
    "margin-left:-9999px",
    "margin:-9999px 0 0 0",
    "text-indent:-9999px",
    "text-indent:-999em",
    "position:absolute;clip:rect(0,0,0,0)",
    "position:absolute;clip:rect(1px 1px 1px 1px)",
    "clip-path:inset(50%)",
    "clip-path:inset(50% 50% 50% 50% round 4px)",
    "clip-path:inset(100% 0 0 0)",
    "-webkit-clip-path:circle(0)",
    "clip-path:polygon(0 0, 0 0, 0 0)",
    "transform:scale(0)",
    "transform:rotate(3deg) scaleX(0)",
    "-webkit-transform:scale(0.01)",
    "transform:matrix(0, 0, 0, 0, 0, 0)",
    "transform:translateX(-9999px)",
    "transform:rotateY(90deg)",
    "translate:-9999px",
    "scale:0",
    "zoom:.01",
]
HIDDEN_LETTERS = [
    "font-size:0",
    "font-size:1px",
    "font-size:1.5pt",
    "font-size:.05em",
    "font-size:1%",
    "font-size:calc(2px / 2)",
    "font-size:0;font-size:large banana",
    "font:0/0 a",
    "font:italic 700 1px/20px Arial, sans-serif",
    "letter-spacing:-1em",
]
HIDDEN_COLOURS = [
    "color:#ffffff;background-color:#fff",
    "color:#fff",
    "color:ffffff",
    "color:white",
    "color:ivory",
    "color:#eee",
    "color:transparent",
    "color:#12345600",
    "color:rgba(0,0,0,0)",
    "color:rgb(0 0 0 / 3%)",
    "color:rgb(100%,100%,100%)",
    "color:hsl(0, 0%, 100%)",
    "color:hsla(120deg 100% 50% / 0)",
    "color:hwb(0 100% 0%)",
    "color:red;background:red",
    "color:#123;background:no-repeat #112233",
    "color:navy;background-color:rgb(0,0,128)",
    "background:black",
    "background:currentcolor",
    "color:#fff;background:linear-gradient(to right, #fff, #fefefe)",
    "color:white;background:transparent",
    "color:white;background:none",
    "color:white;background:rgba(0,0,0,.02)",
    "color:white;color:banana",
    "-webkit-text-fill-color:transparent",
    "-webkit-text-fill-color:white;color:black",
    "-webkit-background-clip:text;color:transparent;background-color:white",
    "color:black;opacity:.04",
]


@pytest.mark.parametrize("style", HIDDEN_BOXES + HIDDEN_LETTERS + HIDDEN_COLOURS)
def test_style_that_hides_words(style: str) -> None:
    quote = "&quot;" if '"' in style else '"'
    assert not said(f"<div style={quote}{style}{quote}>word</div>")
    assert not said(f'<div style="{style}"><p><b>word</b></p></div>')
    assert not said(f"<style>.x{{{style}}}</style><div class=x>word</div>")


@pytest.mark.parametrize(
    "style",
    [
        "display:block",
        "display:block!important;display:none",
        "display:none;display:block",
        "dis/**/play:none",
        "content:'display:none'",
        "background:url(x;display:none)",
        "visibility:visible",
        "opacity:.8",
        "opacity:1",
        "opacity:banana",
        "width:0",
        "height:0",
        "height:0;overflow:visible",
        "height:200px;overflow:hidden",
        "max-height:0;min-height:50px;overflow:hidden",
        "height:0%;overflow:hidden",
        "height:-1px;overflow:hidden",
        "height:0;padding-bottom:56.25%;overflow:hidden",
        "overflow:hidden",
        "max-width:none;max-height:none;overflow:hidden",
        "left:-9999px",
        "position:static;top:-9999px",
        "position:absolute;left:0;right:-9999px",
        "position:absolute;left:50%;transform:translate(-50%,-50%)",
        "position:absolute;top:12000px",
        "position:absolute;left:-40px;width:600px",
        "margin:0 -9999px;padding:0 9999px",
        "margin-left:-20px",
        "margin-bottom:-9999px;padding-bottom:9999px",
        "text-indent:-18pt",
        "text-indent:2em",
        "clip:rect(0,0,0,0)",
        "position:absolute;clip:rect(0,200px,100px,0)",
        "position:absolute;clip:rect(auto,auto,auto,auto)",
        "clip-path:inset(10%)",
        "clip-path:none",
        "clip-path:circle(50%)",
        "clip-path:polygon(0 0, 100% 0, 100% 100%, 0 100%)",
        "transform:scale(1)",
        "transform:scale(-1, 1)",
        "transform:rotate(90deg)",
        "transform:none",
        "zoom:1",
        "zoom:0",
        "font-size:3px",
        "font-size:.8em",
        "font-size:smaller",
        "font-size:0;font-size:14px",
        "font:12px/0 Arial",
        "font:0",
        "line-height:0",
        "letter-spacing:-.5px",
        "color:#333",
        "color:#ddd",
        "color:red;background:green",
        "color:#fff;background:#000",
        "color:#fff;background:#0078d4 url(x.png) no-repeat",
        "color:#fff;background:url(x.png)",
        "color:#fff;background-image:linear-gradient(#036, #069)",
        "color:#fff;background-color:rgba(0,0,0,.8)",
        "color:#fffff",
        "color:oklch(0.5 0.1 200)",
        "color:white;color:#333",
        "color:transparent;background:linear-gradient(red,blue);-webkit-background-clip:text",
        "background:white;color:black",
        "background:#eee",
        "mso-hide:none",
        "}display:none",
    ],
)
def test_style_that_only_looks_like_it(style: str) -> None:
    assert said(f'<div style="{style}">word</div>')


@pytest.mark.parametrize(
    "markup",
    [
        "<p hidden>word</p>",
        "<p hidden=until-found>word</p>",
        "<dialog>word</dialog>",
        "<datalist><option>word</datalist>",
        "<canvas>word</canvas>",
        "<template>word</template>",
        "<template><template>no</template>word</template>",
        "<template><td>word</td></div></template>",
        "<title>word</title>",
        "<style></style-x>word</style>",
        "<script>'</scripted>word'</script>",
        "<!-- word -->",
        "<!--[if mso]><p>word</p><![endif]-->",
        "</ word>",
        "<? word ?>",
        '</p title="> word">',
        '<font color="ffffff">word</font>',
        '<font color="#FFF">word</font>',
        '<font color="White"><span>word</span></font>',
        '<table bgcolor="#000000"><tr><td>word</td></tr></table>',
        '<table bgcolor=navy><tr><td style="color:navy">word</td></tr></table>',
        '<div style="background:#036"><div><p style="color:#003366">word</p></div></div>',
        '<div style="font-size:1px"><p style="font-size:100%">word</p></div>',
        '<div style="font-size:4px"><p style="font-size:.4em">word</p></div>',
        '<div style="opacity:.2"><p style="opacity:.2">word</p></div>',
        '<div style="opacity:0"><p style="opacity:1">word</p></div>',
        '<div style="display:none"><p style="display:block;visibility:visible">word</p></div>',
        '<div style="text-indent:-9999px"><p>word</p></div>',
        '<span style="display:inline-block;width:0;overflow:hidden">word</span>',
        '<span style="position:absolute;height:1px;overflow:hidden">word</span>',
        '<span style="float:left;width:0;overflow:hidden">word</span>',
        '<a style="color:white">word</a>',
        '<a href="x" style="color:white">word</a>',
        '<a href="x"><font color="white">word</font></a>',
        '<p><b style="display:none">no</p><p>word</b></p>',
        '<p><font color="white">no</p><div>word</font></div>',
        "<p style='&#100;isplay:none'>word</p>",
        '<p STYLE="Display:None">word</p>',
        "<p style=display:none>word</p>",
        '<p style="display:none" style="display:block">word</p>',
        '<div style="display:none"/>word</div>',
    ],
)
def test_markup_that_hides_words(markup: str) -> None:
    assert not said(markup)


@pytest.mark.parametrize(
    "markup",
    [
        '<p hidden style="display:block">word</p>',
        "<dialog open>word</dialog>",
        "<noscript>word</noscript>",
        "<details><summary>word</summary></details>",
        '<span style="width:0;height:0;overflow:hidden">word</span>',
        '<span style="transform:scale(0)">word</span>',
        '<td style="width:0;overflow:hidden">word</td>',
        '<table style="height:0;overflow:hidden"><tr><td height=0>word</td></tr></table>',
        '<td style="max-width:0;overflow:hidden;text-overflow:ellipsis">word</td>',
        '<table bgcolor="#000"><tr><td><font color="#fff">word</font></td></tr></table>',
        '<table bgcolor="#000000"><tr><td bgcolor=white>word</td></tr></table>',
        '<table background="x.png"><tr><td style="color:#fff">word</td></tr></table>',
        '<div style="background:#111"><div><p style="color:#f5f5f5">word</p></div></div>',
        '<div style="color:white"><p style="background:#222">word</p></div>',
        '<div style="color:white"><a href="x">word</a></div>',
        '<a href="x" style="background:#0078d4;color:#ffffff;padding:8px">word</a>',
        '<div style="background:#000"><a href="x" style="color:#fff"><span>word</span></a></div>',
        '<div style="color:transparent"><p style="color:#333">word</p></div>',
        '<div style="font-size:0"><p style="font-size:14px">word</p></div>',
        '<div style="font-size:0"><p style="font-size:1rem">word</p></div>',
        '<div style="visibility:hidden"><p style="visibility:visible">word</p></div>',
        '<div style="text-indent:-9999px"><p style="text-indent:0">word</p></div>',
        '<font color="white"><p><font color="#333">word</font></p></font>',
        '<font color="">word</font>',
        '<b style="display:none"><p>no</b>word</p>',
        '<p><b style="display:none">no</p></b><p>word</p>',
        '<table><tr><td><font color="white">no</td><td>word</td></tr></table>',
        '<p style="display:none">no<div>word</div>',
        '<p style="display:none"></p>word',
        "<!-->word<!-- -->",
        "<!-- no --!>word<!-- -->",
        "<xml></xml>word",
        '<span style="text-indent:-9999px">word</span>',
        '<p><font color="white">no</p><table><tr><td>word</td></tr></table></font>',
        '<head style="display:none">word</head>',
        '<a style="color:white">no<a>word</a>',
        "<style>.x{display:none}</style><p class=x>no</p><p>word</p>",
        '<p title="display:none" data-style="display:none">word</p>',
        '<p class="hidden invisible d-none">word</p>',
    ],
)
def test_markup_that_only_looks_like_it(markup: str) -> None:
    assert said(markup)


@pytest.mark.parametrize(
    "sheet",
    [
        ".x{display:none}",
        ".X{display:none}",
        "<!-- .x{display:none} -->",
        "/* a */.x/* b */{/* c */display:none}",
        ".x{display:none",
        "p{display:none}",
        "#i{display:none}",
        "p.x.y{display:none}",
        "h2, .x, h3{display:none}",
        "body .x{display:none}",
        "html>body p{display:none}",
        "div .x{display:none}",
        "body > div > .x{display:none}",
        "div.o p{display:none}",
        ".o *{color:#fff}",
        "[data-x]{display:none}",
        "p[data-x='hide me']{display:none}",
        "p[class^=x]{display:none}",
        "p:not(.z){display:none}",
        r".\78{display:none}",
        "@media screen{.x{display:none}}",
        "@media all and (min-width:1px){.x{display:none}}",
        "@media (max-width:600px){.x{display:block}}.x{display:none}",
        "@media (max-width:600px){.x{display:block!important}}@media screen{.x{display:none}}",
        "@supports (display:grid){@media screen{.x{display:none}}}",
        "@layer a{.x{display:none}}",
        "@import url(x;y.css);@charset 'a';.x{display:none}",
        "@font-face{font-family:x;src:url(data:font/woff;base64,AA})}.x{display:none}",
        ".x{display:block}.x{display:none}",
        ".x{display:none}p{display:block}",
        "#i{display:none}.x.y{display:block}",
        ".x{display:none!important}#i{display:block}",
        "p{color:#333}.x{color:white}",
        ".o{display:none}",
        ".o{background:#036}.x{color:#036}",
        ".b::before{content:'}'}.x{display:none}",
        ".x{color:red;;;display:none}",
    ],
)
def test_style_sheets_that_hide_words(sheet: str) -> None:
    words = '<div class=o><p id=i class="x y" data-x="hide me">word</p></div>'
    assert not said(f"<style>{sheet}</style>{words}")
    assert not said(f"{words}<style type='text/css'>{sheet}</style>")


@pytest.mark.parametrize(
    "sheet",
    [
        ".z{display:none}",
        "p.x.z{display:none}",
        "p > .x{display:none}",
        "div > body .x{display:none}",
        ".x .x{display:none}",
        ".x:hover{display:none}",
        ".x::before{display:none}",
        "u + .o .x{display:none}",
        "h1 ~ .o{display:none}",
        "div + .x{display:none}",
        "p:not(.x){display:none}",
        "[data-y]{display:none}",
        "p[data-x=hide]{display:none}",
        "@media print{.x{display:none}}",
        "@media (max-width:600px){.x{display:none!important}}",
        "@media (prefers-color-scheme:dark){.x{color:#fff}}",
        "@media not all{.x{display:none}}",
        "@media screen and (max-device-width:480px), print{.x{display:none}}",
        "@media (width<600px){.x{display:none}}",
        "@supports not (display:grid){.x{display:none}}",
        "@font-face{.x{display:none}}",
        "@keyframes a{from{opacity:0}}",
        ".x{display:none}.x{display:block}",
        ".x{display:none}#i{display:block}",
        "p.x{display:block}p{display:none}",
        ".x{display:none}.x.y{display:block!important}",
        ".x{display:none!important}.x.y{display:block!important}",
        "/* .x{display:none} */",
        "/* .x{display:none}",
        "a;.x{display:none}",
        "}.x{display:none}",
        "@media print{.a{b:c}}}.x{display:none}",
        ".z{.x{display:none}}",
        ".x{color:white}.o{background:#000}",
        ".o{color:white}.x{color:#000}",
    ],
)
def test_style_sheets_that_do_not(sheet: str) -> None:
    words = '<div class=o><p id=i class="x y" data-x="hide me">word</p></div>'
    assert said(f"<style>{sheet}</style>{words}")


@pytest.mark.parametrize(
    "markup",
    [
        "<style media=print>p{display:none}</style><p>word</p>",
        "<style type=text/x>p{display:none}</style><p>word</p>",
        "<!-- <style>p{display:none}</style> --><p>word</p>",
        "<!--[if mso]><style>p{display:none}</style><![endif]--><p>word</p>",
        '<img alt="<style>p{display:none}</style>"><p>word</p>',
        "<template><style>p{display:none}</style></template><p>word</p>",
        '<style>.x{display:none}</style><p class=x style="display:block">word</p>',
        "<style>p{display:none!important}</style><p style='display:block!important'>word</p>",
    ],
)
def test_style_sheets_that_are_none_or_are_overruled(markup: str) -> None:
    assert said(markup)


def test_an_own_style_does_not_overrule_an_important_rule() -> None:
    sheet = "<style>.x{display:none!important}</style>"
    assert not said(f'{sheet}<p class=x style="display:block">word</p>')


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        ('<body style="background:#000;color:#fff"><p>word</p>', ("word",)),
        ("<body bgcolor=black text=white><p>word</p>", ("word",)),
        ("<style>body{background:#222;color:#eee}</style><p>word</p>", ("word",)),
        ("<html><style>body{color:#fff}</style><body><p>word</p>", ()),
        ("<body bgcolor=black><p>word</p>", ()),
        ("<style>html{font-size:0}</style>word", ()),
        ('<html style="display:none"><body style="display:block"><p>word</p>', ()),
        ('<body style="display:none"><body style="display:block">word', ()),
        ('<div style="display:none"><body>word</body></div>', ()),
        ("<style>body{font-size:25%}</style><body><p>word</p></body>", ("word",)),
        ("<head>word</head>", ("word",)),
    ],
)
def test_the_page_itself_has_a_look(page: str, paragraphs: tuple[str, ...]) -> None:
    assert parse_mail(f"{HEADER}\n\n{page}".encode()).paragraphs == paragraphs


def test_a_preheader_is_not_said() -> None:
    mail = parse_mail(
        f"{HEADER}\n\n<html><head><style>.preheader{{display:none!important;visibility:hidden;"
        "opacity:0;color:transparent;height:0;width:0}}</style></head><body><span "
        'class="preheader">Your plan for May is here.&zwnj;&nbsp;&zwnj;</span>'
        "<table><tr><td>Dear Toby, we start on 2 June.</td></tr></table></body></html>".encode()
    )
    assert mail.paragraphs == ("Dear Toby, we start on 2 June.",)
