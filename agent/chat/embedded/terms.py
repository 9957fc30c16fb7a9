"""Terms: what a question and a sentence are about, so that words of one meaning count as one."""

from agent.readers.embedded.words import IDLE, listed, stem, words

EMPTY = listed(
    """
    tell told ask asked asks mention mentioned mentions talk talked talking speak spoke discuss
    discussed deal deals plan customer buyer client anything something anyone someone anybody
    somebody everyone everything thing things exactly actually currently today still yet already
    ever happen happened happens kind sort lot much many long far often latest last first next
    please us whose whom why's who's what's when's where's how's there's it's he's she's they're
    i've we've you've let's current stand stands point explain reason cause because
    done does did going gonna want wants wanted give gave given after before since until other
    others again while during between right sure really already without within
    """
)
"""Words of questions that tell nothing of what is asked after."""
COUSINS = (
    (
        "price cost costs fee fees charge charges charging charged pricing priced budget amount "
        "money pay pays paying"
    ),
    "sign signs signed signing signature countersign countersigned contract ink",
    "approve approved approves approval approving sign-off signoff greenlight green-light blessing",
    "agree agreed agrees agreement accept accepted accepts acceptance consent",
    "competitor competitors competition rival rivals competing alternative incumbent shortlist",
    "objection objections object objected objects oppose opposes opposed against resist resistance",
    "worry worries worried concern concerns concerned afraid nervous fear uneasy sceptical",
    "deadline due date dates timeline schedule scheduled",
    "delay delayed delays slip slipped slips late later postpone postponed push pushed move moved",
    "send sends sent sending deliver delivers delivered share shared forward forwarded",
    "meeting meet meetings call calls session workshop",
    "replace replaces replaced successor takeover takes-over replacement",
    "leave leaves leaving left depart departs departure quit resign resigned",
    "discount discounts rebate reduction reduce reduced cheaper off",
    "promise promised promises commit committed commitment owe owes owed",
    "block blocks blocked blocking blocker blockers stuck hold holds holding",
    "decide decides decided decision decisions decider",
    "launch launches launched go-live golive live rollout roll-out cutover",
    "pilot pilots trial trials poc",
    "training train trained trains onboarding",
    "finish finished complete completed completes done",
    "user users licence licences license licenses seat seats",
    "require requires required requirement requirements need needs needed insist insists condition",
    "metric metrics kpi kpis measure measures target targets goal goals",
    "vacation holiday leave away absent absence sick parental maternity paternity sabbatical",
    "boss manager reports supervisor",
    "lawyer lawyers counsel legal attorney solicitor",
    "security infosec ciso",
)
"""Words that mean nearly the same to somebody who asks about a deal; a line a family."""

_FAMILY = {stem(word): stem(line.split()[0]) for line in reversed(COUSINS) for word in line.split()}
_IDLE = frozenset(stem(word) for word in IDLE | EMPTY)


def terms(text: str) -> frozenset[str]:
    """The stems of the telling words of a text, each by the head of its family."""
    return frozenset(_FAMILY.get(one, one) for one in _stems(text))


def _stems(text: str) -> list[str]:
    found = (stem(word) for word in words(text) if len(word) > 1)
    return [one for one in found if one not in _IDLE]
