"""Who takes part in a JSON export, and who an item of it says is speaking."""

from collections.abc import Iterable, Iterator, Mapping

from plan.sources import Person
from tools.intake.transcripts.badges import without_badges
from tools.intake.turns import folded

# Where exports list people: Gong; Fireflies; others.
_LISTS = ("parties", "speakers", "meeting_attendees", "attendees", "participants")
_NAMES = ("name", "displayName", "display_name", "speaker_name", "full_name", "fullName")
_ADDRESSES = ("emailAddress", "email", "email_address", "speaker_email", "address")
_IDS = ("speakerId", "speaker_id", "id", "userId")
_SPEAKERS = (
    "speaker",
    "speaker_name",
    "speakerName",
    "speaker_label",
    "speakerLabel",
    "participant",
    "name",
    "author",
    "user",
)
_SPEAKER_IDS = ("speakerId", "speaker_id", "participantId", "participant_id")


class Parties:
    """The people an export lists, found by identifier or by name.

    Args:
        meta: The export's fields outside its list of speech.
    """

    def __init__(self, meta: Mapping[str, object]) -> None:
        listed = [entry for key in _LISTS for entry in _entries(meta.get(key))]
        self.people = _once(person for _, person in listed)
        self._by_id = {identifier: person for identifier, person in listed if identifier}
        self._addresses = {one.name: one.address for one in self.people if one.name and one.address}

    def speaker(self, item: Mapping[str, object]) -> Person:
        """Who speaks in an item; without name and address where it does not say.

        A speaker of whom only an identifier is known is called by it: two unknown people are
        not one.
        """
        said = next((one for key in _SPEAKERS if (one := _named(item.get(key)))), None)
        said = said or next((one for key in _SPEAKER_IDS if (one := _named(item.get(key)))), None)
        if said is None:
            return Person(address=_address(item))
        known = self._by_id.get(said.name or "", said)
        address = known.address or _address(item) or self._addresses.get(known.name or "")
        return Person(name=known.name or address, address=address)


def _once(people: Iterable[Person]) -> tuple[Person, ...]:
    """Everybody once: who stands elsewhere with both name and address needs no half an entry."""
    unique = tuple(dict.fromkeys(people))
    whole = [one for one in unique if one.name and one.address]
    known = {one.name for one in whole} | {one.address for one in whole}
    return tuple(
        one for one in unique if one in whole or known.isdisjoint({one.name or one.address})
    )


def _entries(listed: object) -> Iterator[tuple[str, Person]]:
    for entry in listed if isinstance(listed, list) else []:
        if isinstance(entry, str) and (text := folded(entry)):
            yield "", Person(address=text.lower()) if "@" in text else Person(name=text)
        elif isinstance(entry, dict):
            person = Person(name=_text(entry, _NAMES), address=_address(entry))
            if person.name or person.address:
                yield _text(entry, _IDS) or "", person


def _named(value: object) -> Person | None:
    """A speaker given as a name, a number, or an object with a name."""
    if isinstance(value, dict):
        name = _text(value, _NAMES) or _text(value, _IDS)
        return Person(name=name, address=_address(value)) if name else None
    name = _word(value)
    return Person(name=name) if name else None


def _text(fields: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    return next((word for key in keys if (word := _word(fields.get(key)))), None)


def _word(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return without_badges(str(value)) or None


def _address(fields: Mapping[str, object]) -> str | None:
    address = _text(fields, _ADDRESSES)
    return address.lower() if address and "@" in address else None
