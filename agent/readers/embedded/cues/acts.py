"""Cues of what somebody does by saying something: promise, ask, agree, refuse, move, arrange."""

from agent.readers.embedded.cues.signal import Signal

I_WILL = (
    r"(?:i'?ll|ill|i will|i shall|i'?m going to|i am going to|i'?m gonna|i'?m|i am|we'?ll|"
    r"we will|we shall|"
    r"we're going to|then i|then we|i can|we can|let me(?! (?:count|look|check|see|think))|and i)"
)
ADVERB = (
    r"(?:\w+ly |just |then |now |also |already |still |go |try and |come |personally |gladly )?"
)
CARRY = (
    r"(?!make it|do it with|do (?:that|it) (?:then|now)|put it (?:on|at)|call it|finish (?:on|"
    r"at)|run (?:on|at))"
    r"(?:send|get|give|bring|write|prepare|book|check|ask|call|draft|share|forward|e-?mail|"
    r"mail|put (?!up|it that way)|"
    r"set (?:it )?up|run|load|pull|drop|post|circulate|finish|talk to|speak (?:to|with)|ring|"
    r"build|show|deliver|provide|"
    r"upload|return|come back|get back|let you know|let (?:him|her|them) know|turn|sort|submit|"
    r"issue|arrange|schedule|"
    r"organi[sz]e|do (?:the|that|it|you|this|one|a|him|her)|make (?:you|the|a|it|one|him|her|"
    r"sure)|follow up|confirm|complete|fill|lodge|"
    r"hand|pass|drop|export|test|review|update|collect|order|reserve|invite|sit (?:down )?with|"
    r"meet|dig out|chase|"
    r"anonymi[sz]e|mock|compare|count|list|name|sign|work out|type up|take care|fix|add|ship|"
    r"have (?:it|that|them|the|my|our|a|something|one))"
)
CARRYING = (
    r"(?:sending|mailing|booking|putting|setting up|loading|pushing|writing|preparing|bringing|"
    r"drafting|sharing|"
    r"forwarding|getting|making|doing|running|calling|asking|building|submitting|drafting)"
)
OBJECT = (
    r"(?:it|that|this|them|those|you|him|her|the|a|an|one|my|our|your|everything|something|two|"
    r"three|some)"
)
GIVE = (
    r"(?:send|give|bring|get|let (?:me|us|him|her|them) have|share|forward|show|provide|return|"
    r"write|prepare|confirm|"
    r"check|submit|fill|review|name|tell|sign|complete|deliver|issue|draft|call|book|arrange|"
    r"update|re-issue|reissue|"
    r"revert|circulate|upload|furnish|deposit|redo|extend|ensure|advise|supply|hand|pass|drop|"
    r"list|mail|e-?mail|nominate|"
    r"have (?:it|the|your|them|that)|return|prepare|export|provide|answer|respond|respond to|"
    r"fix|correct)"
)

TAKES = (
    r"(?:will |is going to |'s going to |'s |is |has |have |'ll |now ){0,3}"
    r"(?:takes?|taking|taken|took|picks?|picking|picked|owns?|runs?|leads?|covers?|covering|"
    r"inherits?|carries|does|handles?) "
    r"(?:it|that|this|them|over|up|charge|on|care of|the|your|our|my|these|both|from here)"
)
"""What is said of somebody who takes something over, after their name."""
GIVEN_TO = (
    r"(?:go|goes|going|pass|passes|passed|passing|hand|handed|handing|hands|give|gave|given|giving|"
    r"move|moves|moved|falls?|put|assign|assigned|belongs|is) "
    r"(?:it |that |this |them |the [\w -]{1,30} |over ){0,3}(?:over )?(?:to|with)"
)
"""What is said of something that is given to somebody, before their name."""

