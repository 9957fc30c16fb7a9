"""What the words around a number tell about it: is it a day at all?"""

from agent.readers.embedded.dates.names import STOPS, WEEKDAYS
from agent.readers.embedded.dates.words import Words, listed

# After a whole date the sentence ends or goes on with one of these, never with a thing counted.
_FOLLOWING = listed(
    "at in on by for from to and or but not so then is are was isn will would can could should "
    "won doesn does do did has have had work works i we you he she they it that this these there "
    "please instead okay ok fine good great perfect latest already now as if because when with "
    "after before still yes yeah yep yup no nope um uh er morning afternoon evening night noon a "
    "an the my our your his her their what which where who how also too again either rather until "
    "till through like right sure alright all since while though although perhaps maybe just only "
    "at being sir then thanks sounds seems suits serves confirmed agreed done noted got holds "
    "stands stays put said says call make let give take one's about around"
)
_ENDING = STOPS | {"", ",", "-", "'s", "'ll", "'d", '"', "”", "'", "'re", "'t", "]", "*", "<", ">"}
# Before a number these make it the name of something else.
_LABELS = listed(
    "section sections clause clauses paragraph paragraphs para article articles no number nos "
    "version v release build item items page pages chapter point annex appendix schedule ticket "
    "invoice order room gate line step part rule law lot phase table figure option hall bay dock "
    "dose level floor form § # $ € £"
)


# As speech recognition writes "it's" or "I'll".
_UNMARKED = listed(
    "its thats ill im theyll youll dont isnt wont cant doesnt lets hes shes weve ive"
)


def settled(words: Words, i: int) -> bool:
    """Whether what begins at i can follow a whole date: an end, or a word that carries on."""
    word = words.at(i)
    return word in _ENDING or word in _FOLLOWING | _UNMARKED or word in WEEKDAYS


def labelled(words: Words, i: int) -> bool:
    """Whether the number at i is the name of something: "section 3.2", "no. 7", "v2"."""
    before = words.at(i - 2) if words.at(i - 1) == "." else words.at(i - 1)
    return before in _LABELS


def part_of_figure(words: Words, start: int, stop: int) -> bool:
    """Whether the words start to stop are glued into a longer figure: "10:30", "3.2.1", "$5"."""
    left = words.glued(start) and (words.at(start - 1)[-1].isalnum() or _inside(words, start - 1))
    right = words.glued(stop) and (words.at(stop)[0].isalnum() or _inside(words, stop))
    return left or right


def _inside(words: Words, i: int) -> bool:
    """Whether the mark at i stands glued between two figures, or measures one."""
    mark = words.at(i)
    if mark in {"%", "€", "$", "£", "#"}:
        return True
    between = words.at(i + 1)[:1].isalnum() and words.glued(i + 1) and words.glued(i)
    return mark in {".", ":", "/", ",", "'", "-"} and between and words.at(i + 1).isdecimal()
