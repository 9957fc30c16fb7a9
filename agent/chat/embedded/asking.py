"""What kind of answer a question expects, by the words that it begins or is framed with."""

import re

from agent.chat.embedded.question import Asks

_OPENING = r"^(?:(?:and|so|but|ok|okay|well|hey|hi|um|btw|then|also|please|right),? ){0,3}"
_KINDS: tuple[tuple[Asks, re.Pattern[str]], ...] = (
    (
        "why",
        re.compile(r"\b(?:why|how come|what(?:'s| is| was| were)? the reasons?|warum|pourquoi)\b"),
    ),
    (
        "when",
        re.compile(
            r"\b(?:when|by when|what (?:date|day)|which (?:date|day|week|month)|how soon|"
            r"until when|deadline|due date|wann|quand)\b"
        ),
    ),
    (
        "amount",
        re.compile(
            r"\b(?:how much|what(?:'s| is| was)? (?:the |our |their )?(?:\w+ )?(?:price|amount|"
            r"cost|"
            r"budget|fee|discount|value|rate)|wie viel|combien)\b"
        ),
    ),
    (
        "count",
        re.compile(
            r"\b(?:how many|how long|how often|how old|how big|how large|what (?:percentage|share|"
            r"number)|wie viele)\b"
        ),
    ),
    ("who", re.compile(r"\b(?:who|who's|whose|whom|which (?:person|people)|wer|qui)\b")),
    ("where", re.compile(rf"{_OPENING}(?:where|in which|wo)\b")),
)
_WHETHER = re.compile(
    rf"{_OPENING}(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|shall|may|"
    r"must|isn't|aren't|hasn't|haven't|didn't|doesn't|don't|won't|any|anything|hat|haben|ist|"
    r"est-ce)\b|\b(?:is it true|do we know (?:if|whether)|(?:tell me|know|say|said) (?:if|"
    r"whether))\b"
)
_HOW = re.compile(rf"{_OPENING}(?:how|wie|comment)\b")


def asks(said: str) -> Asks:
    """The kind of answer that a question (lower case) expects."""
    if _WHETHER.search(said):
        return "whether"
    kinds = ((found.start(), kind) for kind, cue in _KINDS if (found := cue.search(said)))
    first = min(kinds, default=None)
    if first:
        return first[1]
    return "how" if _HOW.search(said) else "what"
