"""Words that say that somebody is away, or back; every pattern takes time linear in a sentence."""

import re

KIND = (
    r"(?:(?:my|his|her|the|annual|parental|maternity|paternity|family|sick|study|half-term|"
    r"summer|winter|christmas|easter|long) ){0,3}"
)
FREE = rf"{KIND}(?:leave|holidays?|vacation)\b"
IS = (
    r"(?:'m|\bam|\bim|'ll be|\bwill be|'s|\bis|\bbe)"
    r"(?: (?:also|still|then|now|already|both|actually|currently))?"
)
AWAY = re.compile(
    rf"{IS} (?:(?:on |off on )?{FREE}|out of (?:the )?office\b|away\b(?! from (?:the|my) desk)|"
    r"not in the office\b|on pto\b)"
    rf"|\b(?:goes?|going|takes?|taking|starts?|starting)(?: on| off on)? {FREE}"
)
"""Somebody is away, whatever follows."""
OFF = re.compile(rf"{IS} (?:off|out)\b")
"""Somebody is away if a time follows: people are also off topics, and out of options."""
RETURN = re.compile(
    rf"(?:{IS}|\bcomes?|\bcoming) back"
    r"(?: in the office| at (?:my|his|her) desk| at work| from (?:leave|holiday|vacation))?"
    r",? (?:on )?(?:the )?"
    r"|(?:(?<=, )|(?<= and ))back(?: in the office| at work)?,? on (?:the )?"
    r"|\b(?:returns?|returning)(?: to (?:the office|work))? on (?:the )?"
)
"""Somebody is back on the day that stands right behind."""
BRINGING = re.compile(r",? (?:with|to you)\b")
"""Behind the day: somebody comes back to a subject, and was not away."""
NOT_BACK = re.compile(
    r"(?:won't|will not|'m not|am not|isn't|is not|'s not) be(?:ing)? back"
    r"(?: in the office| at work)? (?:until|till|before) (?:the )?"
)
"""Somebody is not back before the day that stands right behind."""
AUTOMATIC = re.compile(rf"\b(?:on {FREE}|{FREE}|out of (?:the )?office\b|away\b|absent\b)")
"""What the writer of an automatic reply need not say of whom."""
AUTOMATIC_RETURN = re.compile(
    r"\b(?:back|return|returning|again (?:available|reachable)|(?:available|reachable) again)\b"
    r"(?: (?:in|to) the office| (?:at|to) (?:my desk|work))?"
)
ANY = re.compile(
    r"\b(?:back|leave|holidays?|vacation|pto|away|office|off|out|returns?|returning)\b|again"
)
"""No sentence without one of these says that somebody is away."""
OTHERS = re.compile(r"\b(?:he|she|they|we|he's|she's|they're|we're|colleagues?)\b")
"""In an automatic reply, what follows may be said of others than its writer."""

FILL = (
    r"(?:,? (?:just |only )?(?:so|that) you know,?|,? by the way,?|"
    r"(?: (?!(?:i|we|you|he|she|they|it|and|but|so|let|that|which|who|then|will|please)\b)"
    r"[\w'-]+){0,4})"
)
"""A few words between being away and the time of it, none of which begins another statement."""
UNTIL = re.compile(rf"{FILL},? (?:until|till|til)(?: the)? ")
AFTER = re.compile(rf"{FILL},? (?:until|till|til) after(?: the)? ")
FROM = re.compile(rf"{FILL},?(?: (?:from|between|on|starting|as of))?(?: the)? ")
WHOLE = re.compile(r"(?: (?:all|the whole of))? ")
TO = re.compile(
    r",? ?(?:to|until|till|til|through|thru|up to|and|-|–) ?(?:the )?(?:and including )?"
)
STARTING = re.compile(
    r"\b(?:from|as of|starting|(?:off|away|leave|holidays?|vacation) on)(?: the)? $"
)
LASTING = re.compile(rf"{FILL},? for ")
LASTING_THEN = re.compile(r",? (?:for )?")
