"""A reader that reads as it is told to."""

from collections.abc import Mapping

from agent.ports import Context, Drafts


class ScriptedReader:
    """Fits `agent.ports.Reader`: answers with the drafts that its script has for each source.

    Each source is read once: a reading that the script does not have raises, and so does
    `assert_done` while the script has readings that were not asked for.
    """

    name = "scripted"
    prompt = ""

    def __init__(self, script: Mapping[str, Drafts]) -> None:
        self._left = dict(script)

    def read(self, context: Context) -> Drafts:
        """The drafts of this source."""
        assert context.source_id in self._left, f"{context.source_id} is not to be read."
        return self._left.pop(context.source_id)

    def assert_done(self) -> None:
        """Everything was read that was to be read."""
        assert not self._left, f"Nobody read {', '.join(self._left)}."
