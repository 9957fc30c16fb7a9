"""Whether somebody is spoken to by a name, or spoken of."""

from agent.readers.embedded.words import listed, plain

CLOSING = ",.?!;:…"
"""What follows a name that is set off."""
THANKS = listed("thanks you hi hello hey morning afternoon")
"""Words after which a name is that of somebody called, whatever follows: "thank you Anke for"."""
GREETINGS = listed("sorry okay ok yes yeah no so and well right please but good oh ah great bye")
"""Words between which and a pause a name is that of somebody called."""
LEADING = listed(
    """
    to with from by for of at and or is was about ask asked tell told say said like than as on in
    got get gets see saw know call called not only just even i'm it's im its am this that miss poor
    """
)
"""Words after which a name at the end of words without punctuation calls nobody."""


def is_called(text: str, start: int, end: int) -> bool:
    """Whether a name in a sentence calls somebody: set off, greeted, or at its bare end.

    Args:
        text: The sentence.
        start: Offset of the name.
        end: Offset after it.
    """
    before, after = text[:start].rstrip(" -–\"'“‘"), text[end:]
    last = plain(before).rpartition(" ")[2].strip(",.!")
    if last in THANKS:
        return True
    if not after or after[0] in CLOSING:
        return not before or before.endswith(",") or last in GREETINGS or _ends(after, last)
    return False


def _ends(after: str, last: str) -> bool:
    return not after and last not in LEADING
