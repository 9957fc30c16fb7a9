"""Acts: what a question asks whether, when or why somebody did, and the signals of such words."""

import re

from agent.readers.embedded.cues import Signal

_ACTS: tuple[tuple[re.Pattern[str], frozenset[Signal]], ...] = tuple(
    (re.compile(rf"\b(?:{cue})\b"), frozenset(signals))
    for cue, signals in (
        (
            (
                r"promis\w*|commit\w*|owes?|pledg\w*|undert\w+|(?:we|i|you|they|he|she) (?:will|"
                r"would|'ll)|"
                r"agreed to (?:send|do|give|deliver)|supposed to|on the hook|to-?dos?|"
                r"action items?|"
                r"(?:send|deliver|get|give|provide|bring|prepare|write)(?:s|ing)?"
            ),
            (Signal.COMMIT, Signal.DELIVER, Signal.REQUEST),
        ),
        (
            (
                r"needs?|needed|wants?|wanted|ask(?:s|ed|ing)?(?: for| us| for)?|requir\w*|"
                r"request\w*|insist\w*|expect\w*|"
                r"waiting (?:for|on)|conditions?|demand\w*|looking for"
            ),
            (Signal.NEED, Signal.REQUEST, Signal.CONDITION),
        ),
        (
            (
                r"object\w*|concern\w*|worr\w+|dislikes?|not like|doesn't like|problem|"
                r"issues?|unhappy|"
                r"upset|complain\w*|against|oppos\w*|scepti\w*|skepti\w*|hesitat\w*|afraid|fears?|"
                r"trouble\w*|bother\w*"
            ),
            (Signal.COOLER, Signal.REFUSE, Signal.NEED, Signal.BLOCKED, Signal.NOT),
        ),
        (
            (
                r"approv\w*|sign(?:ed)?[- ]?off|green[- ]?light\w*|sanction\w*|ratif\w*|cleared|"
                r"released?"
            ),
            (Signal.APPROVED, Signal.ACCEPT, Signal.DONE),
        ),
        (
            (
                r"agree[ds]?|accept(?:ed|s)?|confirm(?:ed|s)?|okay(?:ed)?|ok'd|happy with|said yes|"
                r"on board|fine with|buy(?:s)? in|consent\w*"
            ),
            (Signal.ACCEPT, Signal.APPROVED, Signal.WARMER, Signal.PRICED),
        ),
        (
            (
                r"done|finished|complet\w*|happened|arriv\w*|receiv\w*|sent|delivered|passed|"
                r"closed|"
                r"through|started|begun|signed|held"
            ),
            (Signal.DONE, Signal.DID, Signal.CAME, Signal.APPROVED, Signal.STARTED, Signal.WON),
        ),
        (
            (
                r"block\w*|stuck|stopping|stops?|hold(?:s|ing)? (?:\w+ )?up|in the way|delay\w*|"
                r"parked|frozen|paused|"
                r"prevent\w*|keeping"
            ),
            (Signal.BLOCKED, Signal.CONDITION, Signal.NEED, Signal.REFUSE, Signal.NOT),
        ),
        (
            (
                r"slip\w*|mov(?:ed?|ing)|push\w*|postpon\w*|later|shift\w*|resched\w*|"
                r"delay\w*|changed|"
                r"extend\w*|late"
            ),
            (Signal.MOVE, Signal.BLOCKED, Signal.NOT),
        ),
        (
            (
                r"tak(?:es?|en|ing) over|took over|replac\w*|success(?:or|ion)|hand\w* over|"
                r"instead of|"
                r"leav(?:es?|ing)|left|gone|step\w* in|stands? in|new contact|owns?|owner"
            ),
            (Signal.TAKEOVER, Signal.HANDOVER, Signal.LEFT),
        ),
        (
            (
                r"price|prices|cost\w*|amount|discount\w*|budget\w*|fees?|pay\w*|money|"
                r"how much|worth|"
                r"commercials?|rate"
            ),
            (Signal.PRICED,),
        ),
        (
            (
                r"who (?:signs?|decides?|pays?|approves?)|decision|decid\w*|signs|budget holder|"
                r"final say|in charge|sponsor\w*|signator\w*"
            ),
            (Signal.ROLE, Signal.SIGNING),
        ),
        (
            r"cancel\w*|drop(?:ped)?|scrap\w*|call(?:ed)? off|no longer",
            (Signal.CANCELLED, Signal.UNNEEDED),
        ),
        (
            (
                r"feel\w*|think\w*|like\w*|champion\w*|support\w*|sold on|keen|excited|"
                r"attitude|mood|"
                r"opinion|stance|stand on"
            ),
            (Signal.WARMER, Signal.COOLER, Signal.UNDECIDED),
        ),
    )
)


def acts_asked(said: str) -> frozenset[Signal]:
    """The signals that words which answer a question (lower case) may give."""
    return frozenset().union(*(signals for cue, signals in _ACTS if cue.search(said)))
