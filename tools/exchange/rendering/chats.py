"""A chat as text, a line for each message, as meeting programs save it."""

from plan.sources import Source


def chat(source: Source) -> str:
    """The text of a chat; the time on each line only shows that it is one."""
    time = f"{source.occurred_at:%H:%M:%S}"
    return "".join(f"{time} From {one.speaker} to Everyone: {one.text}\n" for one in source.turns)
