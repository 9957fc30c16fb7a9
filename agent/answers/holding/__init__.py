"""What holds a deal or a milestone up now: found in the plan's graph and the open risks."""

from collections.abc import Collection
from datetime import date
from typing import get_args

from agent.answers.dossier import Dossier
from agent.answers.holding.blocker import Blocker, Cause
from agent.answers.holding.deal import deal_holding
from agent.answers.holding.milestones import actions_holding, milestones_holding
from plan.risks.situation import CLOSED
from plan.schedule import FINISHED, leading_to, unfinished

_RANK: dict[Cause, int] = {cause: rank for rank, cause in enumerate(get_args(Cause))}


def ends_of(dossier: Dossier) -> tuple[str, ...]:
    """Ids of the milestones for which the whole deal now waits.

    They are its open signatures; once those are over or the deal is won, its open go-lives;
    where it has neither, all open milestones. A deal that is lost waits for nothing.
    """
    stage = dossier.plan.deal.stage
    waiting = [one for one in dossier.plan.milestones if one.status not in FINISHED]
    signatures = [one.id for one in waiting if one.kind == "signature" and stage not in CLOSED]
    starts = [one.id for one in waiting if one.kind == "go_live"]
    every = [one.id for one in waiting]
    return () if stage == "closed_lost" else tuple(signatures or starts or every)


def blockers_of(dossier: Dossier, targets: Collection[str] | None = None) -> tuple[Blocker, ...]:
    """All that holds up some milestones now, or, where none are given, the whole deal.

    On the way are the milestones themselves and all that they wait for, however far, as
    long as each step between is open. Each of those is a blocker for the first of these
    causes that is true of it:

    - `blocked`: its status; since the day of the words, or else of the decision, that set it.
    - `said`: an open said risk of more than low severity touches it; since its first words.
    - `overdue`: it is due before today; since its due day.
    - `next`: it waits for nothing open; since the last of what it waits for was finished, but
      not before it came onto the plan.

    A target that waits for others is none for being overdue: it is what is held up. Open
    actions under any milestone on the way are blockers once overdue, since their due day. The
    whole deal is also held up by said risks that touch no open milestone, and by each sponsor
    whom an open risk has as silent, since last heard or else known. Blockers come by cause, as
    `Cause` lists them, then by day.
    """
    ends = ends_of(dossier) if targets is None else targets
    way = leading_to(unfinished(dossier.plan), ends)
    found = (
        *milestones_holding(dossier, way, frozenset(ends)),
        *actions_holding(dossier, way),
        *(deal_holding(dossier) if targets is None and _open(dossier) else ()),
    )
    return tuple(sorted(found, key=lambda one: (_RANK[one.cause], one.since or date.max)))


def _open(dossier: Dossier) -> bool:
    return dossier.plan.deal.stage != "closed_lost"
