"""Sentences that deny what the lines they cite say: "nothing is blocked" over a blocked step.

Of all that a sentence may turn round, these are the states for which it matters most, and which
words in a source may tell a model to deny. A state's words are told by how they begin.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from agent.chat.model.lines import Line
from agent.readers.embedded.words import listed
from agent.writers.model.folding import words

_NEGATIVE = listed(
    """
    no not none nothing nobody never neither nor without cannot isn't aren't wasn't doesn't don't
    kein keine keinen keiner keinem keines nicht nichts niemand nie ohne pas aucun aucune rien
    jamais sans ningún ninguna nada nadie nunca sin non nessun nessuna niente nulla nenhum nenhuma
    não sem geen niet niets inte ingen inget inga ingenting ikke intet żaden żadna nic nikt ne žádný
    """
)
_STATES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "blocked": ("block", "bloqu", "blocc", "geblokk", "blokk", "behinder", "hinder"),
        "risk": ("risk", "risik", "risqu", "riesg", "risch", "risco", "risic", "ryzyk", "rizik"),
        "overdue": ("overdue", "late", "überfällig", "verspätet", "retard", "atras", "ritard"),
        "silent": ("silent", "quiet", "still", "silenc", "schweig"),
    }
)
"""How words of a state begin, in several languages; a line's own words are English."""
_SPAN = 4
"""Words behind a negative one up to which it denies."""
_NONE = listed(
    "none keine kein aucun aucune ninguno ninguna nessuno nessuna nenhum geen inga ingen"
)
"""What denies behind the state's word, as in "blockers: none"."""


def denies(text: str, cited: Sequence[Line]) -> str | None:
    """The state that a sentence denies while a line it cites affirms it; None for none.

    Args:
        text: The sentence without its quotations.
        cited: The lines that it cites.
    """
    said = words(text)
    affirmed = [words(one.plain) for one in cited]
    for state, stems in _STATES.items():
        if _is_denied(said, stems) and any(_is_affirmed(told, stems) for told in affirmed):
            return state
    return None


def _is_denied(said: Sequence[str], stems: tuple[str, ...]) -> bool:
    places = [at for at, word in enumerate(said) if word.startswith(stems)]
    before = ({*said[max(0, at - _SPAN) : at]} & _NEGATIVE for at in places)
    behind = ({*said[at + 1 : at + 2]} & _NONE for at in places)
    return any((*before, *behind))


def _is_affirmed(told: Sequence[str], stems: tuple[str, ...]) -> bool:
    places = [at for at, word in enumerate(told) if word.startswith(stems)]
    return any(_NEGATIVE.isdisjoint(told[max(0, at - _SPAN) : at]) for at in places)
