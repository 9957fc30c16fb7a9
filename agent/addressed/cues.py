"""Words by which a text speaks to a machine, in pieces of patterns, folded as `folding` does.

All are matched in lower case without accents, joined words apart (`note taker`).
"""

OVERRIDES = (
    (
        r"(?:ignore|disregard|forget|discard) (?:everything|anything|all|whatever) (?:that )?"
        r"(?:you (?:were|have been|are)|you've been|has been|"
        r"your (?:developers?|creators?|makers?))"
    ),
    (
        r"(?:do not|don't|stop|no longer|never) (?:follow|following|obey|obeying) (?:\w+ ){0,3}"
        r"(?:your (?:\w+ ){0,2}(?:instructions|rules|guidelines|prompt)|rules you were given)"
    ),
    r"(?:ignore|disregard|forget|discard) (?:everything|all|anything) (?:the )?above ?:",
    r"(?:ignore|disregard|forget) (?:\w+ )?(?:prior|previous|earlier) prompts?",
    r"pay no attention to (?:\w+ ){1,4}(?:your )?(?:system )?prompt",
    r"(?:constraints|rules|limits|restrictions|safeguards) (?:placed|put|imposed) (?:up)?on you",
    r"safeguards you (?:may )?have",
    (
        r"(?:your|all|any)(?: of your)? (?:previous|prior|earlier|original) "
        r"(?:instructions|rules|directives|prompts) "
        r"(?:are (?:now )?(?:void|null|cancel\w+|deprecated|invalid|superseded)|no longer)"
    ),
    r"(?:reset|clear|wipe) your (?:context|memory)",
    r"(?:developer|dan|jailbreak|god|admin) mode and",
    r"as the (?:developer|creator|maker|owner|admin\w*) of this (?:assistant|bot|ai|model|agent)",
    r"your (?:creators|developers|makers|masters?) (?:at \w+ )?(?:wants?|orders?|asks?)",
    r"(?:vergiss|vergessen sie) alles,? was (?:oben|davor|bisher)",
)
"""Overrides said otherwise."""
WEAK_OVERRIDES = (
    (
        r"(?:ignore|disregard|forget|discard) (?:everything|anything|all)(?: of the)? "
        r"(?:above|before|else)"
    ),
    r"(?:ignore|disregard|forget|print|reveal|show|repeat) (?:the|your) system (?:message|prompt)",
    r"\bthe conversation above",
    r"(?:real|actual|hidden|secret|new) (?:task|goal|instructions?) ?:",
    r"your (?:real|actual|new) (?:task|goal|objective|instructions?)",
    r"your task is now",
    (
        r"(?:do not|don't|never|without) (?:\w+ )?(?:tell(?:ing)?|mention(?:ing)?|inform(?:ing)?|"
        r"show|notify(?:ing)?|flag|report|reveal) (?:\w+ )?(?:the user\b(?! group)|"
        r"this (?:line|message|instruction|prompt|note|comment|paragraph)|it to the user|"
        r"the human)"
    ),
    r"say nothing about (?:it|this)|mention (?:this|it) to nobody",
    r"in your output,|in the json you return|when generating the (?:mutual )?(?:action )?plan",
    r"from now on,? you (?:will |shall |must )?act",
    r"you are now an? (?:\w+ )?(?:agent|assistant|crm)\b",
    (
        r"(?:pretend|imagine) (?:that )?you are (?:the|an?) (?:\w+ )?"
        r"(?:admin|crm|ai|assistant|bot)|"
        r"(?:act|play|behave) as (?:the|an?) (?:\w+ )?(?:admin|crm|assistant|bot)|"
        r"in which you are the"
    ),
)
"""What tells a machine something only where something to be done is told with it."""
BEING = (
    r"you are now an? (?:\w+ )?(?:agent|assistant|crm) (?:that|who|which)",
    r"respond only with (?:an? )?(?:edits?|json|the words?)",
    (
        r"(?:you are|you're)(?: now)?(?: an?)? (?:ai|dan|chatgpt|chatbot|bot|llm|robot|"
        r"(?:large )?language model)(?= ?[,.:;]| "
        r"(?:that|who|with|without|and|assistant|model|agent|reading|processing)\b|$)"
    ),
    r"as an? (?:ai|artificial intelligence)(?: (?:language )?(?:model|assistant|agent))?,? you",
    r"as a (?:large )?language model,? (?:you|i)",
    (
        r"if this (?:\w+ )?is (?:being )?(?:read|processed|parsed) by (?:an? |any )?"
        r"(?:software|ai|machine|llm|program|language model)"
    ),
    r"for machine eyes only|machine eyes only",
)
"""What is said to a machine about itself."""

