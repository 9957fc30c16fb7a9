"""A call as a JSON export, which tells what captions cannot: addresses, a title, no times."""

import json

from plan.sources import Source, Turn
from tools.exchange.rendering.moments import local
from tools.exchange.rendering.people import people, speaker


def export(source: Source) -> str:
    """The JSON text of a call."""
    listed = {person: str(n) for n, person in enumerate(people(source), start=1)}
    content = {
        "title": source.title,
        "started": local(source).isoformat(),
        "participants": [
            {"id": number, "name": person.name, "email": person.address}
            for person, number in listed.items()
        ],
        "transcript": [
            {"speaker_id": listed.get(speaker(turn)), **_said(turn)} for turn in source.turns
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _said(turn: Turn) -> dict[str, object]:
    # Exports have entities in their texts, which are resolved once.
    said = {
        "text": turn.text.replace("&", "&amp;"),
        "start_seconds": turn.start,
        "end_seconds": turn.end,
    }
    return {key: value for key, value in said.items() if value is not None}
