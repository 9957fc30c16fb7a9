"""Whether the lines that a sentence cites hold what it says: quotes, days, figures and names.

The checks are those of a model's drafts, with cited lines for facts. They cannot tell whether a
sentence follows from its lines; they tell whether it brings anything along that is not in them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from agent.answers.dossier import Dossier
from agent.chat.model.citing.cited import brief
from agent.chat.model.citing.denying import denies
from agent.chat.model.citing.owning import owns_up
from agent.chat.model.citing.quoting import quotations, verbatim, without_quotations
from agent.chat.model.lines import Line
from agent.writers.model.brief import Brief
from agent.writers.model.checks import Fault
from agent.writers.model.checks.days import days
from agent.writers.model.checks.figures import figures
from agent.writers.model.checks.marks import links, marks
from agent.writers.model.checks.names import UNKNOWN_NAME, names
from agent.writers.model.folding import words
from agent.writers.model.tongue import COMMON

Check = Callable[[str, Brief], Iterator[Fault]]

_CHECKS: tuple[Check, ...] = (marks, links, days, figures, names)
_NOT_QUOTED = "it quotes words that no cited line holds"
_DENIES = "it denies what a cited line says"
_NOT_OWNED = "it tells as a fact what are somebody's words"
_HAS_ID = "it holds an id"
_SHORT_ID = re.compile(r"\b[pmaoc]\d+\b")


def faults(
    text: str, cited: Sequence[Line], dossiers: Sequence[Dossier], around: str = ""
) -> tuple[Fault, ...]:
    """All that speaks against a sentence that rests on these lines.

    Args:
        text: The sentence.
        cited: The lines.
        dossiers: The deals that are spoken of.
        around: What stands around the sentence, by which its language is told.
    """
    said = [words for one in cited for words in (one.text, *one.quotes)]
    found = [
        Fault(_NOT_QUOTED, one.words) for one in quotations(text) if not verbatim(one.words, said)
    ]
    bare = without_quotations(text)
    if not owns_up(text, cited):
        found.append(Fault(_NOT_OWNED))
    if state := denies(bare, cited):
        found.append(Fault(_DENIES, state))
    about = brief(bare, cited, dossiers)
    found += [Fault(_HAS_ID, one) for one in _SHORT_ID.findall(bare) if one not in about.told]
    found += [one for check in _CHECKS for one in check(bare, about)]
    if _nouns_have_capitals(f"{text} {around}"):
        found = [one for one in found if one.what != UNKNOWN_NAME]
    return tuple(dict.fromkeys(found))


def _nouns_have_capitals(text: str) -> bool:
    """Whether a text is rather German than anything else, in which a capital tells no name."""
    said = Counter(words(text))
    counts = {name: sum(said[word] for word in common) for name, common in COMMON.items()}
    most = max(counts.values())
    return most > 0 and [name for name, count in counts.items() if count == most] == ["German"]