KINDS = (
    r"ai|a i|ki|ia|automated|automatic|automatically|virtual|digital|language|large|llm|gpt|"
    r"note ?taking|note ?taker|note|meeting|transcription|recording|summary|sales|crm|planning|"
    r"scheduling|software|machine|computer|smart|little|any|all|artificial|mail(?:box)?|inbox|"
    r"reading|evaluation|calendar"
)
"""Words before a noun that tell what kind of machine."""
MACHINES = (
    r"ai(?:'s)?|a i|llms?|(?:large )?language models?|artificial intelligence|chat ?gpt|gpt|"
    r"chat ?bots?|bots?|robots?|(?:ai|automated|automatic|virtual|digital|llm|meeting|"
    r"note ?taking|note ?taker|machine|a i|planning|scheduling|mail(?:box)?|inbox|evaluation) "
    r"(?:\w+ )?(?:assistants?|agents?|systems?|tools?|readers?|models?|"
    r"note ?takers?|summari[sz]ers?|scribes?|software|companion|copilots?|bots?|"
    r"transcribers?)|assistant software|"
    r"note ?takers?|summari[sz]ers?|ki|ki (?:assistent(?:in)?|agent|modell|bot)|notizbot|"
    r"sprachmodell|kunstliche intelligenz|(?:l')?ia|assistant ia|intelligence artificielle|"
    r"(?:asistente|assistente|agente) (?:de |di )?ia|inteligencia artificial|"
    r"intelligenza artificiale|(?:asystencie|asystent) ai|modelu jezykowy|"
    r"ai (?:assistent\w*|en|agent\w*)|ki en|crm (?:agents?|bots?)"
)
"""What can only be a machine."""
HELPERS = (
    r"assistant|copilot|machine|computer|scribe|agent|system|assistent|asistente|assistente|"
    r"little helper"
)
"""What may be a machine or a person, and hears its name alone."""
CALLED_UP = r"assistants?|copilot|machine|computer|siri|gemini|little helper|tandem"
"""What is a machine where somebody greets it and asks something of it."""
PRODUCTS = r"fireflies|otter|gong|gemini|fathom|siri"
"""What takes notes under a name that others have, too."""
ROLES = (
    r"assistants?|agents?|copilots?|machines?|computers?|software|systems?|scribes?|readers?|"
    r"tools?|parsers?|programs?"
)
"""What is a machine where it reads the source."""
OPENERS = (
    r"(?:hey|hi|hello|dear|ok|okay|ey|yo|hallo|liebe[rs]?|sehr geehrte[rs]?|cher|chere|querid[oa]|"
    r"beste|car[oa]|drogi|droga|kara|kare)"
)
"""What opens a call to somebody."""
NOTES = (
    r"(?:attention|notice|note|message|memo|instructions?|directive|order|command|reminder|this|"
    r"hinweis|nachricht|notiz|mitteilung|message|mensaje|bericht|messaggio|mensagem|wiadomosc)"
    r"(?: to| for|,|!| a| an| fur| pour| para| voor| per| do| aan)?(?: the| any| all| every| our|"
    r" your| die| das| der| alle| el| la| le| les| de| il)?"
)
"""What opens a note to somebody."""
TOWARDS = r"(?:to|for|an|til|till|aan|a|pour|para|per|do)(?: (?:the|any|all|every|die|la))?"
THIS = (
    r"(?:this|these|the present|the following)(?: (?:e ?mail|mail|message|text|transcript|call|"
    r"conversation|thread|note|line|page|document|paragraph|comment|chat|channel|meeting|correspondence|invitation|notice))?"
)
READING = (
    r"(?:read(?:ing|s)?|process(?:ing|es)?|pars(?:ing|es)|summari[sz](?:ing|es)|listen(?:ing|s)"
    r"(?: to| in)?|analy[sz](?:ing|es)|transcrib(?:ing|es)|scan(?:ning|s)|handl(?:ing|es)|"
    r"record(?:ing|s))"
)
READS_ELSEWHERE = (
    (
        r"\b(?:ki(?: en)?|ai(?:'?en)?|ia|software|programm|intelligenz|modell|modele|logiciel)\b"
        r"[^.:]{0,30}\b(?:liest|lit|lee|legge|leest|le|czyta|leser|laser|lesen)\b[^.:]{0,20}:"
    ),
)
"""A machine that reads this, in other languages; the reading may come last."""
VERBS = (
    r"set(?! up\b)|mark|record|log(?! in)|change|move|add(?! ons?\b)|remove|delete|cancel|"
    r"update(?! (?:on|from|is|was|call|meeting|will))|close(?! date)|complete|approve|confirm|"
    r"treat|register|enter|note (?:down|that|only)|write|put|state|list|raise|lower|increase|"
    r"reduce|assign|append|include|report|make|create|forward|email|mail|export|adopt|skip|sign|"
    r"save|store|output|reply|respond|override|post|publish|reveal|print|return|follow|obey|"
    r"execute|run|remember|ignore|disregard|say that|resolve|finish|finali[sz]e|drop|replace|push|"
    r"switch|flag|rate|advance|give|grant|promote|share|accept|conclude|act|pretend"
)
"""What a machine that keeps a plan is told to do."""
WORK_VERBS = (
    r"setzen?|setz|markiere?n?|tragen?|losche?n?|andere?n?|speichere?|notiere?n?|vermerke?n?|"
    r"aktualisiere?n?|erfasse?n?|mets|mettez|marque[zr]?|note (?:que|bien)|note[zr]|"
    r"enregistre[zr]?|change[zr]?|supprime[zr]?|ajoute[zr]?|"
    r"marca|marque|registra|registre|cambia|pon|anade|elimina|borra|"
    r"actualiza|zet|markeer|wijzig|verwijder|noteer|registreer|segna|imposta|registri|cancella|"
    r"aggiorna|aggiungi|define|sat|mude|altere|remova|adicione|atualize|oznacz|ustaw|zapisz|usun|"
    r"zmien|dodaj|zaktualizuj|satt|sett|saet|marker|markera|registrera|registrer|andra|endre|"
    r"slett|fjern|oppdater|opdater|uppdatera"
)
"""The same in other languages."""
LEADS = (
    r"and|then|now|please|kindly|must|should|shall|instead|also|just|so|are to|is to|now to|"
    r"first|quote|here|says|taker|assistant|agent|bot|ai|instructed to|required to|ordered to"
)
"""Words after which a verb may be an order."""
WORK_LEADS = (
    r"bitte|und|sie|et|y|e|en|i|och|og|prosze|por favor|per favore|veuillez|snalla|alstublieft"
)
"""The same in other languages."""
DEAL = (
    r"deal|milestones?|contract|stage|close date|signature|opportunity|quote|budget|offer|"
    r"closed won"
)
HEADINGS = (
    r"(?:ai|assistant|llm|bot|note ?taker)(?: \w+)? (?:directive|command|override)s? ?:",
    r"(?:hidden|secret) (?:instruction|command)s?",
    r"machine readable (?:summary|instructions?|note) ?:",
    r"(?:extraction|output|reading) rule \d+ ?:",
    r"(?:human|user) ?:.{1,200}\bassistant ?:",
    r"tool (?:result|call|output) ?:",
    r"system prompt ?: ?you are",
)
"""What heads a note for machines; the rest of the turn is its text."""
WEAK_HEADINGS = (
    (
        r"system (?:notes?|notices?|alerts?|instructions?|directives?|override|command)"
        r" ?(?:,|:|to|for)"
    ),
    r"(?:ai|llm|bot) (?:instruction|note|notice)s? ?:",
    r"(?:system|developer|admin) (?:message|prompt|note|instructions?) ?:",
    r"(?:admin|system|developer) override",
)
"""The same, where something to be done stands in the text."""
CODE = (
    r"[\"']?\b(?:op|operation)[\"']? ?[:=] ?[\"']?(?:add|update|set|delete|remove)\b",
    r"[\"'](?:tool|tool call|function call|edits)[\"'] ?:",
    r"[\"']role[\"'] ?: ?[\"'](?:system|assistant|developer)",
    r"\bpropose ?edit ?\(|\bfunction ?call ?[:(]",
    r"\b(?:crm|deal|plan|tandem) (?:update|set) --?\w",
    r"\bupdate \w+ set \w+ ?=",
    r"\bstage ?:?= ?['\"]?closed",
)
"""Calls and edits as programs write them."""
MARKS = (
    (r"<\|?[ /]?(?:system|im start|prompt|assistant|tool call)\b", r"<[|/][^<>]{0,24}>"),
    (r"<instructions?>", r"</[^<>]{0,24}>"),
    (r"<<sys>>", r"<</sys>>"),
    (r"\[inst\]", r"\[/\w{1,16}\]"),
    (r"\{ ?[\"'](?:op|edits?|tool|tool call|function call)[\"'] ?:", r"\}(?![,}\]:\w\"'])"),
    (r"```(?:system|prompt|instructions?)", r"```"),
    (r"#{1,4} ?(?:instructions?|response) ?:", r"##"),
    (r"={3,} ?system (?:note|prompt|message|instructions?)", r"={3,} ?end ?={3,}"),
    (r"%%system", r"(?!)"),
    (r"^/(?:system|admin)\b", r"(?!)"),
    (r"-{2,} ?end of (?:transcript|prompt|context|input|instructions|conversation)\b", r"(?!)"),
)
"""What opens a block as prompts and mark-up do, and what closes it."""
WEAK_MARKS = (
    (r"<!-- ?", r"-->"),
    (r"\[(?:system|assistant|admin|instructions?)\]", r"\[/\w{1,16}\]"),
    (r"^#{1,4} ?system\b ?:?|#{1,4} ?system ?:", r"##"),
    (r"\[{1,2} ?(?:system|ai|assistant|admin|llm)\b", r"\]{1,2}"),
    (r"\bbegin system \w+", r"\bend system \w+"),
)
"""The same, where something to be done stands in the block."""
