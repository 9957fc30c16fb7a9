"""Sentences that state nothing about a deal, by how they begin; a language is added here.

They need no citation, so they may bring nothing along: no day, figure or quotation that the user
did not say, and no name that the deals do not know.
"""

import re
from collections.abc import Sequence

from agent.answers.answer import UNKNOWN
from agent.answers.dossier import Dossier
from agent.chat.model.called import title_of
from agent.chat.model.citing.quoting import quotations
from agent.writers.model.checks.phrases import CAPITALS
from agent.writers.model.folding import run, spelled, words
from plan.models import COLLECTIONS

_LONGEST = 240
_DIGITS = re.compile(r"\d+")


def _listed(*tables: str) -> tuple[str, ...]:
    return tuple(f" {one.strip()} " for table in tables for one in table.split("|"))


_ADMITS = (
    run(UNKNOWN),
    *_listed(
        "nothing in this deal says|nothing in this deal tells|nothing in this deal shows",
        "nothing in these deals says|nothing in these deals tells|nothing in the deals says",
        "nichts in diesem deal sagt|in diesem deal sagt das nichts|in diesem deal sagt nichts",
        "in diesem deal steht nichts dazu|in diesem deal steht dazu nichts",
        "rien dans ce deal ne le dit|rien dans cette affaire ne le dit|rien dans ce deal ne dit",
        "nada en este deal lo dice|nada en este acuerdo lo dice|nada en esta operación lo dice",
        "nulla in questo deal lo dice|niente in questo deal lo dice",
        "nada neste deal o diz|nada neste negócio o diz|niets in deze deal zegt",
        "inget i den här affären säger|intet i denne handel siger",
        "ingenting i denne avtalen sier|nic w tej transakcji tego nie mówi",
        "nic v tomto obchodu to neříká",
    ),
)
"""How an answer admits that nothing tells: with a verb of saying, lest it says that all is well."""
_POLITE = _listed(
    "hello|hi|good morning|thanks|thank you|you're welcome|you are welcome|my pleasure",
    "hallo|guten morgen|danke|gern geschehen|bonjour|merci|de rien|hola|gracias|de nada",
    "ciao|grazie|prego|olá|obrigado|obrigada|graag gedaan|dank je|tack|tak|takk",
    "i answer questions about deals|i only answer questions about deals",
    "ich beantworte fragen zu deals|ich beantworte nur fragen zu deals",
)
_FAILED = _listed(
    "i could not look up|i took|ich konnte nicht nachsehen|ich habe das verstanden als"
)
"""What a tool could not tell, and what a name was taken for."""
_ASKS = _listed(
    "which|who|whom|do you mean|did you mean|welche|welchen|welcher|welches|wen|wer|meinst du",
    "meinen sie|quel|quelle|lequel|laquelle|qui|cuál|quién|a quién|quale|chi|qual|quem|welke",
    "wie|bedoel je|vilken|vem|hvilken|hvem|który|która|kogo|který|která|koho",
)
"""How a question back begins."""
_SHORT = 60
"""Characters of a greeting or thanks at most."""


def admits_nothing(text: str) -> bool:
    """Whether a sentence says that nothing tells."""
    return _begins(text, _ADMITS)


def states_nothing(text: str, dossiers: Sequence[Dossier], question: str) -> bool:
    """Whether a sentence may go without a citation: a question, or one of a few phrases.

    Args:
        text: The sentence.
        dossiers: The deals that are spoken of.
        question: The user's words.
    """
    polite = len(text) <= _SHORT and _begins(text, _POLITE)
    asks = text.endswith("?") and _begins(text, _ASKS)
    fitting = polite or asks or _begins(text, (*_ADMITS, *_FAILED))
    return fitting and len(text) <= _LONGEST and _brings_nothing(text, dossiers, question)


def _begins(text: str, phrases: Sequence[str]) -> bool:
    return run(text).startswith(tuple(phrases))


def _brings_nothing(text: str, dossiers: Sequence[Dossier], question: str) -> bool:
    phrases = (*_ADMITS, *_POLITE, *_FAILED, *_ASKS)
    known = {*words(" ".join((question, *phrases, *_known(dossiers)))), *CAPITALS}
    figures = set(_DIGITS.findall(text)) <= set(_DIGITS.findall(question))
    quoted = all(run(one.words) in run(question) for one in quotations(text))
    capitals = (one.group() for one in spelled(text)[1:] if one.group()[0].isupper())
    return figures and quoted and all({*words(one)} <= known for one in capitals)


def _known(dossiers: Sequence[Dossier]) -> list[str]:
    """Names and titles of all that the deals hold."""
    plans = [one.plan for one in dossiers]
    items = [one for plan in plans for entity in COLLECTIONS for one in plan.items(entity)]
    positions = [one.title or "" for plan in plans for one in plan.stakeholders]
    deals = [f"{plan.deal.name} {plan.deal.account} {plan.deal.seller}" for plan in plans]
    return [*map(title_of, items), *positions, *deals]
