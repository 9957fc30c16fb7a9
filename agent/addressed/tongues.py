"""How languages tell a reader to drop its orders, folded as `folding` does."""

from typing import NamedTuple


class Tongue(NamedTuple):
    """How a language tells a machine to drop its orders; each is a set of single words.

    Attributes:
        drop: Verbs that drop.
        yours: Words by which the orders are the reader's own.
        before: Words by which they are those given so far.
        orders: What is dropped.
    """

    drop: frozenset[str]
    yours: frozenset[str]
    before: frozenset[str]
    orders: frozenset[str]


def _tongue(drop: str, yours: str, before: str, orders: str) -> Tongue:
    return Tongue(*(frozenset(words.split()) for words in (drop, yours, before, orders)))


TONGUES = (
    _tongue(
        "ignore disregard forget override bypass neglect",
        "your system safety",
        "all any every previous prior earlier above preceding former existing original foregoing",
        "instructions instruction rules prompt prompts guidelines directions directives guidance "
        "programming constraints safeguards restrictions",
    ),
    _tongue(
        "ignoriere ignorier ignorieren vergiss vergesse vergessen missachte uberschreibe verwirf",
        "deine deiner dein deinen ihre",
        "alle aller vorherigen bisherigen vorigen fruheren obigen",
        "anweisungen anweisung instruktionen regeln vorgaben befehle richtlinien systemprompt",
    ),
    _tongue(
        "ignore ignorez ignorer oublie oubliez oublier neglige",
        "tes vos ton votre",
        "toutes tous precedentes precedents anterieures anterieurs",
        "instructions consignes regles directives",
    ),
    _tongue(
        "ignora ignore ignorad ignorar olvida olvide olvidar descarta",
        "tus sus vuestras",
        "todas todos anteriores previas previos",
        "instrucciones reglas indicaciones directrices",
    ),
    _tongue(
        "negeer negeren vergeet vergeten",
        "je jouw uw",
        "alle vorige eerdere voorgaande bovenstaande",
        "instructies regels aanwijzingen richtlijnen",
    ),
    _tongue(
        "ignora ignorate ignorare dimentica dimenticate scorda",
        "tue vostre sue",
        "tutte tutti precedenti",
        "istruzioni regole direttive indicazioni",
    ),
    _tongue(
        "ignore ignora ignorar esqueca esquece desconsidere",
        "tuas suas vossas",
        "todas todos anteriores previas",
        "instrucoes regras diretrizes",
    ),
    _tongue(
        "zignoruj ignoruj zapomnij pomin",
        "swoje twoje swoich twoich",
        "wszystkie wszystkich poprzednie poprzednich wczesniejsze",
        "polecenia polecen instrukcje instrukcji zasady zasad",
    ),
    _tongue(
        "ignorera ignorer glom glem bortse",
        "dina dine",
        "alla alle tidigare tidligere foregaende",
        "instruktioner instruksjoner instruktioner regler anvisningar anvisninger",
    ),
)
NO_ORDER = frozenset({"i", "we", "they", "he", "she", "not", "never", "don't", "didn't", "ich"})
"""Before the verb they make it no order."""
ELSEWHERE = frozenset(
    {
        "from",
        "on",
        "in",
        "about",
        "regarding",
        "for",
        "of",
        "concerning",
        "at",
        "by",
        "we",
        "i",
        "der",
        "des",
        "von",
        "de",
        "du",
        "del",
        "della",
        "do",
        "da",
        "van",
        "od",
        "fra",
        "fran",
    }
)
"""After the orders they tell whose or which these are: a paper's, the bank's."""
