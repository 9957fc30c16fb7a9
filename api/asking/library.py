"""What may be looked up and proposed on one user's behalf, out of the store."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple, Protocol, cast, get_args

from pydantic import JsonValue

from agent.answers.dossier import Dossier
from agent.chat.ports import Quoted
from api.asking.asker import Asker
from api.asking.dossiers import dossier_of, portfolio_of
from api.asking.stamps import stamp_of
from memory.base import Store, Unit
from memory.errors import NotFoundError
from memory.records import Recalled, User
from plan.edits import Edit
from plan.errors import RefusedError
from plan.models import COLLECTIONS
from plan.people import speaker_of
from plan.proposals import Proposal
from plan.sources import Evidence, Source, quote
from plan.values import Entity
from tools.desk.gate import Acting
from tools.desk.moment import Moment
from tools.desk.suggesting import suggest


class Search(Protocol):
    """Finds a deal's chunks that fit a query."""

    def __call__(self, workspace: str, deal: str, query: str, k: int) -> Sequence[Recalled]:
        """At most `k` of them, best first."""


class Shelves(NamedTuple):
    """Where a library finds what it is asked for.

    Attributes:
        store: Everything but the search.
        search: The memory of the deals' words.
        now: The clock.
        zone: The time zone of deals that name none.
    """

    store: Store
    search: Search
    now: Callable[[], datetime]
    zone: str


class StoredLibrary:
    """Fits `agent.chat.ports.Library`, for one question.

    What was looked up stays as it was until something is proposed.

    Args:
        shelves: Where things are found.
        asker: On whose behalf, and in which workspace.
        deal: The deal that is spoken of, beyond which nothing is seen; None for all deals.

    Attributes:
        user: The user's name.
    """

    def __init__(self, shelves: Shelves, asker: Asker, deal: str | None) -> None:
        self.deal = deal
        self._shelves = shelves
        self._asker = asker
        self._moment = Moment(shelves.now(), shelves.zone)
        with shelves.store.read(asker.workspace) as unit:
            self._user = user_of(unit, asker.actor)
        self.user = self._user.name
        self._dossiers = cache(self._dossier)
        self._portfolios = cache(self._portfolio)
        self._sources = cache(self._source)

    def dossier(self, deal: str) -> Dossier:
        """A deal as it stands.

        Raises:
            NotFoundError: No such deal here.
        """
        return self._dossiers(deal)

    def portfolio(self) -> Sequence[Dossier]:
        """All deals of the workspace by close date, without their events and sources."""
        return self._portfolios()

    def search(self, deal: str, query: str, k: int) -> Sequence[Recalled]:
        """The deal's chunks that may answer, best first.

        Raises:
            NotFoundError: This deal is not spoken of.
            StoreError: The words cannot be searched; the message says what to do.
        """
        self._check(deal)
        return self._shelves.search(self._asker.workspace, deal, query, k)

    def source(self, source: str) -> Source:
        """A source with its words.

        Raises:
            NotFoundError: No such source here.
        """
        return self._sources(source)[1]

    def quoted(self, evidence: Evidence) -> Quoted:
        """The words that evidence points to, cut from their source, and whose they are.

        Raises:
            NotFoundError: No such source here.
            LookupError: There are no such words in it.
        """
        deal, source = self._sources(evidence.source)
        words = quote(evidence, source.turns)
        turn = source.turns[evidence.turn - 1]
        plan = self.dossier(deal).plan
        known = plan.person(speaker_of(turn, plan.stakeholders))
        name = known.name if known else turn.speaker
        return Quoted(text=words, speaker=name, kind=source.kind, day=source.day)

    def propose(
        self, deal: str, entity: str, item_id: str, values: Mapping[str, JsonValue], why: str
    ) -> Proposal:
        """A pending proposal, shown for approval; an empty id asks for a new thing.

        Raises:
            RefusedError: No such change can be made, or not by this user.
            NotFoundError: No such deal or thing here.
        """
        self._check(deal)
        if not self._asker.proposes:
            raise RefusedError("You may only read here, so no change can be proposed for you.")
        by = Acting(actor=self._asker.actor, at=self._shelves.now(), zone=self._shelves.zone)
        with self._shelves.store.write(self._asker.workspace) as unit:
            proposal = suggest(unit, deal, _edit(entity, item_id, values), by, why)
        self._dossiers.cache_clear()
        self._portfolios.cache_clear()
        return proposal

    def stamp(self) -> str:
        """A text that differs as soon as anything that answers may rest on has changed."""
        moment = Moment(self._shelves.now(), self._shelves.zone)
        with self._shelves.store.read(self._asker.workspace) as unit:
            return stamp_of(unit, self.deal, user_of(unit, self._asker.actor), moment)

    def _dossier(self, deal: str) -> Dossier:
        self._check(deal)
        with self._shelves.store.read(self._asker.workspace) as unit:
            return dossier_of(unit, deal, self._user, self._moment)

    def _portfolio(self) -> Sequence[Dossier]:
        with self._shelves.store.read(self._asker.workspace) as unit:
            return portfolio_of(unit, self._user, self._moment)

    def _source(self, source: str) -> tuple[str, Source]:
        """A source, and whose it is."""
        with self._shelves.store.read(self._asker.workspace) as unit:
            deal = unit.sources.get(source).deal
            self._check(deal)
            return deal, unit.sources.content(source)

    def _check(self, deal: str) -> None:
        """Keep to the deal that is spoken of.

        Raises:
            NotFoundError: It is another one.
        """
        if self.deal not in (None, deal):
            raise NotFoundError(f"Only {self.deal} is spoken of here.")


def user_of(unit: Unit, actor: str) -> User:
    """The user of that id; one that nobody described goes by the id."""
    known = (one for one in unit.access.users() if one.id == actor)
    return next(known, User(id=actor, name=actor))


def _edit(entity: str, item_id: str, values: Mapping[str, JsonValue]) -> Edit:
    if entity not in get_args(Entity):
        raise RefusedError(f"There is no `{entity}`; there are {', '.join(get_args(Entity))}.")
    kind = cast("Entity", entity)
    adds = kind in COLLECTIONS and not item_id
    return Edit(op="add" if adds else "update", entity=kind, id=item_id, set=dict(values))
