"""Whether a step is what a question is about, and not only of the same kind."""

from agent.answers.asking import table, words
from agent.answers.dossier import About, Dossier
from agent.answers.people.duties import DUTIES
from agent.answers.people.owning import Owned
from plan.models import Milestone, Plan

ALIKE = 4
"""Letters by which words with different endings are still one: approve and approval."""
_IDLE = table(
    """
    a about all already an and any anybody anyone anything are as at been before by can claim
    confirmed confirm correct did do does everything far finally for from gone had has have he her
    him his i in is it its just me my now of off on or our out right said say says she so still
    that the their them there they this to true up us was we were with yes yet you your
    """
)
_ACTS = table(
    """
    accept accepted agree agreed agreement approval approve approved back clear cleared close
    closed complete completed deliver delivered done finish finished get give given go got green
    light made make okay ok okayed pass passed receive received sent send share shared sign signed
    signing through happen happened
    """
)
_SIDES = table("buyer client customer partner prospect seller side team people")
_KINDS = frozenset(word for duty in DUTIES for word in duty.words)


def covers(dossier: Dossier, about: About, item: Owned) -> bool:
    """Whether an item's own words hold all that a question asks about.

    Left out of account are idle words, the act asked after, names of the deal, of its sides
    and of those who are asked after, and what merely names a kind that the item is of. “Has
    procurement approved the discount?” asks about a discount, of which a milestone
    “Procurement” says nothing.
    """
    known = _parts(item.title) | _parts(item.value or "" if isinstance(item, Milestone) else "")
    asked = asked_about(dossier, about)
    if isinstance(item, Milestone) and item.kind != "other":
        asked -= _KINDS
    return all(_found(word, known) for word in asked)


def asked_about(dossier: Dossier, about: About) -> frozenset[str]:
    """The words of a question that say what it is about, kinds of steps included."""
    return _parts(about.text) - _IDLE - _ACTS - _SIDES - _names(dossier, about)


def _parts(text: str) -> frozenset[str]:
    return frozenset(words(text))


def _names(dossier: Dossier, about: About) -> frozenset[str]:
    plan: Plan = dossier.plan
    people = [one.name for one in map(plan.person, about.people) if one]
    return frozenset(
        word for name in (plan.deal.account, plan.deal.seller, *people) for word in _parts(name)
    )


def _found(word: str, known: frozenset[str]) -> bool:
    if word.isdigit():
        return word in known
    stem = word[:ALIKE]
    return any(other.startswith(stem) and len(other) >= len(stem) for other in known)
