"""Job titles: how they are recognised in running text, and which role in a deal they tell of."""

import re

from plan.values import Role, Side

TITLE_WORD = (
    r"(?:head|director|manager|chief|officer|lead|leader|vp|vice president|president|deputy|"
    r"coordinator|counsel|attorney|lawyer|solicitor|engineer|architect|analyst|controller|"
    r"treasurer|accountant|specialist|consultant|executive|administrator|supervisor|"
    r"superintendent|buyer|owner|partner|assistant|secretary|chair|chairman|chairwoman|ciso|cfo|"
    r"ceo|coo|cto|cio|cmo|cpo|cro|dpo|cnio|guardian|governor|dean|provost|registrar|professor|"
    r"physician|nurse|doctor|planner|developer|accreditor|auditor|inspector|trainer|"
    r"representative|advisor|adviser|strategist|bursar|foreman|commander|captain|steward|clerk|"
    r"purchaser|scientist|designer|technician|minister|mayor|councillor)"
)
HEADS = (
    r"(?:runs|heads|leads|looks after|heads up|is in charge of|in charge of|is responsible for|"
    r"responsible for|takes care of|manages|chairs|oversees)"
)
IS_TITLE = re.compile(rf"\b{TITLE_WORD}s?\b")
DUTY = re.compile(rf"\b{HEADS} (?:the |our |all |its )?[a-z]")

ROLES: tuple[tuple[Role, Side, str], ...] = (
    ("customer_success", "seller", r"customer success|\bcsm\b|onboarding manager"),
    ("account_executive", "seller", r"account (?:executive|manager|director)|sales manager"),
    ("solutions_engineer", "seller", r"(?:solutions?|sales|field) (?:engineer|architect)"),
    ("security", "buyer", r"\bciso\b|security|infosec|accreditor"),
    ("legal", "buyer", r"counsel|attorney|lawyer|solicitor|\blegal\b|\bdpo\b|data protection"),
    ("legal", "buyer", r"contracts manager"),
    ("legal", "seller", r"counsel|attorney|lawyer|solicitor|\blegal\b|\bdpo\b|privacy"),
    ("procurement", "buyer", r"procurement|purchas\w+|\bbuyer\b|sourcing|commercial manager"),
    ("procurement", "buyer", r"category (?:manager|specialist|lead)"),
    ("economic_buyer", "buyer", r"\bcfo\b|chief financial officer|finance director"),
    ("economic_buyer", "buyer", r"director of finance"),
)
"""Titles that by themselves tell a role, on that side."""
PATTERNS = tuple((role, side, re.compile(cues)) for role, side, cues in ROLES)

POWERS: tuple[tuple[Role, tuple[str, ...]], ...] = (
    (
        "economic_buyer",
        (
            r"(?:holds?|controls?|owns?|has) (?:the )?(?:\w+ )?(?:budget|purse|money|pot|pen)\b",
            r"(?:holds?|controls?|owns?|has) (?:the )?purse strings",
            r"budget holder|budget line|approval of anything",
            r"pays? for (?:it|this|everything)|releases? (?:it|the money)",
            r"(?:his|her|\w+'s) (?:budget|money|pot|pen|signature)\b|my (?:budget|pot)\b",
            r"budget (?:for this )?(?:is|sits|'s) (?:his|hers|mine|with)",
            r"taken over (?:this|the) budget",
            (
                r"(?:everything|anything|commitment|all) (?:above|over|beyond)\b.{0,60}"
                r"\b(?:mine|my|i|hers|his|she|he|only|by|\w+'s)\b"
            ),
            r"signs? for it|signs (?:it|this|that|everything|anything)\b",
        ),
    ),
    (
        "decision_maker",
        (
            r"(?:last|final) (?:word|say)|makes? the (?:call|decision)|call is (?:mine|hers|his)",
            r"(?:i|she|he|who) decides?\b|decided by|can take .{0,20}decisions",
            r"(?:full )?authority to sign|sign things off|kill it",
        ),
    ),
    (
        "executive_sponsor",
        (
            r"(?:the|executive|i'm|new|be) (?:\w+ )?sponsor\b|sponsor (?:hat|now)|sponsorship",
            r"senior responsible owner",
        ),
    ),
    (
        "influencer",
        (r"(?:carries?|carry) (?:a lot of )?weight|hasn't got a vote but|listens? to (?:him|her)",),
    ),
    ("blocker", (r"against it|won't sign|dug (?:her|his) heels in",)),
    ("champion", (r"\bfan\b|making the case for it|champion\b",)),
)
DECISIVE = frozenset({"economic_buyer", "decision_maker", "executive_sponsor"})
"""Roles that what is said of somebody known gives them without doubt."""
POWER_PATTERNS = tuple(
    (role, re.compile("|".join(rf"\b(?:{cue})" for cue in cues))) for role, cues in POWERS
)


def has_title(said: str) -> bool:
    """Whether a text (lower case) holds a job title or says what somebody is in charge of."""
    return bool(IS_TITLE.search(said) or DUTY.search(said))


def role_of(title: str, side: Side) -> Role | None:
    """The role that a job title tells of by itself, if any."""
    said = title.lower()
    return next((role for role, on, cues in PATTERNS if on == side and cues.search(said)), None)


def powers(said: str) -> dict[Role, tuple[int, int]]:
    """The roles that what is said of somebody gives them, with where it is said; in lower case."""
    found = ((role, cues.search(said)) for role, cues in POWER_PATTERNS)
    return {role: match.span() for role, match in found if match}
