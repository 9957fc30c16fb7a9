"""Plain text whose soft line ends are marked by a trailing blank (format=flowed, RFC 3676)."""

from collections.abc import Iterable, Iterator

from tools.intake.mail.lines import Line, cut

_SIGNATURE = "-- "


def flowed(text: str, *, delete_blank: bool) -> tuple[Line, ...]:
    """Cut flowed text into lines, soft line ends joined within one depth of quoting.

    Args:
        text: The body.
        delete_blank: DelSp=yes: the blank at a soft line end is not part of the words.

    Raises:
        TooLargeError: There are more lines or characters than any mail has.
    """
    return tuple(_joined(map(_unstuffed, cut(text)), delete_blank=delete_blank))


def _unstuffed(raw: str) -> Line:
    text = raw.lstrip(">")
    return Line(text.removeprefix(" "), len(raw) - len(text))


def _joined(lines: Iterable[Line], *, delete_blank: bool) -> Iterator[Line]:
    held: list[str] = []
    depth = 0
    for line in lines:
        if held and (line.depth != depth or line.text == _SIGNATURE):
            yield Line("".join(held), depth)
            held = []
        depth = line.depth
        soft = line.text.endswith(" ") and line.text != _SIGNATURE
        held.append(line.text[:-1] if soft and delete_blank else line.text)
        if not soft:
            yield Line("".join(held), depth)
            held = []
    if held:
        yield Line("".join(held), depth)
