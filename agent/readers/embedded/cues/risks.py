"""Cues of risks that somebody puts into words."""

from plan.values import RiskKind

RISKS: dict[RiskKind, tuple[str, ...]] = {
    "stakeholder_departure": (
        r"(?:going on|goes on|takes?|taking|starts?|starting|begins?) (?:\w+ )?sabbatical\b",
        (
            r"(?:seconded|transferred|reassigned|promoted out|moving|moves|moved|"
            r"transfers?) (?:me |him |her )?(?:to|into) (?:a|the|another|"
            r"our) (?:\w+ ){0,3}(?:team|department|branch|office|division|unit|role|post|"
            r"position|group)"
        ),
        (
            r"(?:i|he|she) (?:am |is |will be |'ll be )?(?:no longer|not) (?:be )?(?:in charge|"
            r"responsible|working on this|on this project|on the project|involved|your contact)"
        ),
        (
            r"(?:i'm|i am|he's|she's|is|who's) (?:leaving|quitting|departing) (?:us|"
            r"the (?:company|firm|business|bank|team|organi[sz]ation|council|hospital|"
            r"university)|at the end|next|in|on|by|this)\b(?! (?:mind|doubt))"
        ),
        (
            r"(?:replac\w+|successor|stepping in|taking over) (?:for |from )?(?:me|him|"
            r"her) (?:as|when|from|after)"
        ),
        r"(?:my|his|her) (?:successor|replacement|resignation|departure|retirement)\b",
        (
            r"(?:i|he|she|i'm|he's|she's|has|have|who) (?:\w+ )?(?:retire|retires|retired|"
            r"resigns|resigned|made redundant|laid off|let go)\b"
        ),
        r"(?:off|out) sick\b|signed off (?:sick|until)",
        r"(?:handed|handing|put|given|giving|gave|serving|in) (?:in )?(?:my|his|her|their) notice",
        r"(?:i've|i have|he's|she's|he has|she has|tendered my) resign(?:ed|ation)",
        (
            r"(?:i am|i'm|he's|she's|he is|she is|\w+ is|\w+'s) (?:leaving|retiring|"
            r"finishing up|stepping down|moving on|quitting)(?: us| the (?:company|firm|"
            r"business|bank))?(?=[.,!;]|$| at| in| on| for| and)"
        ),
        r"(?:my|his|her|\w+'s) last (?:working )?day",
        r"last (?:working )?day(?:'s| is| was) ",
        r"(?:was|is) (?:his|her|my) last (?:working )?day",
        r"(?:no longer works|doesn't work|does not work) (?:for the|here|at the|with us)",
        r"(?:is|'s) not with us any ?more",
        r"left the (?:company|firm|business|bank|trust|organi[sz]ation)",
        r"(?:maternity|paternity|parental|family|sick|medical|long-term|stress) leave",
        r"(?:walked (?:him|her) out|was let go|were let go|lost (?:his|her) seat)",
        r"(?:going|moving|moved|off) to a new (?:post|job|role)",
        r"(?:got|taken|found|have) another job\b",
        r"(?:goes|going) to (?:a|the|another) competitor",
        r"(?:i've been|he's been|she's been|i'm being|been) (?:pulled|moved) (?:onto|on to|off)",
        r"rotat(?:e|es|ing) out of",
        r"(?:i'm|i am) off this (?:one|project)",
    ),
    "blocker_raised": (
        (
            r"(?:can't|cannot|won't|will not|not able to|unable to) (?:go (?:ahead|live|"
            r"forward)|proceed|move (?:ahead|forward)|start|continue|sign(?: off)?|approve|"
            r"release) (?:until|unless|without|before|while|as long as)"
        ),
        (
            r"(?:legal|security|compliance|procurement|the board|works council|union|dpo|"
            r"auditors?|regulator|it) (?:has |have |is |are )?(?:rejected|objected|object|"
            r"objects|blocked|blocks|blocking|refused|refuses|vetoed|vetoes|stopped|said no|"
            r"says no)"
        ),
        r"(?:non-negotiable|not negotiable|not acceptable|unacceptable|veto)\b",
        (
            r"(?:failed|fails|did not pass|didn't pass|flunked) (?:the|our|"
            r"your) (?:\w+ ){0,2}(?:review|audit|test|assessment|check)"
        ),
        (
            r"(?:unless|until) (?:we|you|they|that|it|this|the \w+) .{3,60}\b(?:won't|will not|"
            r"can't|cannot|not) (?:sign|approve|go|start|release|proceed)"
        ),
        (
            r"(?:won't|will not|can't|cannot|not going to|refuses? to|am not able to|"
            r"not signing|not prepared to) (?:\w+ ){0,2}(?:sign (?:it|this|that|anything|while|"
            r"until|without|unless|the)|approve|release|pass|accept|put (?:it|the file)|"
            r"let (?:it|that|this)|let that through|touch it)"
        ),
        r"(?:i'm|she's|he's|they're) (?:just )?not signing",
        r"(?:it's|is|that's|as) a (?:show ?stopper|blocker|deal ?breaker|red line)\b",
        r"(?:parked|on hold|stopped|on ice) (?:till|until|as long)",
        r"until (?!now|then).{0,60}\b(?:nothing|no one|nobody|no \w+) ",
        r"as long as .{0,60}\b(?:i do not|i don't|nobody|nothing|they can't|we can't) ",
        (
            r"(?:nothing|no one|nobody|we cannot|can't) (?:flows|moves|goes|happens|starts?|"
            r"go) .{0,30}(?:until|without|before)"
        ),
        r"(?:must|may) not (?:sign|start|use|go live) before",
        r"(?:has|have) stopped (?:the|our|it|my)",
        r"dead in the water",
        r"i can't let that",
        r"without (?:that|it|this|them|the \w+) (?:i|we) (?:can't|cannot|won't|don't) ",
        r"(?:stays?|remains?) (?:parked|off|blocked|closed|shut) until",
    ),
    "champion_weakening": (
        r"(?:don't|do not) (?:count|rely) on me",
        r"(?:done|tired of) (?:fighting|arguing|pushing|defending)",
        r"(?:lost|losing) (?:faith|confidence|heart|patience|interest) (?:in|with)",
        (
            r"(?:hard|harder|difficult) (?:for me )?to (?:defend|justify|sell (?:it|"
            r"this) (?:internally|upstairs))"
        ),
        (
            r"(?:not|no longer|less) (?:sure|convinced) (?:it|this|that|we|i|"
            r"about)\b.{0,30}(?:right|worth|anymore|any more|should)"
        ),
        r"having (?:second thoughts|doubts)",
        r"(?:tired|sick) of (?:it|being the|defending|fighting|pushing|this)",
        r"can't be the (?:one|person)",
        r"(?:i'm|i am) (?:stepping back|not that person|not that any ?more)",
        r"(?:used up|spent) (?:my|all my|what) (?:credit|i had|capital)",
        r"(?:not|won't|will not|can't) (?:sticking|putting|stick|put|be putting) my (?:neck|head) ",
        r"stopped (?:fighting|pushing|bringing you|defending)",
        r"(?:not|won't) (?:going to )?fight (?:her|him|them|for)",
        r"(?:gone|went) (?:off the boil|a bit cold|cold on)",
        r"(?:can't|cannot|will not|won't) (?:stand up|recommend|vouch|carry this|push this|argue)",
        r"not sure i've got it in me",
        r"find (?:somebody|someone) else to (?:push|carry|argue)",
        r"keeping my head down",
        r"not (?:going to be )?the one who fights",
        r"no longer (?:comfortable|convinced|believe)",
    ),
    "budget_risk": (
        (
            r"(?:budget|funding|funds|money|spend) (?:has been|have been|was|were|is|are|got|"
            r"gets|being|'s been) (?:\w+ )?(?:cut|frozen|slashed|halved|reduced|reallocated|"
            r"withdrawn|pulled|on hold|under review|gone|trimmed|capped)"
        ),
        (
            r"(?:cost[- ]cutting|cost cuts|spending cuts|budget cuts?|hiring freeze|"
            r"savings (?:target|programme|program))\b"
        ),
        r"(?:can't|cannot|couldn't) afford\b",
        r"(?:over|above|exceeds?|beyond|outside) (?:the |our |my )?budget\b",
        r"(?:don't|do not|doesn't) have (?:the |any )?(?:budget|funds|funding|money)\b",
        r"(?:no|not enough|short of) (?:budget|funds|funding)\b",
        (
            r"(?:budget|spend|spending|capex|opex|funding|money|allocation|line|"
            r"pot)\b.{0,40}\b(?:cut|frozen|freeze|gone|lapses?|used up|overspent|reduced|"
            r"halved|pulled|clawed|not there|isn't there|tight|smaller)\b"
        ),
        (
            r"(?:cut|froze|freeze|frozen|cutting|put a lid|put a freeze|lid) (?:on |"
            r"in )?(?:the |all |our |my |any ?thing |every |new )*(?:budgets?|spend|spending|"
            r"capex|opex|travel|discretionary|investments?|new)"
        ),
        r"(?:budget|spending|hiring|investment|purchase) freeze",
        r"everything (?:above|over) .{0,30}(?:is|are) (?:frozen|stopped)",
        r"no (?:new )?(?:money|budget|spend|spending)\b",
        r"take (?:\w+ )?percent out of",
        r"(?:my line for you|have only|only have) (?:is|was|half)? ?.{0,20}(?:budget|money)",
        r"(?:money|budget) (?:isn't|is not|wasn't) there",
        r"not in the budget",
    ),
    "competitor_threat": (
        (
            r"(?:also|still) (?:talking to|looking at|evaluating|considering|in talks with|"
            r"speaking (?:to|with)|seeing)\b"
        ),
        (
            r"(?:another|other|second|rival|competing) (?:vendor|supplier|provider|"
            r"bidder)s? (?:is|are|has|have|was|were|offered|came|in)\b"
        ),
        r"(?:prefers?|preferring|leaning towards?) (?:them|the other|another|the incumbent)",
        (
            r"(?:stay|staying|stick|sticking) with (?:the incumbent|our current|the current|"
            r"the old) (?:vendor|supplier|provider|system|tool)"
        ),
        (
            r"(?:(?:percent|third|half|quarter) (?:cheaper|below)|cheaper (?:than (?:you|"
            r"yours)|for the same)|below (?:your|you) (?:price|indicative)|under your price|"
            r"undercut\w*|half of yours|below (?:of )?(?:you|your)|knocked .{0,20}off)\b"
        ),
        (
            r"(?:threw|throw|throws|offer(?:s|ed|ing)?|swap|migrate|do|run|give|giving|"
            r"renew) .{0,60}\bfor (?:free|nothing)\b"
        ),
        r"(?:first|next) (?:year|six months|months) (?:free|for nothing|for zero|for free)",
        r"(?:second|competing|rival) (?:quote|offer)",
        r"(?:a quote|an offer|a price|a proposal) from [a-zà-ÿ]+",
        (
            r"(?:incumbent|competitor|they|people|guys) (?:has|have|put|came|"
            r"come) .{0,30}(?:an offer|a revised offer|an upgrade|a quote)"
        ),
        (
            r"(?:put|putting|placed) (?:you |them )?(?:next to|side by side with|"
            r"against) (?:you|yours|them|each other)"
        ),
        r"(?:have been in|were here)(?=[.,]|$| and| last| twice)",
        r"wants? to run the same",
        r"(?:looking|look) (?:hard )?at (?:them|another|other)",
        r"why (?:not|don't we|we do not) (?:simply |just )(?:take|extend|use)",
    ),
    "priority_shift": (
        (
            r"(?:back ?burner|deprioriti[sz]ed|de-prioriti[sz]ed|lower priority|"
            r"other priorities|different priorities)\b"
        ),
        r"(?:all|whole|entire) (?:focus|attention|capacity) (?:is|goes|has|on)\b",
        r"(?:takes?|took|taking) precedence\b",
        r"(?:postponed|pushed|delayed|shelved) (?:everything|all other|all the other)",
        r"(?:has|have|takes?|got) priority",
        r"(?:jumped|front of|back of|head of|bottom of) the (?:queue|line|list)",
        r"(?:goes|comes?) (?:before everything|before anything|in front of everything)",
        r"(?:goes|go) first (?:from|so|now|until)",
        r"(?:is|'s) (?:now )?(?:number one|the first theme|the only project)",
        (
            r"(?:got |been |was |were )?(?:bumped|moved|pushed) (?:behind|below|to the back|"
            r"down the list)"
        ),
        r"no longer a (?:[\w-]+ )?priority",
        (
            r"priorit(?:y|ies) (?:has|have|is|are) (?:now |since )?(?:changed|shifted|"
            r"elsewhere|different)"
        ),
        (
            r"(?:second|distant (?:second|third)) in (?:line|the queue)|"
            r"second in line for everything|distant third"
        ),
        r"everything else (?:waits|comes after|stops)|everything .{0,40}(?:comes after|waits)\b",
        (
            r"(?:drops|dropped|goes|fell) to (?:number|the second|second|third) (?:place|on|"
            r"six|five|four|three|two)?"
        ),
        (
            r"(?:all|every) (?:\w+ ){0,3}(?:people|devs?|developers?|team|men|"
            r"human) .{0,40}(?:on (?:that|this|it|the)|taken|pulled)"
        ),
    ),
    "scope_change": (
        (
            r"(?:reduce|reducing|cut|narrow|shrink|widen|extend|expand|increase|change|"
            r"changing) (?:the |our )?(?:scope|rollout|footprint)"
        ),
        (
            r"(?:add|adding|include|including) .{0,40}\b(?:to|in) (?:the|this|our) (?:scope|"
            r"contract|order|project|rollout)\b"
        ),
        (
            r"(?:drop|remove|take|leave|leaving|dropping|removing) .{0,40}\b(?:from|"
            r"out of) (?:the|this|our) (?:scope|contract|order|project|rollout)\b"
        ),
        (
            r"(?:fewer|more|additional|extra) (?:sites?|users?|seats?|licen[cs]es|plants?|"
            r"stores?|locations?|branches|modules?|countries|entities) (?:than|in|on|now|to)"
        ),
        r"(?:has|have|needs?) to be (?:in|included)(?: as well| too|[.,;]|$)",
        r"(?:wants?|want) .{0,50}\bin (?:too|now|as well|this contract|the contract)\b",
        (
            r"(?:goes|go|went|taken|took|takes|take|is|are) out of (?:it|scope|the (?:contract|"
            r"scope|project))"
        ),
        (
            r"(?:only|just) (?:do|doing|take|taking|the) (?:\w+ ){0,3}(?:this year|for now|"
            r"on this contract)"
        ),
        r"(?:out of|in|change of|reduce the|wider|smaller|bigger) scope",
        (
            r"it's (?:two|three|four|five|six|\d+) \w+ instead of (?:one|two|three|four|five|"
            r"six|\d+)\b"
        ),
        r"(?:three|four|five|six|\d+) \w+(?:,| and) not (?:two|three|four|five|six|\d+)",
        r"on (?:this|the) same (?:paper|contract|order)",
        r"is to be included",
    ),
}
