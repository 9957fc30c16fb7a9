"""The elements of HTML by how they are laid out and nested."""

from typing import Final

from tools.intake.mail.phrases import words

VOID: Final = words("area base br col embed hr img input link meta param source track wbr")
"""Elements that hold nothing."""

APART: Final = words("p ul ol li dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre table hr figure")
"""Elements that stand apart from what is around them by a blank line."""

BLOCK: Final = APART | words(
    "div tr tbody thead tfoot caption section article header footer main nav aside address center "
    "form fieldset body html"
)
"""Elements that stand on lines of their own."""

CELLS: Final = words("td th")
SCOPES: Final = CELLS | words("table caption template")
"""Elements out of which no end tag of something around them reaches."""

TABLE: Final = SCOPES | words("tr tbody thead tfoot")
IN_TABLES: Final = CELLS | words("table tr tbody thead tfoot")
"""Elements whose width and height are the least they have: they grow with what is in them."""

BOXES: Final = BLOCK | words(
    "details summary dialog dir figcaption hgroup legend li listing menu optgroup option plaintext "
    "search xmp button"
)
"""Elements that are boxes of their own; others are part of a line, where no size counts."""

NEVER_SHOWN: Final = words("template datalist canvas audio video noframes xml")
"""Elements in which nothing is seen, whatever style says."""

FORMATTING: Final = words("a b big code em font i nobr s small strike strong tt u")
"""Elements that go on after what they stand in has ended, until their own end tag."""
