"""Cues of the state that words report: done, come, approved, started, blocked, dropped."""

from agent.readers.embedded.cues.signal import Signal

DID = (
    r"(?:done|finished|completed|closed|sorted|fixed|cleared|picked|loaded|booked|ran|re-ran|"
    r"wrote|built|tested|ordered|"
    r"invited|enrolled|set up|filled|zipped|pulled|uploaded|mapped|posted|created|rebuilt|"
    r"imported|scanned|added|checked|"
    r"went through|trained|wired|installed|translated|written|reserved|activated|opened|"
    r"exported|collected|named|connected|"
    r"registered|printed|migrated|copied|corrected|updated|signed|moved|ticked|wrapped up|"
    r"handed over|cleaned|labelled|"
    r"configured|switched|rolled out|delivered|held|presented|shown)"
)
SENT = (
    r"(?:sent|mailed|emailed|e-mailed|forwarded|shared|shipped|delivered|dropped|submitted|"
    r"returned|handed over|handed in|"
    r"posted|circulated|filed|lodged|uploaded|pushed|issued|provided)"
)

STATES: dict[Signal, tuple[str, ...]] = {
    Signal.DONE: (
        (
            r"(?:is|are|was|were|'s|'re|been|got|all|both|i'm|we're|they're|that's|it's) "
            r"(?:now |all |already |finally |officially |completely |just |fully )?"
            r"(?:done|finished|complete|completed|concluded|closed|sorted|cleared|fixed|"
            r"wrapped up|in place|in the bag|ready|over and done|behind us|through|booked|"
            r"loaded|installed|reserved|uploaded|activated|set up|invited|trained|written|"
            r"wired|built|tested)(?! (?:on|in|by|before|when|until|with it|to go|and easy|for)\b)"
        ),
        r"^(?:all |yep |yes,? |that's |ok |okay )?(?:done|finished|completed|sorted|ticked)[.!,]",
        (
            r"(?:done|finished|completed|sorted|cleared|wrapped up|ticked|"
            r"through)(?: from my side| on (?:our|my) side| with (?:that|it))?[.!]?$"
        ),
        r"got (?:it|that|this|them|those) (?:done|sorted|finished|fixed)",
        r"(?:you can )?tick (?:it|that|this)",
        r"off (?:my|the|your|our) (?:list|plate|desk)",
        r"(?:that's|thats|so that's) (?:me|us|that|it|one|this)? ?(?:done|finished|off)",
        r"(?:went|gone|go|are|is|is now|are now|calling us) live\b",
        (
            r"(?:consider|regard|mark|record|recording|call) (?:it|that|this|the \w+|them|"
            r"\w+) (?:as )?(?:done|finished|reviewed|final|closed|complete|completed|passed)"
        ),
        r"took place",
        r"(?:that )?(?:completes|concludes) ",
        r"(?:is|are|was) (?:now )?final\b",
        r"(?:are|is) (?:all )?in(?=[.,;!]|$| since| now| already)",
    ),
    Signal.DID: (
        (
            rf"(?:i|we|he|she|they|who|mechanic|team|it|that|'ve|'s|has|have|had)(?:'ve|'s|ve|"
            rf" have| has)? (?:just |already |now |all |also |finally |even )?{DID}"
        ),
        r"did (?:it|that|this|them|those) ",
        (
            r"^(?:and |so |yep |yeah |ok |okay )*(?:fixed|finished|pulled|trained|mounted|"
            r"approved|done|held|sorted|uploaded) "
        ),
    ),
    Signal.LATELY: (
        (
            r"(?:yesterday|last (?:night|week|monday|tuesday|wednesday|thursday|friday)|"
            r"this morning|over the weekend|on the weekend|since (?:yesterday|last|monday|"
            r"tuesday|wednesday|thursday|friday)|(?:an hour|ten minutes|half an hour) ago|"
            r"just now|a day early)"
        ),
    ),
    Signal.CAME: (
        r"(?:went|gone) (?:to|into|onto|across to|over to|up) ",
        (
            r"(?:has |have |'s |'ve |already |just )?(?:arrived|came in|came back|landed|"
            r"went out|gone out|went over|went across|gone over|went off|went with|got here|"
            r"reached (?:us|me|you|the|her|him))"
        ),
        (
            r"(?:is|are|they're|it's|those are) (?:already |over |now )?(?:here|there|in your|"
            r"in the (?:folder|shared|portal|post|box|data room))"
        ),
        (
            rf"(?:i|we|he|she|they|who|and|you)(?:'ve|'s|ve| have| has)? (?:just |already |"
            rf"now |both |all )?{SENT}"
        ),
        rf"^(?:just |and |all )*{SENT}",
        (
            rf"(?:is|are|was|were|been|'s|please find) (?:already |all |now |"
            rf"herewith )?(?:{SENT}|attached|received|enclosed|with you)"
        ),
        r"(?:attached|enclosed|herewith)\b",
        r"(?:we|i)(?:'ve| have)? (?:just |already )?received",
        r"received(?=[.,;:!]|$| on| and| with| it| your)",
        r"thank(?:s| you) for (?:the|your|sending|that)",
        r"acknowledge receipt",
        r"in your (?:inbox|folder|mailbox|hands)",
        (
            r"(?:you|they|she|he)(?:'ve| have)? (?:already )?(?:had|got|have) (?:it|them|"
            r"that)(?: already| since| now|[.,;!]|$)"
        ),
        r"i(?:'ve| have)? got (?:it|them|your|the .{0,30}(?:thanks|thank you))",
        r"came (?:on|this|yesterday|last|through|with|in)\b",
        r"(?:in|is in) the attachment",
    ),
    Signal.APPROVED: (
        (
            r"(?:is|are|was|were|been|got|'s|has|have|it|we|they|he|she|board|committee|"
            r"everybody|everyone|chief executive|ceo|cfo)(?:'s|'ve| has|"
            r" have)? (?:\w+ )?(?:approved|signed off|signed|accepted|passed|cleared|"
            r"initialled|granted|waved through|countersigned|ratified|endorsed|released)"
        ),
        r"^(?:ok |okay |and )?(?:approved|signed|accepted|passed|cleared)\b",
        r"gave (?:his|her|its|their|the) (?:approval|blessing|ok|okay|go)",
        r"(?:fully )?executed",
        r"both signatures",
        r"no (?:comments|conditions|objections?|open points?|more questions)",
        r"i'?m satisfied",
        r"(?:was|were|is|been) issued",
        (
            r"(?:terms|conditions|price|text|language|wording|scope) (?:is|"
            r"are) (?:now )?(?:agreed|settled|final)"
        ),
    ),
    Signal.STARTED: (
        (
            r"(?:has|have|'ve|'s|we|they|i) (?:just |already |now )?(?:started|begun|commenced|"
            r"kicked off|got going)"
        ),
        (
            r"(?:started|begun|commenced|began) (?:on|the|with|this|yesterday|today|monday|"
            r"last|it|our)"
        ),
        r"under ?way",
        r"in (?:progress|full swing)",
        (
            r"(?:are|is|we're|they're|i'm|am|it's) (?:now |currently |busy )?(?:running|"
            r"working on|halfway|half way|moving|rolling|on clause|reading|testing|installing|"
            r"loading|going through|back on)"
        ),
        (
            r"(?:back on (?:it|track)|rolling again|carry on|hold's (?:off|lifted)|"
            r"hold is (?:off|lifted)|off hold|unblocked|resumed?|"
            r"picked (?:it )?(?:back )?up again)"
        ),
    ),
    Signal.BLOCKED: (
        (
            r"(?:on (?:hold|ice)|parked|paused|frozen|stuck|blocked|stopped|stalled|halted|"
            r"suspended|stands? still|at a standstill|in limbo)"
        ),
        (
            r"(?:can't|cannot|can not|couldn't|nobody may|not (?:able|allowed) to) (?:start|"
            r"go (?:on|ahead|further|live)|continue|proceed|move|touch|test|carry on|"
            r"do anything)"
        ),
        (
            r"(?:not letting|won't let|nothing moves|nothing (?:flows|happens|goes) (?:until|"
            r"till|before))"
        ),
        r"dead in the water",
        r"stays? off until",
        r"waiting (?:on|for) .{0,40}before",
    ),
    Signal.CANCELLED: (
        (
            r"(?:cancel(?:led|ling|lation)?|scrap(?:ped|ping)?|binned|dropped|struck|"
            r"withdrawn?|called off|calling off|written off)\b(?! (?:it |them )?(?:in|on|by|"
            r"off|into) (?:the|your|my) (?:chat|drive|folder|inbox|desk|box))"
        ),
        (
            r"(?:scratch|bin|kill|strike|drop|skip|pull|lose|withdraw|cut|leave out|take out|"
            r"cross out|delete|remove) (?:it|that|this|them|that one|the \w+(?: \w+)?)(?: off|"
            r" out| completely| altogether| from the (?:plan|list))?(?=[.,!;]|$| then| please|"
            r" honestly| yeah| from| off| and)"
        ),
        r"call (?:it|that|the \w+|this) off",
        (
            r"(?:it|that|this|visit|trip|trial|pilot|workshop|demo|survey|session|round|audit|"
            r"meeting|refresher|roadshow|ride-along|lunch|training)(?:'s| is|s)? (?:off|dead|"
            r"out|gone|history|not happening)(?=[.,!;]|$| then| too| obviously)"
        ),
        r"forget (?:the|about the|about) ",
        (
            r"(?:take|taken|took|takes|taking) (?:it|that|this|the [\w' -]{1,30}|"
            r"[\w' -]{1,20}) (?:off|out of|out|away)(?: the| of the| your| our)? ?(?:plan|list|"
            r"scope|altogether|completely|it)"
        ),
        r"(?:take|taken) (?:it|that) (?:off|out)(?=[.,!]|$)",
        r"falls? away",
        r"no longer (?:exists?|happening|part of|applies|apply)",
        r"unbook",
        (
            r"(?:we|they|you|i) (?:don't|won't|do not|will not) (?:do|run|have|hold) (?:that|"
            r"this|the) [\w -]{1,30} any ?more"
        ),
        r"no (?:trip|visit|lunch|pilot|demo|workshop|training)(?: then)?[.,!]",
        r"(?:we|i|let's|i'll) (?:skip|leave out|scrap|drop|bin|kill|cancel) (?:it|that|the|this)",
        r"stands cancelled",
        r"not do it at all",
        r"can (?:be )?(?:strike|struck|cut|drop|dropped|cancel|cancelled|go)(?=[.,]|$)",
    ),
    Signal.UNNEEDED: (
        (
            r"(?:no longer|not|don't|dont|doesn't|nobody|won't) (?:be )?(?:need|needs|needed|"
            r"required|necessary)(?: (?:it|that|this|them|the|your|any ?more))"
        ),
        r"(?:is|are) not (?:needed|required|necessary)",
        r"no response is required",
        r"don't bother",
        r"(?:won't|i'll not|will not|not going to) (?:book|hire|order|send|write|do|prepare)",
        r"you can (?:stop|drop|forget|skip)",
        r"(?:you are|you're) released from",
        r"there (?:will|'ll) be no",
        r"one thing less",
        r"nothing to (?:survey|test|review|send|do)",
        r"falls? away",
        r"(?:leave it|forget it)(?=[.,!])",
        r"off (?:my|the|your|our) list",
    ),
    Signal.REOPENED: (
        r"(?:open|opened|in progress) (?:it |that )?(?:up )?again",
        (
            r"(?:set|put|move) (?:it|that|this|that one|back) (?:back )?(?:to|"
            r"in) (?:in )?(?:progress|open)"
        ),
        r"not (?:actually |really )?(?:finished|done|complete) after all",
        r"(?:un-ring|undo|reopen\w*|re-open\w*)",
        r"(?:wasn't|isn't|never|not) (?:actually |really )(?:done|finished|complete|sent)",
    ),
}
