"""Cues of changes to people and the deal: who comes, goes, decides, warms or cools; what is won."""

from agent.readers.embedded.cues.signal import Signal

CHANGES: dict[Signal, tuple[str, ...]] = {
    Signal.LEFT: (
        (
            r"left (?:us|the (?:company|firm|business|bank|trust|council|hospital|team|"
            r"university|organi[sz]ation))"
        ),
        r"(?:he|she|has|have) left (?:on|last|friday|monday|tuesday|wednesday|thursday|yesterday)",
        r"i left (?:\w+ ){1,3}on \d",
        (
            r"(?:he|she|i)(?:'s| is| has|'m| am|'ve| have)? (?:just |already )?(?:gone|out|"
            r"left)(?=[.,!;]|$)"
        ),
        r"[a-zà-ÿ]+(?:'s| is) (?:gone|out|left)(?=[.!;]|$| friday| monday)",
        (
            r"(?:is|'s|are|am|i'm) (?:no longer|not) (?:working )?(?:with|at|for) (?:us|"
            r"the (?:company|firm|business|bank|team))"
        ),
        r"(?:isn't|not) with us(?: any ?more)?",
        (
            r"(?:no longer works? (?:here|for|with|at)|(?:doesn't|does not|don't|"
            r"do not) work (?:here|with us|for us|for the))(?: \w+)?"
        ),
        (
            r"(?:yesterday|friday|monday|tuesday|wednesday|thursday) was (?:it|his|her|my|"
            r"\w+'s)(?: last(?: working)? day)?"
        ),
        r"last (?:working )?day was",
        (
            r"(?:walked (?:him|her) (?:down|out)|lost (?:his|her) seat|was let go|were let go|"
            r"finished a week)"
        ),
        r"(?:i'm|i am|he's|she's) (?:not involved|off this one|not following|off it)",
        r"(?:won't|will not|not) be following this",
        r"gone gone",
        (
            r"(?:has gone|went) to (?:the|another|a) (?:\w+ ){0,3}(?:company|bank|competitor|"
            r"library|hospital|holding)"
        ),
        r"(?:he's|she's) with the (?:\w+ ){0,2}(?:bank|company|competition) now",
        r"didn't come back",
        r"(?:has |have |'s |'ve )left (?:us|his|her)\b",
    ),
    Signal.ROLE: (
        (
            r"(?:holds?|holding|control\w*|owns?) (?:the )?(?:\w+ )?(?:budget|purse|"
            r"purse strings|money|pen|pot)"
        ),
        (
            r"(?:budget|money)(?:'s| is| sits| line)? (?:now )?(?:mine|with (?:me|him|her)|"
            r"hers|his|\w+'s)"
        ),
        r"(?:pays|pay) for (?:it|this|everything|that)",
        (
            r"(?:sign|signs|signed|clear|clears|approve|approves|decide|decides|"
            r"releases?) (?:it|this|that|everything|anything|off on it|for it)"
        ),
        r"(?:everything|anything|every commitment|all) (?:above|over|beyond)",
        r"(?:i|she|he|who|so i) decides?\b",
        r"(?:requires|needs|with) (?:my|her|his) (?:approval|signature)",
        r"(?:last|final) (?:word|say)",
        r"make(?:s)? the call|make the decision",
        r"(?:executive |project |the )?sponsor\b",
        r"budget holder",
        r"(?:my|his|her|\w+'s) (?:signature|pen|budget|pot|decision)\b",
        r"mine to (?:approve|sign|decide)",
        (
            r"(?:as of|from|since) (?:today|monday|this week|next week|the first|now on|\w+day|"
            r"january|february|march|april|may|june|july|august|september|october|november|"
            r"december|the \w+)(?:,)? (?:on )?(?:i'm|i am|he's|she's|he is|she is)"
        ),
        r"(?:i'm|i am) (?:now )?(?:the |an? |acting |interim |group |head |clinical |vp |chief )+",
        r"report(?:s|ing)? (?:straight |directly |now )?to\b",
        r"answer(?:s)? (?:directly |straight )?to\b",
        r"(?:now at|mail is now|address is now|use|it's|write to me at) \S+@\S+",
        r"made me",
    ),
    Signal.WARMER: (
        r"chang(?:ed|e) my mind",
        (
            r"(?:i'm|i am|im|ive|i've) (?:come round|a fan|sold|convinced|rather for it|"
            r"for it now|all in|on board|a believer|a convert|in favour|won over|"
            r"\w+ \w+ warming|\w+ warming|warming)"
        ),
        r"(?:come|came) (?:right )?(?:round|around)",
        r"(?:put me (?:down )?(?:as|in) (?:a |the )?(?:supporter|yes|fan))",
        r"yes column",
        r"i'?d vouch",
        r"full backing",
        r"i take that back",
        r"hold you up (?:to|as)",
        r"(?:take|took) (?:it )?all back",
        r"dead against .{0,30}(?:changed|now)",
        r"(?:thinks|think) it'?s (?:great|brilliant)",
        r"been a (?:bit of a )?(?:sceptic|skeptic)",
        r"positive as it comes",
    ),
    Signal.COOLER: (
        r"(?:lost|losing) (?:confidence|faith|trust|patience)",
        (
            r"(?:i'm|i am|she's|he's|she is|he is|is) (?:dead |totally |firmly )?against (?:it|"
            r"this|you)"
        ),
        r"(?:i'm|i am|she's|he's|she is|he is) (?:dead |totally |firmly )?against(?=[.,;!])",
        r"(?:no longer|not|less) (?:convinced|comfortable being|a fan)",
        r"(?:i|she|he) oppose[sd]?",
        r"don't (?:believe|trust|like) (?:any ?more|it|this)",
        r"(?:don't|do not) believe any ?more",
        r"can(?:'t|not) (?:recommend|defend|support|back)",
        r"vote no",
        r"(?:hard|difficult) to defend",
        r"(?:fed up|sick|tired) (?:of|with) (?:it|this|you|the whole)",
        r"telling \w+ we shouldn't",
        r"shouldn't go ahead",
        r"dug (?:her|his|their) heels in",
        r"not that person any ?more",
    ),
    Signal.UNDECIDED: (
        r"(?:undecided|on the fence|neither for nor against|fifty-fifty)",
        r"not (?:opposing|against) (?:it|you)",
        r"won't stand in the way",
        r"as neutral",
        r"not in favour either",
        r"(?:not sure|don't know) (?:i've|i have|i'd|if) ",
        r"(?:not|no longer) (?:where i was|the loudest|the one who fights|going to be the one)",
        r"not that any ?more",
        r"i'd shrug",
        r"(?:not|can't be) (?:the one|the person|your person)",
        r"gone off the boil",
        r"put my neck out",
    ),
    Signal.PRICED: (
        r"(?:then|so|okay|ok|good|fine|alright)?,? ?.{0,40}it is\b",
        (
            r"(?:deal|agreed|accept\w*|settled?|settle|done|go with|paper it|final|closed|"
            r"live with|take forward|that works|works|fine with|good with|okay at|ok at|"
            r"awarded)"
        ),
        (
            r"(?:is the figure|is the number|all in|in total|total is|total of|value is|"
            r"price is|contract value|comes to|lands? at|for the (?:year|three years|two years|"
            r"term))"
        ),
    ),
    Signal.WON: (
        (
            r"(?:contract|agreement|order form|msa|paper|it|order|it's|docusign|"
            r"docu sign)(?:'s| is| was| has been| are)? (?:now )?(?:fully )?(?:signed|executed|"
            r"countersigned|completed)"
        ),
        r"(?:you've|you have) got a customer|we're a customer|you're a customer",
        r"(?:i|we|he|she)(?:'ve| have)? (?:just )?(?:signed|docu ?signed|countersigned)\b",
        r"call that one won",
        r"fully executed",
        r"both signatures",
        r"ink is dry",
        r"put (?:his|her|my) name on it",
        r"^(?:ok |okay )?signed[.!]",
    ),
    Signal.LOST: (
        (
            r"(?:went|gone|going|go) with (?:the other|another|somebody else|someone else|them|"
            r"\w+ instead)"
        ),
        (
            r"(?:awarded|award).{0,60}(?:to another|to somebody else|to someone else|"
            r"another (?:tenderer|supplier|vendor|bidder))"
        ),
        r"(?:decided|chosen) (?:not to buy|against|another|not to (?:proceed|go ahead|continue))",
        r"for you it is closed",
        r"(?:signed|sign) with (?:them|the other|another|somebody else)",
        r"(?:don't|do not|won't) (?:take|buy) yours",
    ),
    Signal.STAGED: (
        (
            r"(?:now |we're |we are |you are |are )?in (?:the )?(?:contract |"
            r"final )?(?:negotiations?|evaluation|proposal)"
        ),
        r"(?:invited|invite you) to (?:negotiate|submit|tender|present a proposal|propose)",
        r"(?:negotiate|negotiating) (?:only )?with you",
        r"(?:formal|final) proposals?",
        r"shortlist\w*",
        r"preferred (?:supplier|vendor|bidder)",
    ),
    Signal.SIGNING: (
        (
            r"(?:sign|signs|signing|signature|signatures|countersign\w*|ink\w*|docu ?sign|"
            r"close|closing)\b"
        ),
    ),
}
