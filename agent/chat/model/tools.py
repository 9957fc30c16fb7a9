"""The tools of one question: computed answers, searches, and the one way to propose a change."""

from collections.abc import Sequence
from functools import partial

from langchain_core.tools import BaseTool
from pydantic import BaseModel, ValidationError

from agent.answers.computed import Computed
from agent.answers.dossier import Dossier
from agent.answers.portfolio import PORTFOLIO
from agent.answers.portfolio.across import Across
from agent.answers.registry import ANSWERS
from agent.chat.model.acting import Act, Acting, Arguments
from agent.chat.model.called import Called, Change, Query, schema_of
from agent.chat.model.limits import LIMITS
from agent.chat.model.lines import defused
from agent.chat.model.meant import about, about_all
from agent.chat.model.proposing import propose, proposed
from agent.chat.model.scene import Scene
from agent.chat.model.searching import in_plan, in_sources
from agent.chat.model.thread import said_by_user
from agent.readers.model.view.short_ids import ShortIds
from memory.errors import NotFoundError
from plan.errors import RefusedError
from tools.registry import granted

_SEARCHES = "Searches what was said and written in the deal's calls, mails, chats and notes."
_SEARCHES_PLAN = (
    "Searches the plan's people, milestones, actions and outcomes, and proposals that wait."
)
_PROPOSES = (
    "Proposes one change to one thing, for a person to approve; only where the user asks for it."
)
_NO_MORE = "No more look-ups for this question. Answer from what was returned so far."
_NO_MORE_PROPOSALS = "No more proposals for this question."
_TOLD = 300


class Toolbox:
    """The tools that a model may call for one question.

    Args:
        scene: The question.

    Attributes:
        proposals: Ids of the proposals that were made, in order.
        called: How many tools were called and did what they are for.
    """

    def __init__(self, scene: Scene) -> None:
        self.proposals: list[str] = []
        self.called = 0
        self._scene = scene
        self._left = LIMITS.tool_calls

    def tools(self) -> list[BaseTool]:
        """All tools that are granted where this question is asked."""
        return granted([*self._of_deal(), *self._of_all()], self._scene.scope)

    def _of_deal(self) -> list[BaseTool]:
        dossier, ids = self._scene.dossier, self._scene.ids
        if dossier is None or ids is None:
            return []
        return [
            *(self._computed(one, dossier, ids) for one in ANSWERS),
            self._tool("search_sources", _SEARCHES, Query, partial(self._search, dossier)),
            self._tool("search_plan", _SEARCHES_PLAN, Query, partial(self._search_plan, dossier)),
            self._tool("propose_edit", _PROPOSES, Change, partial(self._propose, dossier, ids)),
        ]

    def _of_all(self) -> list[BaseTool]:
        return [self._across(one) for one in PORTFOLIO if self._scene.dossier is None]

    def _across(self, one: Across) -> BaseTool:
        def act(told: Arguments) -> str:
            called = Called.model_validate(told)
            asked = about_all(called, self._scene.deals, self._scene.asked.question)
            return self._scene.lines.told_answer(one.compute(self._scene.deals, asked))

        return self._tool(one.name, one.tells, Called, act, one.takes)

    def _computed(self, one: Computed, dossier: Dossier, ids: ShortIds) -> BaseTool:
        def act(told: Arguments) -> str:
            called = Called.model_validate(told)
            asked = about(called, dossier, ids, self._scene.asked.question)
            return self._scene.lines.told_answer(one.compute(dossier, asked))

        return self._tool(one.name, one.tells, Called, act, one.takes)

    def _search(self, dossier: Dossier, told: Arguments) -> str:
        query = Query.model_validate(told).query
        found = in_sources(self._scene.library, dossier.plan.deal.id, query)
        lines = self._scene.lines
        return lines.told("search", found.statements, to_software=found.to_software)

    def _search_plan(self, dossier: Dossier, told: Arguments) -> str:
        found = in_plan(dossier, Query.model_validate(told).query)
        return self._scene.lines.told("search", found)

    def _propose(self, dossier: Dossier, ids: ShortIds, told: Arguments) -> str:
        if len(self.proposals) >= LIMITS.proposals:
            return _NO_MORE_PROPOSALS
        change = Change.model_validate(told)
        said = said_by_user(self._scene.asked)
        made = propose(change, self._scene.library, dossier.plan.deal.id, ids, said)
        if made.id not in self.proposals:
            self.proposals.append(made.id)
        return self._scene.lines.told("proposal", [proposed(dossier, made)])

    def _tool(
        self,
        name: str,
        tells: str,
        form: type[BaseModel],
        act: Act,
        takes: Sequence[str] | None = None,
    ) -> BaseTool:
        schema = schema_of(form, takes)
        bounded = partial(self._within_limit, act)
        return Acting(name=name, description=tells, args_schema=schema, act=bounded)

    def _within_limit(self, act: Act, told: Arguments) -> str:
        """What a tool returns; what it refuses is told, that the model may ask otherwise."""
        if not self._left:
            return _NO_MORE
        self._left -= 1
        try:
            result = act(told)
        except (RefusedError, NotFoundError) as error:
            return f"Refused: {defused(str(error))[:_TOLD]}"
        except ValidationError as error:
            return f"Mend the arguments: {defused('; '.join(_faults(error)))[:_TOLD]}"
        self.called += 1
        return result


def _faults(error: ValidationError) -> list[str]:
    found = error.errors(include_url=False, include_input=False, include_context=False)
    return [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in found]
