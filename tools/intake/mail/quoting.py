"""How mail clients mark quoted history and signatures in their HTML: tables and a rule each."""

from enum import Enum, auto
from typing import Final

from tools.intake.mail.phrases import words
from tools.intake.mail.tags import Open


class Mark(Enum):
    """What an element says of the words in it."""

    NOTHING = auto()
    QUOTED = auto()
    ATTRIBUTION = auto()
    REST = auto()
    SIGNATURE = auto()


# Elements that hold quoted history: Yahoo, Proton, Tuta, Thunderbird, Outlook mobile, Zoho, QQ,
# Outlook for Mac, Roundcube.
_QUOTED_CLASSES: Final = words(
    "yahoo_quoted protonmail_quote tutanota_quote moz-cite-prefix moz-forward-container "
    "ms-outlook-mobile-reference-message zmail_extra"
)
_QUOTED_IDS: Final = words(
    "mail-editor-reference-message-container isreplycontent isforwardcontent "
    "olk_src_body_section reply-intro"
)
# Elements after which everything to the end is quoted: Outlook on the web, Zimbra.
_REST_IDS: Final = frozenset({"divrplyfwdmsg", "appendonsend", "zwchr"})
# The line that Outlook on the desktop draws above quoted history, by version.
_REST_STYLES: Final = ("border-top:solid#e1e1e1", "border-top:solid#b5c4df")
_SIGNATURE_CLASSES: Final = words(
    "gmail_signature gmail_signature_prefix moz-signature protonmail_signature_block"
)
_SIGNATURE_IDS: Final = frozenset(
    {"signature", "ms-outlook-mobile-signature", "applemailsignature"}
)


def mark(tag: Open) -> Mark:
    """Say what a start tag makes of the words in its element."""
    classes = set(tag.attributes.get("class", "").lower().split())
    identity = tag.attributes.get("id", "").lower()
    style = "".join(tag.attributes.get("style", "").lower().split())
    if identity in _REST_IDS or any(line in style for line in _REST_STYLES):
        return Mark.REST
    if "gmail_attr" in classes:
        return Mark.ATTRIBUTION
    if classes & _SIGNATURE_CLASSES or identity in _SIGNATURE_IDS:
        return Mark.SIGNATURE
    if classes & _QUOTED_CLASSES or identity in _QUOTED_IDS or _is_quotation(tag, classes, style):
        return Mark.QUOTED
    return Mark.NOTHING


def _is_quotation(tag: Open, classes: set[str], style: str) -> bool:
    """A blockquote, unless it is there for its indent, as the indent button of clients makes it."""
    if tag.name != "blockquote":
        return tag.attributes.get("name") == "messageReplySection"
    if "gmail_quote" in classes or tag.attributes.get("type", "").lower() == "cite":
        return True
    return "border:none" not in style or "border-left" in style
