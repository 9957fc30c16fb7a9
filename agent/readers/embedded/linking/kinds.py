"""Words by which people speak of a milestone of a certain kind, whatever its title."""

import re

from plan.values import MilestoneKind

KIND_WORDS: dict[MilestoneKind, tuple[str, ...]] = {
    "discovery": (r"discover\w*|workshops?|requirements|interviews?|scoping",),
    "demo": (r"demos?|demonstration|show(?:n|ing)?|walk-?through",),
    "technical_validation": (
        r"pilots?|trials?|poc|proof|tests?|testing|try-?out|sandbox|validat\w*",
    ),
    "business_case": (r"business case|case|roi|savings|payback|numbers",),
    "security_review": (
        r"security|pen ?test\w*|soc ?2|infosec|iso 27\w*",
        r"questionnaire|risk review|findings",
    ),
    "legal_review": (
        r"legal|redlines?|dpa|msa|counsel|lawyers?|clauses?|liability",
        r"privacy|gdpr|terms|paper",
    ),
    "procurement": (
        r"procurement|purchas\w*|vendor|tender|po|supplier",
        r"requisition|commercials?|pricing",
    ),
    "executive_approval": (
        r"board|approv\w*|committee|sign-?off|ceo|cfo",
        r"directors?|trustees|council",
    ),
    "signature": (
        r"sign|signs|signing|signature|signatures|signed|ink|order form",
        r"countersign\w*|docu ?sign|contract",
    ),
    "kickoff": (r"kick-?off|kick off|kicked off|start meeting|start workshop",),
    "implementation": (
        r"implement\w*|install\w*|migrat\w*|train\w*|integrat\w*",
        r"config\w*|roll-?out|set-?up|load\w*",
    ),
    "go_live": (r"go(?:es|ing)?[- ]live|went live|live|launch\w*|roll-?out|cut-?over|switch\w*",),
    "value_review": (r"review|qbr|results|benefits|value|look back",),
}
PATTERNS = {kind: re.compile(rf"\b(?:{'|'.join(cues)})\b") for kind, cues in KIND_WORDS.items()}


def kinds_in(said: str) -> frozenset[MilestoneKind]:
    """The kinds a text (lower case) may speak of."""
    return frozenset(kind for kind, pattern in PATTERNS.items() if pattern.search(said))
