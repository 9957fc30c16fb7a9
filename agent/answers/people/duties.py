"""What people do in a deal, as questions ask after it, and the roles and steps that show it."""

from dataclasses import dataclass

from agent.answers.asking import table, words
from agent.answers.dossier import About
from plan.values import MilestoneKind, Role


@dataclass(frozen=True)
class Duty:
    """One thing that somebody does in a deal.

    Attributes:
        roles: The roles of those who do it.
        kinds: Kinds of milestones whose owners see to it.
        words: Words of questions after it, lower case.
    """

    roles: tuple[Role, ...]
    kinds: tuple[MilestoneKind, ...]
    words: frozenset[str]


def _duty(asking: str, roles: tuple[Role, ...], *kinds: MilestoneKind) -> Duty:
    return Duty(roles, kinds, table(asking))


DUTIES: tuple[Duty, ...] = (
    _duty(
        "decide decides decided deciding decision decisions decider approve approves approver",
        ("decision_maker", "economic_buyer"),
        "executive_approval",
    ),
    _duty(
        "sign signs signing signer signatory signatories signature countersigns",
        ("economic_buyer", "decision_maker"),
        "signature",
    ),
    _duty("pay pays paying budget budgets money funds funding purse economic", ("economic_buyer",)),
    _duty("champion champions championing advocate advocates ally supporter", ("champion",)),
    _duty("sponsor sponsors sponsoring", ("executive_sponsor",)),
    _duty(
        "against oppose opposes opposed opposing opponent opponents blocker blockers critic "
        "critics detractor detractors sceptic sceptics sceptical skeptic skeptics skeptical",
        ("blocker",),
    ),
    _duty("security infosec ciso", ("security",), "security_review"),
    _duty("legal lawyer lawyers counsel", ("legal",), "legal_review"),
    _duty("procurement purchasing sourcing", ("procurement",), "procurement"),
    _duty("technical evaluator", ("technical_evaluator",), "technical_validation"),
    _duty("influencer influencers influences", ("influencer",)),
)
"""In the order in which questions most often ask."""
OWNING = table("own owns owner owned owning responsible accountable charge whose")
"""Words of questions after whose something is."""
TENDED: frozenset[MilestoneKind] = frozenset({"security_review", "legal_review", "procurement"})
"""Kinds of milestones that an owner looks after; owning a signature's step is not signing."""


def asked_after(about: About) -> tuple[tuple[Role, ...], tuple[MilestoneKind, ...]]:
    """The roles and the kinds of milestones that a question asks after.

    Roles that were recognised count alone; its words are read only where there are none.
    """
    spoken = frozenset(words(about.text))
    meant = [
        one
        for one in DUTIES
        if (about.roles and one.roles[0] in about.roles) or (not about.roles and one.words & spoken)
    ]
    roles = about.roles or tuple(role for one in meant for role in one.roles)
    return tuple(dict.fromkeys(roles)), tuple(kind for one in meant for kind in one.kinds)
