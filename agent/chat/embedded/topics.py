"""Topics: which computed answer a question asks for, told by its words or by like questions."""

import re
from dataclasses import dataclass

from agent.chat.embedded.question import Asks


@dataclass(frozen=True)
class Topic:
    """A kind of question that a computed answer answers.

    Attributes:
        name: The computed answer's name.
        cue: Words of a question, lower case, that ask for it.
        alone: Whether it tells all there is; otherwise the words of sources are searched as well.
        asks: The kinds of question that may ask for it; empty for any.
        about: What a question must be about for it: an `item`, a `person`, a `holder` of a role
            or an item, or anything.
        examples: Questions that ask for it.
    """

    name: str
    cue: re.Pattern[str]
    examples: tuple[str, ...]
    alone: bool = False
    asks: frozenset[Asks] = frozenset()
    about: str = ""


def _topic(
    name: str,
    cue: str,
    *examples: str,
    alone: bool = False,
    asks: tuple[Asks, ...] = (),
    about: str = "",
) -> Topic:
    return Topic(name, re.compile(rf"\b(?:{cue})\b"), examples, alone, frozenset(asks), about)


TOPICS: tuple[Topic, ...] = (
    _topic(
        "approvals",
        r"\w+",
        "Has procurement approved the discount?",
        "Did they accept our terms?",
        "Is it true that she signed?",
        "Is the security review done?",
        asks=("whether",),
    ),
    _topic(
        "critical_path",
        r"critical path|slack|longest chain|buffer|on (?:track|schedule|time) (?:to|"
        r"for) (?:close|sign|go.?live)|"
        r"room (?:do we have|is there|left)|make the (?:close|signing|signature|go.?live) date|"
        r"still (?:close|sign|go live) (?:on time|by|this)",
        "What is the critical path to signature?",
        "How many days of slack do we have until go-live?",
        "Are we on track to close on time?",
        alone=True,
    ),
    _topic(
        "silence",
        r"quiet|silent|silence|gone dark|ghost\w*|not heard|haven't heard|hasn't (?:spoken|"
        r"answered|replied)|"
        r"unresponsive|not engaged|disengaged|who's missing",
        "Who has gone quiet?",
        "Which of the buyers have we not heard from lately?",
        "Has the sponsor gone dark on us?",
        alone=True,
    ),
    _topic(
        "next_steps",
        r"next steps?|what(?:'s| is| comes| happens)? next|what now|to-?do list|open (?:actions|"
        r"tasks|to-?dos)|"
        r"action items|what (?:should|must|do) (?:we|i) do (?:now|next|this week|today|tomorrow)|"
        r"what(?:'s| is) (?:on my plate|due this week|due next week|left to do|overdue)|overdue",
        "What are the next steps?",
        "What should I do next on this deal?",
        "What is still open on our side?",
        "Which tasks are overdue?",
        alone=True,
    ),
    _topic(
        "at_risk",
        r"(?:at )?risks?|risky|red flags?|what (?:could|might|can) go wrong|(?:should|"
        r"must) (?:we|i) (?:worry|be worried)|"
        r"endanger\w*|jeopard\w*|threat\w*",
        "What are the risks in this deal?",
        "What could still go wrong here?",
        "Should I be worried about this deal?",
        alone=True,
    ),
    _topic(
        "changes",
        r"what(?:'s| has| is|'ve)? (?:changed|new|different|happened)|"
        r"what did (?:\w+ ){0,3}change|changes? since|"
        r"news|catch me up|updates? (?:since|on)|since (?:the )?last (?:call|meeting|week|time)",
        "What changed since the last call?",
        "What is new since Monday?",
        "Catch me up on what happened last week.",
        alone=True,
    ),
    _topic(
        "blockers",
        r"block\w*|stuck|hold(?:s|ing)? (?:\w+ ){0,3}(?:up|back)|in (?:the|our) way|"
        r"whose (?:move|turn|court)|"
        r"(?:what|who)(?:'s| is)? (?:stopping|keeping|stops|keeps)|waiting (?:for|on)|bottleneck|"
        r"stalled|stalling|hung up",
        "What is blocking this deal?",
        "Whose move is it?",
        "What are we waiting for?",
        "Why is this deal not moving?",
    ),
    _topic(
        "outcomes",
        r"metrics?|kpis?|targets?|baselines?|success (?:criteria|measures?|metrics?)|outcomes?|"
        r"goals?|"
        r"business (?:goal|value|result)s?|stand against|how (?:do|will|would) they measure|"
        r"measured (?:by|on)",
        "What are their success metrics and where do they stand?",
        "What number do they want to reach, and from where?",
        "How will the customer measure success?",
        asks=("what", "how", "count", "amount", "where", "whether"),
    ),
    _topic(
        "amounts",
        r"prices?|pricing|amount|(?:contract|total|order) (?:sum|value)|deal (?:size|value|"
        r"worth)|worth|how much (?:is|are) (?:it|this|that|the (?:deal|contract|order))|"
        r"how much (?:do|does|will) (?:it|this|they|the deal|we) (?:cost|pay|get)|close date|"
        r"closing date|when do(?:es)? (?:we|it|this|the deal) close|stage|discount",
        "How much is the deal worth now and what was it before?",
        "What is the price now and why did it change?",
        "When does the deal close and in which stage is it?",
    ),
    _topic(
        "promises",
        r"promis\w*|owes?|owed|pledg\w*|(?:we|i|you|they|he|she) commit\w*|commitments?|"
        r"supposed to (?:send|do|get|deliver|give)|(?:on|off) the hook|"
        r"(?:what|which \w+) (?:do|does|did|must|should|will|is) (?:\w+ ){1,3}(?:send|deliver|"
        r"provide|do|get|give|"
        r"bring|prepare|sending|doing|getting|bringing)",
        "What did we promise them?",
        "What did they promise to send us, and by when?",
        "What do I still owe the customer?",
        "What is she supposed to deliver?",
    ),
    _topic(
        "roles",
        r"who(?:'s| is| are| was| has| will|m)?|whose|whom|which person|owners?|owns",
        "Who signs the contract?",
        "Who makes the decision?",
        "Who is our champion?",
        "Who is against us?",
        "Who holds the budget?",
        "Who owns that now?",
        "Who takes over from her?",
        asks=("who",),
        about="holder",
    ),
    _topic(
        "due",
        r"when|due|deadline|what (?:date|day)|which (?:date|day|week)|by when|slip\w*|moved?|"
        r"postpon\w*|push\w*|"
        r"delay\w*|late|resched\w*|shift\w*|how soon|until",
        "When is the security review due now?",
        "What was the date before, and who moved it?",
        "Why did the pilot slip?",
        "Until when do they need the documents?",
        about="item",
    ),
    _topic(
        "person",
        r"who is|who's|tell me about|what do we know about|(?:role|title|job|boss|position)|"
        r"reports? to|"
        r"for us or against|on our side|stance|sentiment|mood|attitude|feel\w* about|like us|"
        r"supporter|"
        r"where does \w+ stand|think\w* of us",
        "Who is this person and what is their role?",
        "Tell me about her.",
        "Is he for us or against us?",
        "How does she feel about the project?",
        about="person",
    ),
)
"""In the order in which their words decide: the narrow ones first."""
