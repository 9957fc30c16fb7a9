"""How much of an untrusted file is taken on: the numbers in one table, and a deadline."""

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from plan.models import Frozen
from plan.thresholds import DEFAULTS
from tools.intake.errors import TooSlowError


class Limits(Frozen):
    """What one source may cost. A file beyond any of these is refused, never cut.

    Attributes:
        file_bytes: Size of the whole file.
        header_bytes: Size of one header block of a mail.
        line_bytes: Length of a header that names one thing: a From with one address, a
            Message-ID. RFC 5322 allows 998 characters a line.
        nesting: Depth of a mail's parts within parts.
        parts: Count of a mail's parts, all depths together.
        seconds: Time for reading it. 5 s are promised; the rest is for starting up and for
            the one step under way when the deadline passes.
        lines: Count of a transcript's lines.
        cues: Count of a transcript's pieces before they are joined into turns.
        json_containers: Count of objects and lists in a JSON export, taken before it is parsed.
        turns: Count of turns or paragraphs; the longest day of talk has a tenth of it.
        speaker_chars: Length of a speaker's label.
        unlabelled_pause: Seconds of silence after which words of nobody in particular begin a
            new turn.
    """

    file_bytes: int = DEFAULTS.file_bytes
    header_bytes: int = 64 * 1024
    line_bytes: int = 998
    nesting: int = 20
    parts: int = 200
    seconds: float = 4.0
    lines: int = 500_000
    cues: int = 125_000
    json_containers: int = 500_000
    turns: int = 50_000
    speaker_chars: int = 256
    unlabelled_pause: float = 2.0


Item = TypeVar("Item")
LIMITS = Limits()
_STRIDE = 1024


class Deadline:
    """A moment by which reading must be done. It starts to run when it is made.

    Args:
        seconds: How long it runs.
    """

    def __init__(self, seconds: float = LIMITS.seconds) -> None:
        self._until = monotonic() + seconds

    def check(self) -> None:
        """Pass while there is time.

        Raises:
            TooSlowError: The time is up.
        """
        if monotonic() > self._until:
            raise TooSlowError(
                "This file takes too long to read; export it again or split it into shorter ones."
            )

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """Pass `items` on, looking at the clock now and then.

        Raises:
            TooSlowError: The time is up.
        """
        for count, item in enumerate(items):
            if count % _STRIDE == 0:
                self.check()
            yield item
