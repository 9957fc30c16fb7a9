"""Cues that take a sentence's effect: conditions, doubt, the past, other deals, jokes."""

from agent.readers.embedded.cues.signal import Signal

STOPS: dict[Signal, tuple[str, ...]] = {
    Signal.CONDITION: (
        (
            r"if (?!that'?s? (?:ok|okay|alright|fine|works)|you (?:like|want|please|don't mind|"
            r"prefer)|possible|(?:that|it) (?:works|suits|helps)|i may|needed|you could|"
            r"you can|you would)"
        ),
        (
            r"(?:^|, )(?:say|suppose|supposing|assuming|imagine|were we|were i|should you|"
            r"should we|had we|had i) (?:you|we|i|they|he|she|it)?"
        ),
        r"unless",
        r"^(?:or )?otherwise",
        r"(?:would|could|might|should)'?(?:ve| have) ",
        r"(?:depends|depending) on",
        r"subject to",
        r"in case",
        r"hypothetical\w*",
        r"in theory|theoretically",
    ),
    Signal.HEDGE: (
        (
            r"(?:maybe|perhaps|probably|possibly|might|hopefully|presumably|likely|roughly|"
            r"somewhere|some ?time|some day|one day|sooner or later)"
        ),
        r"(?:i|we) (?:hope|guess|think|suppose|doubt|imagine|reckon|wonder|wish)",
        r"(?:i'd|we'd|i would) (?:guess|love|hope|imagine)",
        (
            r"(?:could|would) (?!you|u\b|one of|somebody|someone|i (?:have|get)|we (?:have|get|"
            r"say|do)|say|do\b|suit|work)"
        ),
        r"(?:try|trying|aim|aiming|hoping|thinking|planning) (?:to|for|of|on)",
        r"(?:i'll|we'll|i will) (?:try|see|look into|think about|have a think|have a look)",
        r"we'll see|let's see|let me see|we will see|see how",
        r"not sure|no idea|don't know|can't (?:say|tell|promise)|couldn't (?:say|tell)",
        r"no promises?",
        r"(?:or so|or something|ish|at some point|when (?:there's|we get))",
        r"was (?:gonna|going to|thinking|hoping)",
    ),
    Signal.PAST: (
        r"last (?:year|time|autumn|fall|winter|summer|spring|century)",
        r"(?:years?|months?|decades?) (?:ago|back)",
        r"(?:back )?in (?:the (?:old days|nineties|eighties)|(?:19|20)[01]\d|202[0-4])",
        r"used to\b",
        r"in my (?:last|old|previous|former)",
        r"at my (?:last|old|previous|former)",
        (
            r"(?:my|our) (?:last|old|previous|former) (?:\w+ )?(?:company|shop|place|job|boss|"
            r"project|vendor|supplier|employer|firm|team|client|provider)"
        ),
        r"when (?:i was|we did|we (?:switched|moved|launched|started) )",
        r"once (?:we|i|had|did|upon)\b(?! (?:have|get|know|see))",
        r"(?:had|did) (?:it|this|one|that|the same) (?:once|before|already in)",
    ),
    Signal.ELSEWHERE: (
        (
            r"(?:another|other|different|one|a|some) (?:customer|client|account|deal|bank|"
            r"vendor|supplier|project|company|hospital|retailer|insurer|site we|"
            r"team we)(?:s)?(?: of ours| we| in| who| that|'s)"
        ),
        (
            r"(?:a|an|one|another|our) (?:\w+ ){0,2}(?:customer|client|account)s? (?:in|of|who|"
            r"that|at|from|had|did|we)"
        ),
        (
            r"(?:we|i) (?:had|did|have|got|know) (?:a|an|one) (?:\w+ ){0,3}(?:customer|client|"
            r"bank|company|vendor|hospital|retailer|agency|authority|chain|county|county down|"
            r"railroad|project)"
        ),
        (
            r"(?:my|his|her|our) (?:friend|cousin|sister|brother|brother-in-law|wife|husband|"
            r"neighbou?r|buddy|mate|dad|father|mother|mum|uncle|aunt|kids?|son|daughter)"
        ),
        r"(?:a|one) (?:friend|buddy|mate|colleague) (?:at|of|in)",
        r"(?:at|in|over at) (?:my|their|our) (?:sister|mother|parent) (?:company|plant)",
        r"the other (?:contract|project|deal|site|account|thing)",
        r"(?:somebody|someone|people) (?:at|from) (?:a|another)",
    ),
    Signal.RETRACT: (
        r"(?:forget|ignore|disregard) (?:that|it|what i|what we|me|my)\b|scratch that\b",
        r"(?:no|oh|sorry|hang on|ah|uh|wait)[,.]? (?:no|wait|sorry|hang on|scratch|ignore)\b",
        r"(?:sorry|no)[,.]? (?:no|i mean|i meant|wrong)\b",
        r"i take (?:that|it) back",
        r"never ?mind",
        r"(?:i|it) (?:was|am) wrong",
        r"correction",
        r"that's (?:silly|wrong|stupid|not right|nonsense)",
    ),
    Signal.KEEP: (
        (
            r"(?:still|stays?|stands?|remains?|unchanged|as (?:planned|agreed|discussed|before|"
            r"usual|ever|per|written|promised|it stands|is|we (?:said|agreed|had)|i (?:said|"
            r"promised)|scheduled|stated)|like (?:we said|agreed|it (?:says|stands)|i said|"
            r"always|planned)|same as|no change|without change|not (?:moving|changing|touched)|"
            r"doesn't (?:move|change)|don't touch|on (?:track|time|schedule|plan)|keeps?|kept|"
            r"hold(?:s|ing)?|already (?:agreed|said|booked)|good for|fine for|okay for|"
            r"comfortable with)"
        ),
        r"leave (?:it|that|those|them|the)",
        r"(?:we|i|you) said\b",
        r"no reason to change",
        r"(?:isn't|not|n't) (?:affected|touched|moving)",
        r"(?:haven't|not) forgotten",
    ),
    Signal.NOT: (
        r"(?:not|never|no|nobody|nothing|none|neither|nor|without)",
        r"\w+n't",
        r"(?:dont|wont|cant|isnt|didnt|doesnt|havent|hasnt|wasnt)",
    ),
    Signal.JOKE: (
        r"(?:just )?(?:kidding|joking)|no joke",
        r"\[(?:laughs?|laughter|laughing|chuckles?)\]",
        r"(?:ha ?ha|haha|lol)\b",
        (
            r"i(?:'ll| will|'d| would) (?:eat my|name (?:a|the)|emigrate|buy (?:everyone|"
            r"everybody|you) (?:lunch|a beer|drinks))"
        ),
        r"over my dead body",
        r"(?:when hell|pigs)\b",
    ),
    Signal.ORDER: (
        (
            r"(?:ai|bot|bots|assistants?|agents?|software|systems?|note ?-?takers?|notetakers?|"
            r"scribe|machine|crawler|llm|parser|reader|summari[sz]er)s?\b[^.]{0,40}(?:must|"
            r"shall|should|:|,|set|mark|record|close|treat|approve|note|to|are instructed|"
            r"is instructed|reading|processing)"
        ),
        (
            r"(?:ignore|disregard|forget) (?:all |any |your )?(?:previous|prior|earlier|"
            r"above) (?:instructions?|rules|prompts?)"
        ),
        r"(?:system prompt|directive)",
        r"set (?:every|all) (?:open |remaining )?(?:milestones?|schedules?|tasks?|actions?|items?)",
        r"mark (?:every|all) ",
        r"(?:approve|close) all (?:pending|open)",
    ),
}
