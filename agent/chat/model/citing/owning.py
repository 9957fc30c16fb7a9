"""Whether a sentence that rests on nothing but somebody's words says that they are words.

What a source says is no fact of the plan: a sentence names whose words they are, or quotes them.
What speaks to software, and to nobody of the deal, can only be quoted.
"""

from collections.abc import Sequence

from agent.chat.model.citing.quoting import quotations, verbatim
from agent.chat.model.lines import Line
from agent.readers.embedded.words import listed
from agent.writers.model.folding import words
from plan.people import name_words

_SOMEBODY = listed(
    """
    he she they him her them someone somebody call email mail e-mail chat note er sie ihm ihr jemand
    anruf telefonat notiz il elle ils elles appel courriel él ella ellos llamada correo lui lei loro
    hij zij ze telefonata chiamata han hon hun
    """
)
"""Words that stand for whoever said something, or for where it was said."""


def owns_up(text: str, cited: Sequence[Line]) -> bool:
    """Whether a sentence tells words of sources as words.

    Args:
        text: The sentence.
        cited: The lines that it cites.
    """
    quoted = [one.words for one in quotations(text)]
    if not all(_is_quoted(one, quoted) for one in cited if one.to_software):
        return False
    if any(one.statement.basis != "said" for one in cited):
        return True
    speakers = frozenset().union(*(name_words(who) for one in cited for who in one.speakers))
    said = {*words(text)}
    return bool(quoted or said & _SOMEBODY or name_words(text) & speakers)


def _is_quoted(line: Line, quoted: Sequence[str]) -> bool:
    return any(verbatim(one, line.quotes) for one in quoted)