ACTS: dict[Signal, tuple[str, ...]] = {
    Signal.COMMIT: (
        rf"{I_WILL} {ADVERB}{CARRY}",
        (
            r"(?:i'?ll|i will|we'?ll) (?:have (?:it|that|them|the|my|our|a|something|one)|"
            r"do (?:it|that|this|the)|take care|handle|see to)"
        ),
        (
            rf"i (?:send|bring|write|prepare|make|give|get|book|check|ask|call|do|mail|put|"
            rf"show|build|finish|deliver|run) {OBJECT}"
        ),
        rf"(?:i'm |we're |am |just )?{CARRYING} {OBJECT}",
        r"leave (?:it|that) with me",
        r"(?:that's|thats|it's) (?:on )?me[.!,]",
        r"i owe you",
        r"(?:that's|it's|they're|so it's) on (?:my|our) list",
        (
            r"(?:he|she|they|who) (?:will|shall|undertook to|promised to|has agreed to|"
            r"is going to|can) (?:\w+ )?"
        )
        + CARRY,
        r"(?:he|she|they)'?ll (?:have|send|get|do|give|bring|write|put)",
        r"[a-zà-ÿ'-]+ (?:will|shall|undertook to|promised to) (?:\w+ )?" + CARRY,
    ),
    Signal.DELIVER: (
        (
            r"you(?:'ll|ll|'d| will| shall| would|'ve got|'ve)? (?:have|get|got|receive|see|"
            r"hear) (?:it|that|them|the|my|our|one|a|an|something|this|from|everything|names|"
            r"mine|ours|both)"
        ),
        r"you'?ll have ",
        r"(?:in|on|to) your (?:inbox|desk|folder|hands|mailbox|bucket|mail)",
        (
            r"with you (?:by|on|tomorrow|tonight|today|first|before|next|monday|tuesday|"
            r"wednesday|thursday|friday|the|at|no later|this)"
        ),
        (
            r"(?:to|over to|across to) you (?:by|on|tomorrow|tonight|monday|tuesday|wednesday|"
            r"thursday|friday|the|before)"
        ),
        r"(?:you|u) (?:get|have|receive) .{0,40}\b(?:from me|from us|by|on|tomorrow|tonight)",
        r"(?:it|they|that)'?ll be (?:there|in|with|over)",
        r"(?:it's|it is|they're|they are) with you",
    ),
    Signal.REQUEST: (
        r"(?:can|could|would|will) (?:you|u|one of you|somebody|someone|your team|your people)\b",
        rf"(?:please|kindly|pls) (?:\w+ )?{GIVE}",
        rf"{GIVE} .{{0,60}}\b(?:please|pls)",
        r"(?:by|before|on) .{0,30}(?:please|pls)[.!?]?$",
        r"(?:i|we)(?:'d| would)? (?:need|want|require|ask|like) (?:you|you guys) ",
        (
            r"(?:i|we) (?:need|require|want) (?:your|it|that|them|this|"
            r"the .{0,40}) (?:\w+ ){0,4}(?:by|before|on|until|from you)\b"
        ),
        r"need(?:s|ed)? (?:it |that |them |this )?(?:from|by) (?:you|your)",
        r"any chance",
        r"(?:do|would) you mind",
        r"(?:can|could|may|might) (?:i|we) (?:have|get|see|ask you)",
        (
            r"(?:get|give|send|show|bring|do) (?:me|us|him|her|them) (?:the|a|an|one|that|it|"
            r"your|something|two|another|some|my)(?! (?:week|day|fortnight|month|few|couple|"
            r"moment|second|minute|weeks|days))"
        ),
        r"let (?:me|us|her|him|them) have",
        r"(?:are|is) (?:you )?(?:kindly )?(?:asked|requested|required|invited) to",
        r"you (?:need|have) to (?:send|give|bring|get|show)",
        (
            r"you (?:can |will |must )?(?:send|give|bring|get|provide) (?:me|us|him|her|the|"
            r"your|it|that)"
        ),
        r"you (?:can|could) (?:send|give|bring|get)",
        (
            r"(?:has|have|must|need|needs|should) (?:to )?(?:be with|be here|be in|reach|"
            r"arrive|be on my)"
        ),
        r"(?:i'd|we'd|i would|we would) be grateful (?:for|if you)",
        r"look forward to receiving",
        r"(?:are|is) (?:needed|due|expected) (?:by|on|from)",
        r"(?:wants|needs|expects|requires) .{0,40}(?:from you|from your)",
        r"asks? (?:that )?you",
        (
            r"^(?:so |and |then |okay |ok )?(?:send|get|give|bring|call|forward|mail) (?:me|us|"
            r"it|paper|the|him|her|them)"
        ),
        r"(?:to|with) (?:me|us|my desk) (?:by|before|on|not later)",
        r"on my desk",
    ),
    Signal.NEED: (
        (
            r"(?:i|we)(?:'d|'ll| would| will| do| really| still| also)? (?:need|require|lack|"
            r"miss|am still missing|are still missing)\b"
        ),
        r"(?:i'm|we're|im|am|are) (?:still )?(?:missing|lacking|waiting for|short of)",
        r"(?:i|we) (?:don't|dont|do not) have (?!any (?:question|objection|problem))",
        r"what (?:i|we) (?:don't|do not) have",
        r"(?:somebody|someone) (?:has|needs|ought) to",
        r"when (?:can|could|do|would|will|are) (?:i|we|you) (?:have|get|see|want|need|send)",
        r"(?:show|tell) me (?:that|this|how|what|a)",
        r"i(?:'d| would) (?:like|want|love) (?:to see|to have|a|an|the|one)",
        r"(?:i|we) want (?:to see|the|a|an|that|one|my)",
        r"wants? (?:a|an|to see|the|something|to know)",
    ),
    Signal.OFFER: (
        r"(?:should|shall|can|could) (?:i|we) (?!ask|have|get)(?:\w+ )?" + CARRY,
        r"(?:want|need|like) me to",
        r"(?:what|how about|would it help) if (?:i|we)",
        r"(?:i|we) (?:could|can|might) (?:\w+ )?" + CARRY,
        r"i'd (?:\w+ )?" + CARRY,
    ),
    Signal.PROPOSE: (
        r"(?:how|what) about",
        r"shall we",
        r"(?:can|could|should) (?:we|i) (?:say|do|make|move|push|have|put|take|call)",
        r"would .{0,40}(?:work|suit|do|be (?:ok|okay|fine|alright|awful|possible))",
        r"(?:is|does) .{0,40}(?:ok|okay|fine|alright|good|work|soon enough|suit)[.?]?$",
        r"(?:i'd|we'd|i would|we would) (?:rather |much )?(?:like|prefer|propose|suggest)",
        r"i (?:propose|suggest)",
        r"we could",
    ),
    Signal.ACCEPT: (
        (
            r"^\W*(?:oh |well |right |and |but )?(?:please[.,!]|yes|yeah|yep|yup|ja|si|haan|aye|"
            r"sure|of course|okay|ok|will do|done|no problem|no bother|absolutely|"
            r"fine|happy to|can do|deal|perfect|great|works|sounds good|alright|all right|right|"
            r"certainly|gladly|agreed|no worries|easy|got it|noted|i can|can\.|you bet|"
            r"consider it|mm-?hm|go on|go ahead|roger|understood|leave it with me|lovely|"
            r"brilliant|super|good|cool|not a problem|with pleasure|i'll|ill|then (?:it's|we)|"
            r"that'?ll do|that will do|that works|do it|do that|take it|let's do)"
        ),
        (
            r"(?:works|fine|good|okay|ok|perfect|great|alright|suits|possible|clean|"
            r"open) (?:for|with|by|on) (?:me|us|my|our|everyone|everybody)"
        ),
        (
            r"(?:that|it|which|day|date)(?:'s| is|'ll be| works| suits)? (?:works|fine|good|"
            r"okay|perfect|ok|great|suits)"
        ),
        r"(?:i|we|me) can live with",
        r"i'?m (?:fine|ok|okay|good|happy|comfortable) with",
        r"(?:i|we) (?:accept|agree)\b",
        r"(?:works|fine|perfect|deal|agreed|accepted|done)[.!]?$",
        r"(?:is|are|was|were) (?:agreed|accepted)",
        r"it is[.!]?$",
        r"would do[.!]?$",
    ),
    Signal.REFUSE: (
        (
            r"^\W*(?:oh |well |um |uh )?(?:no|nope|nah|nay)\b(?! (?:problem|bother|worries|"
            r"objection|issue|rush|doubt|question))"
        ),
        r"(?:can't|cannot|can not|won't|couldn't) (?:do|make|be|have|promise|get|say|commit|see)",
        r"not (?:possible|going to|happening|gonna|realistic)",
        r"(?:i'd|we'd) rather not",
        r"don't (?:think so|bother|want|need)",
        r"let's not",
        r"i (?:doubt|don't know|can't say|couldn't say)",
        r"too (?:early|late|tight|soon|much)",
        r"out of the question",
        r"leave (?:it|that) (?:there|alone|as it is)",
        r"never mind",
    ),
    Signal.MOVE: (
        (
            r"(?:mov|slip|push|shift|postpon|delay|resched|brought|bring|"
            r"pull)\w*(?: \w+){0,2} (?:to|until|till|back|forward|out|by|from)\b"
        ),
        (
            r"(?:moves?|moved|slips?|slipped|slipping|shifts?|postponed|rescheduled|delayed|"
            r"brought forward|becomes)\b"
        ),
        (
            r"(?:not|no longer|won't be|isn't|instead of|rather than|and not|can't be|"
            r"not be) (?:(?:on|in|by|until|before|the|this|next) )*(?:monday|tuesday|wednesday|"
            r"thursday|friday|january|february|march|april|may|june|july|august|september|"
            r"october|november|december|\d|first|second|third|fourth|fifth|sixth|seventh|"
            r"eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|"
            r"seventeenth|eighteenth|nineteenth|twentieth|twenty|thirtieth|thirty)"
        ),
        (
            r"(?:call|make|put|say|write) (?:it|that|me|us|this|mine|ours) (?:down )?(?:for |"
            r"to |on |at |as |in )?(?:the )?"
        ),
        (
            r"(?:put|say|make it|call it|take) (?:the |on the )?(?:\d|first|second|third|"
            r"fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
            r"fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|"
            r"twenty|thirtieth|thirty|monday|tuesday|wednesday|thursday|friday|mid|end of|"
            r"calendar)"
        ),
        r"new (?:date|day)",
        r"(?:is|are|it's|its|date's|that's) now (?:on )?",
        r"(?<!not )(?<!no )(?:later|earlier|sooner) than",
        (
            r"(?:a week|two weeks|a day|days|weeks|a month|a fortnight) (?:later|earlier|early|"
            r"late|longer|more)"
        ),
        (
            r"(?:one|a|two|three|another|ten) (?:more )?(?:weeks?|fortnights?|months?|"
            r"days?) (?:more|longer|later|earlier|extra)"
        ),
        r"another (?:week|fortnight|month|few days|day|two weeks)",
        (
            r"(?:need|needs|take|takes|give (?:me|us|him|her|them)) (?:it )?(?:till|until|"
            r"to (?:the )?(?:\d|mid|end|monday|tuesday|wednesday|thursday|friday|\w+(?:st|nd|"
            r"rd|th)))"
        ),
        r"(?:can|could) (?:i|we) have (?:it )?(?:till|until|to )",
        r"instead\b",
        r"not before",
        r"(?:you|he|she|they) ha(?:ve|s) until",
        (
            r"(?:won't|will not|isn't going to|not going to|can't|cannot) (?:be (?:ready|done|"
            r"finished|there|on)|make|happen on)"
        ),
        (
            r"(?:do|i'd (?:rather )?(?:say|like|prefer|take)|let's (?:say|do|make|go|"
            r"take)) (?:it |that )?(?:on |for )?(?:the )?(?:first|second|third|monday|tuesday|"
            r"wednesday|thursday|friday|\d|\w+th)\b"
        ),
    ),
    Signal.HANDOVER: (
        rf"(?:'s|'ll)? ?{TAKES}",
        rf"{GIVEN_TO} ",
        r"(?:is|are|it's|that's|that one's|'s) (?:now )?(?:his|hers|theirs)\b",
        r"\w+'s (?:now|item|piece|job|thing)\b",
        r"[a-zà-ÿ]+'s(?=[.,!;]|$)",
        r"is your (?:man|woman|contact|person) for",
        r"(?:he|she)(?:'ll| will) (?:do|write|run|present|chair) (?:it|that|this)",
        r"(?:put|ask|say|make) [a-zà-ÿ]+ (?:on|down|the owner)",
        r"under (?:his|her|\w+'s) name",
        r"instead of (?:me|him|her|\w+)",
    ),
    Signal.TAKEOVER: (
        r"(?:is|are|'s|that's|it's|one's|now) (?:now |all )?mine\b",
        r"mine (?:now|to (?:carry|do|run|own)|from (?:here|now|today))",
        (
            r"i'?(?:ll| will|m|ve| have| am)? (?:gladly |happily |now )?(?:take|taking|taken|"
            r"took) (?:it|that|this|them|both|those|the [\w -]{1,40}|over)(?: over| on| from|"
            r" up|[.,!;]|$| then| myself)"
        ),
        r"i(?:'?ll| will|'?m|'ve| have)? (?:take|took|taking|taken) over",
        r"put me (?:down|on (?:it|that|the))",
        (
            r"(?:it's|that's|that'll be|it'll be) me (?:now|you|from|who|taking|as well|then|"
            r"doing|running)"
        ),
        (
            r"i'?(?:ll| will|d)? (?:own|run|lead|present|carry|present|chair) (?:it|that|this|"
            r"the|them)(?: one| myself|[.,!;]|$| from| then| \w+)"
        ),
        r"i own (?:it|that|this)",
        r"(?:under|in|on|with) my name",
        r"my name (?:on|against)",
        r"give it here",
        r"(?:that|this|it) (?:falls|comes|came|sits|goes) (?:to|with) me",
        r"over to me\b",
    ),
}
