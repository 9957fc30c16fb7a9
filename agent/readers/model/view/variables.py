"""All variables of a reading's prompts, with the fences around what others wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.ports import Context
from agent.readers.embedded.dates.order import day_first
from agent.readers.model.view.calendar import calendar
from agent.readers.model.view.earlier import recalled, risks, waiting
from agent.readers.model.view.fence import fence, without
from agent.readers.model.view.people import people
from agent.readers.model.view.plan_lines import deal_line, plan_lines
from agent.readers.model.view.short_ids import ShortIds, short_ids
from agent.readers.model.view.turns import Piece, source_text


@dataclass(frozen=True)
class View:
    """A reading's context as a model sees it.

    Attributes:
        context: The context.
        ids: Its short ids.
        deal: The variables that only the deal decides, the same for each of its sources.
        source: Those that are the same for every call about this source.
    """

    context: Context
    ids: ShortIds
    deal: Mapping[str, str]
    source: Mapping[str, str]

    def variables(self, pieces: Sequence[Piece], **more: str) -> dict[str, str]:
        """The variables of one call: the turns it is about, and what else its prompt takes."""
        told = {
            **self.deal,
            **self.source,
            "source": source_text(self.context.source, pieces, self.ids),
            **more,
        }
        fences = (self.deal["deal_fence"], self.source["source_fence"])
        return {
            name: text if name.endswith("_fence") else without(text, fences)
            for name, text in told.items()
        }


def view(context: Context) -> View:
    """Put together all that does not depend on which turns are read."""
    ids = short_ids(context)
    return View(context, ids, _deal(context, ids), _source(context, ids))


def _deal(context: Context, ids: ShortIds) -> dict[str, str]:
    told = {"deal": deal_line(ids.plan), "people": people(ids), "plan": plan_lines(ids)}
    marked = fence(context.workspace, context.plan.deal.id, *told.values())
    return {**told, "deal_fence": marked}


def _source(context: Context, ids: ShortIds) -> dict[str, str]:
    whole = (f"{turn.speaker}: {turn.text}" for turn in context.source.turns)
    told = {
        "waiting": waiting(context, ids),
        "risks": risks(context, ids),
        "recalled": recalled(context),
    }
    marked = fence(context.workspace, context.source_id, *told.values(), *whole)
    on = calendar(context.source.day, day_first=day_first(context.plan.deal))
    return {**told, "calendar": on, "source_fence": marked}
