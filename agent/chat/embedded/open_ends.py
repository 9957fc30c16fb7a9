"""Open ends: sentences that leave a question open, by which a source itself admits a gap."""

import re

from agent.readers.embedded.words import plain

_NOT = (
    r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|might)"
    r"(?:n't| not)"
)
_OPEN = re.compile(
    r"\b(?:"
    rf"{_NOT} (?:yet |really |actually |even |quite )?(?:know|knows|known|say|said|tell|told|"
    rf"decide|decided|hear|"
    r"heard|promise|have (?:a|an|any|the|that) (?:\w+ )?(?:date|number|figure|answer|opinion|"
    r"idea|view)|"
    r"answer|answered|discuss|discussed|name|commit|confirm|confirmed|asked?|seen|sure)|"
    r"(?:no|not any|not an) (?:idea|answer|decision|date|news|word|comment|opinion)|not sure|"
    r"unsure|"
    r"not (?:decided|settled|clear|agreed|known|final|signed|approved|there) yet|not yet|"
    r"(?:i'd|i'll|we'd|we'll|i|we|he'd|she'd|they'd)(?: would| will)? (?:have|need|want) to "
    r"(?:check|ask|look|think|see|find out|bring|take|talk|run|confirm)|"
    r"(?:i'd|we'd|i would|we would) (?:rather|prefer to|like to) (?:check|look|ask|think|see|wait)|"
    r"let me (?:check|ask|look|think|see|find out|take|bring|come back|get back|talk|sleep)|"
    r"(?:get|come|getting|coming) back to (?:you|us|me|them)|"
    r"(?:i'll|we'll|i will|we will) (?:check|ask|look into|find out|think|see|let you know)|"
    r"ask me (?:after|again|later|next)|too early|remains to be seen|to be confirmed|tbc|tbd|"
    r"can't (?:say|tell|promise|speak)|cannot (?:say|tell|promise|speak)|couldn't (?:say|tell)|"
    r"won't (?:say|tell|guess)|hard to say|who knows|depends on|under discussion|still open|"
    r"without a word|(?:waiting|wait) (?:for|on|to hear)|soon as|we'll see|"
    r"wir wissen (?:es )?nicht|"
    r"noch nicht|pas encore"
    r")\b"
)


def leaves_open(text: str) -> bool:
    """Whether a sentence says that something is not known, not decided or not told."""
    return bool(_OPEN.search(plain(text)))
