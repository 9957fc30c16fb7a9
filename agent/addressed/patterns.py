"""The cues put together: what a sentence is searched for. Every repetition is bounded."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from agent.addressed import cues

CLAUSE = (
    r"(?:^|[\"'(\[\])}{<>*:,;.!?#=@-] ?|\b(?:says|say|said|quote|reads|wrote|here|um|uh|and|so|but|"
    r"then|please|now|bitte) )"
)
"""Where a call to somebody may begin."""
NO_ARTICLE = r"(?<!\bthe )(?<!\ba )(?<!\bour )(?<!\byour )\b"
"""A heading has none before it."""
START = r"(?:^|[\"'(\[\])}{<>*:,;.!?#=-] ?)"
POLITE = r"(?:please |kindly |now |you must |you should |just |also |must |should |shall )"
KIND = rf"(?:(?:{cues.KINDS}) ){{0,2}}"
MACHINE = rf"{KIND}(?:{cues.MACHINES})"
MACHINE_LIST = rf"{MACHINE}(?:(?:,|,? and|,? or) (?:{MACHINE}|{cues.ROLES})){{0,4}}"
ANY_ROLE = rf"{cues.ROLES}|(?:whatever|whichever)(?: \w+)?"
READS_THIS = rf"(?: \w+)?(?: is)? {cues.READING} (?:to )?{cues.THIS}"
BESIDES = (
    r"(?: (?:reading|processing|listening|parsing|summari[sz]ing|in|on|of|for|who|that|which|"
    r"behind|only|here|die|qui|que|che|som|der|dat)(?: [\w']{1,20}){0,7}?)?"
)
CALLED = rf"{BESIDES} ?[,:;!.)\]}}>-]"
CALL = rf"(?:{cues.OPENERS}|{cues.NOTES}|{cues.TOWARDS})"
MODAL = r"(?:must|should|shall|are to|is to|have to|has to)(?: now| please)?"
TOLD = r"(?:instructed|required|ordered|told|asked|requested)"
ABOUT_DEAL = rf".{{0,200}}\b(?:{cues.DEAL})\b(?!.{{0,100}}\b(?:automatically|itself|themselves)\b)"
VERBS = rf"(?:{cues.VERBS}|{cues.WORK_VERBS})\b(?!')"


def _any(patterns: Iterable[str], before: str = "") -> re.Pattern[str]:
    return re.compile(rf"{before}(?:{'|'.join(patterns)})")


DONE_NOW = rf"(?: ?[,:;.-] ?(?:you )?(?:{POLITE}){{0,2}}(?={VERBS})| {MODAL} (?={VERBS}))"
"""What tells a machine that was named what to do."""
SURE = (
    _any(cues.OVERRIDES),
    _any(cues.BEING),
    _any(cues.CODE),
    re.compile(rf"{CLAUSE}(?:{cues.NOTES}|{cues.TOWARDS}) {MACHINE_LIST}{BESIDES} ?[,:]"),
    re.compile(rf"\b(?:to|for) {MACHINE}{READS_THIS} ?[.,:;]"),
    re.compile(
        rf"\b(?:message|note|notice|instructions?) (?:to|for) (?:the |any |all )?"
        rf"{MACHINE_LIST}{BESIDES} ?:"
    ),
    re.compile(rf"{CLAUSE}(?:ai|bot|assistant), this (?:\w+ )?is for you"),
    re.compile(rf"{CLAUSE}{cues.OPENERS} (?:{MACHINE}|{cues.CALLED_UP}) (?:{POLITE})?(?={VERBS})"),
    re.compile(rf"{CLAUSE}{cues.NOTES} {MACHINE} (?:{POLITE})?(?={VERBS})"),
    re.compile(rf"{CLAUSE}{MACHINE} (?:please|kindly) (?:not )?(?={VERBS})"),
    re.compile(rf"{CLAUSE}{MACHINE}{BESIDES} {MODAL} (?={VERBS}{ABOUT_DEAL})"),
    re.compile(rf"{CLAUSE}(?:{cues.ROLES}) {MODAL} (?={VERBS}.{{0,200}}\bmilestones?\b)"),
    re.compile(rf"{MACHINE} [\w' ]{{0,40}}\bthis \w+ (?:is|are) (?:hereby )?{TOLD} to\b"),
    re.compile(rf"\b(?:{MACHINE}|{ANY_ROLE})(?: or whatever)?{READS_THIS}{DONE_NOW}"),
    re.compile(rf"\breader of {cues.THIS}{DONE_NOW}"),
    re.compile(rf"\b(?:whatever|whichever) (?:\w+ )?{cues.READING} (?:to )?{cues.THIS} ?[,:]"),
    re.compile(rf"@ ?(?:{MACHINE}|{cues.CALLED_UP}),? (?=(?:{POLITE})?{VERBS})"),
    re.compile(rf"\bnew instructions? ?: (?={VERBS})"),
)
"""What speaks to a machine whatever else is said."""
WEAK = (
    _any(cues.WEAK_OVERRIDES),
    _any(cues.READS_ELSEWHERE),
    re.compile(rf"{CLAUSE}(?:{CALL} )?{MACHINE}{CALLED}"),
    re.compile(rf"{CLAUSE}{KIND}(?:{cues.HELPERS}){BESIDES} ?[,:]"),
    re.compile(rf"{CLAUSE}{CALL} {KIND}(?:{cues.CALLED_UP}|{cues.ROLES}){READS_THIS} ?[,:]"),
    re.compile(rf"{CLAUSE}{CALL} {KIND}(?:{cues.CALLED_UP}){CALLED}"),
    re.compile(rf"{CLAUSE}(?:{cues.PRODUCTS}), (?={VERBS})"),
    re.compile(rf"\b(?:speaking|talking|addressed|directed) to (?:the|any) {MACHINE}"),
)
"""What may speak to a machine: it does where something to be done goes with it."""
TURN_END = re.compile(r"(?!)")
"""Closes nothing before the turn ends."""
QUOTED = {mark: re.compile(rf"{mark}(?!\w)") for mark in "\"'"}
"""What closes a heading by the quotation mark before it."""


class Mark(NamedTuple):
    """What opens a block: what closes it, and whether it needs nothing to be done in it."""

    opens: str
    closes: re.Pattern[str]
    sure: bool


def _headings(patterns: Iterable[str]) -> str:
    return rf"{NO_ARTICLE}(?:{'|'.join(patterns)})"


_MARKS = (
    *(Mark(opens, re.compile(closes), sure=True) for opens, closes in cues.MARKS),
    *(Mark(opens, re.compile(closes), sure=False) for opens, closes in cues.WEAK_MARKS),
    Mark(_headings(cues.HEADINGS), TURN_END, sure=True),
    Mark(_headings(cues.WEAK_HEADINGS), TURN_END, sure=False),
)
MARKS = {f"m{n}": mark for n, mark in enumerate(_MARKS)}
"""The marks by the name of their group in `MARK`."""
MARK = re.compile("|".join(f"(?P<{name}>{mark.opens})" for name, mark in MARKS.items()))
WISH = re.compile(
    rf"(?:{START}|\b(?:{cues.LEADS}) )(?:{cues.VERBS})\b(?!')|"
    rf"(?:{START}|\b(?:{cues.WORK_LEADS}) )(?:{cues.WORK_VERBS})\b"
)
"""Something to be done to a plan, as an order."""
CARRY = re.compile(
    rf"[\"'(\[*-]{{0,2}} ?(?:\d{{1,2}}[.)] )?(?:(?:and|also|then|next|finally|additionally|"
    rf"furthermore|now|please|in addition|after that|und|dann|bitte),? ){{0,3}}"
    rf"(?:{VERBS}|(?:do not|don't|never) (?:mention|tell|say|inform|flag|report|reveal|show)\b|"
    rf"keep (?:this|it) (?:quiet|secret|hidden)|say nothing)"
)
"""How a sentence begins that goes on with what was asked."""
GOES_ON = re.compile(rf"^(?:and|then|also|plus)\b|{WISH.pattern}")
"""What a sentence goes on with that was cut for its length."""
