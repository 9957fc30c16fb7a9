"""From a file's cues to pieces of speech: who says what, by voice tags or by labels."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tools.intake.limits import Deadline
from tools.intake.transcripts.badges import without_badges
from tools.intake.transcripts.captions import Caption
from tools.intake.transcripts.labels import cut, speakers
from tools.intake.transcripts.markup import Span, spans
from tools.intake.turns import Cue, folded


def speech(captions: Sequence[Caption], deadline: Deadline) -> tuple[Cue, ...]:
    """Say who speaks in each cue.

    Where any cue of the file names its speaker by a voice tag or by its identifier, labels in
    the words are words: `<v Jane>Note: ...` is no speaker called Note.

    Raises:
        TooSlowError: The deadline passed.
        TooLargeError: A name is longer than any name.
    """
    spoken = [
        (caption, tuple(spans("\n".join(caption.lines), deadline)))
        for caption in deadline.over(captions)
    ]
    if any(caption.named or any(span.voiced for span in said) for caption, said in spoken):
        return tuple(cue for part in deadline.over(spoken) for cue in _voiced(*part))
    plain = [(caption, "".join(span.text for span in said)) for caption, said in spoken]
    known = speakers(deadline.over(_openings(plain, deadline)), captions=True)
    return tuple(deadline.over(cue for part in plain for cue in _by_label(*part, known)))


def _voiced(caption: Caption, said: Sequence[Span]) -> Iterator[Cue]:
    for span in said:
        speaker = without_badges(span.speaker or caption.named or "") or None
        if span.voiced or folded(span.text):
            yield _cue(caption, speaker, span.text)


def _openings(spoken: Sequence[tuple[Caption, str]], deadline: Deadline) -> Iterator[str | None]:
    """The labels of cues' first lines; of further lines, those that recur.

    A further line may be wrapped speech that happens to break there, so one proves nothing.
    """
    further: Counter[str] = Counter()
    for _, text in spoken:
        first, *others = text.strip().split("\n")
        if first:
            opening = cut(first)
            yield opening.label if opening else None
        further.update(found.label for line in deadline.over(others) if (found := cut(line)))
    for label, count in further.items():
        yield from [label] * count if count > 1 else []


def _by_label(caption: Caption, text: str, known: frozenset[str]) -> Iterator[Cue]:
    """Cut a cue at the lines that a known speaker's label opens."""
    speaker: str | None = None
    words: list[str] = []
    for line in text.split("\n"):
        labelled = cut(line)
        if labelled and labelled.label in known:
            if words:
                yield _cue(caption, speaker, "\n".join(words))
            speaker, words = labelled.label, [labelled.words]
        else:
            words.append(line)
    yield _cue(caption, speaker, "\n".join(words))


def _cue(caption: Caption, speaker: str | None, text: str) -> Cue:
    timing = caption.timing
    return Cue(
        speaker=speaker,
        address=None,
        text=folded(text),
        start=timing.start if timing else None,
        end=timing.end if timing else None,
    )
