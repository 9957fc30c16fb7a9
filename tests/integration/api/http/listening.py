"""Listening to server-sent events as they come."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from httpx2 import Response


class Heard(NamedTuple):
    """One event."""

    id: str
    event: str
    data: dict[str, Any]


def events(response: Response) -> Iterator[Heard]:
    """The events of an answer; comments are left out."""
    fields: dict[str, str] = {}
    for line in response.iter_lines():
        if line and not line.startswith(":"):
            name, _, value = line.partition(": ")
            fields[name] = value
        elif fields:
            yield Heard(fields["id"], fields["event"], json.loads(fields["data"]))
            fields = {}
