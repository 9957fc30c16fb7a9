"""What may be looked up and proposed: this user's, in this workspace, of this deal, as of now."""

from datetime import UTC, date, datetime

import pytest

from api.asking.asker import Asker
from memory.errors import NotFoundError
from memory.records import User
from plan.edits import Edit
from plan.errors import RefusedError
from plan.models import Plan
from plan.observations import Engagement, Risk
from plan.sources import Evidence
from plan.values import RiskStatus
from tests.integration.api.asking.office import AWAY, HOME, KIM, NOW, Office
from tools.desk.deciding import Approval, approve
from tools.desk.gate import Acting

LATER = {"due": "2026-04-03"}


def said(status: RiskStatus = "open") -> Risk:
    return Risk(kind="blocker_raised", status=status, basis="said", why="It is stuck.")


def test_a_deal_is_seen_as_it_stands_on_its_own_day(office: Office) -> None:
    source = office.add()
    move = Edit(op="update", entity="milestone", id="pilot", set=LATER)
    office.read(
        source,
        [move],
        risks=(said(), said("resolved"), Risk(kind="no_next_step", why="It was so then.")),
        engagement=(Engagement(person="ada-okafor", on=date(2026, 3, 10)),),
    )
    dossier = office.library().dossier("acme")
    assert dossier.today == date(2026, 3, 21)  # in Auckland it is tomorrow
    assert dossier.plan.deal.id == "acme"
    assert [event.type for event in dossier.events] == ["opened"]
    assert [one.edit.set for one in dossier.proposals] == [LATER]
    assert dossier.engaged == {"ada-okafor": date(2026, 3, 10)}
    assert [one.id for one in dossier.sources] == ["acme.s1"]
    assert [one.why for one in dossier.risks if one.basis == "said"] == ["It is stuck."]
    assert "It was so then." not in [one.why for one in dossier.risks]


def test_risks_that_follow_from_the_plan_are_those_of_today(office: Office) -> None:
    kinds = {one.kind for one in office.library().dossier("acme").risks}
    assert "overdue_milestone" not in kinds
    office.now = datetime(2026, 4, 1, tzinfo=UTC)
    kinds = {one.kind for one in office.library().dossier("acme").risks}
    assert "overdue_milestone" in kinds


@pytest.mark.parametrize(("today", "single"), [(20, False), (29, True)])
def test_people_are_known_since_their_source(office: Office, today: int, single: bool) -> None:  # noqa: FBT001 - a table's column
    uma = {"name": "Uma Berg", "side": "buyer", "roles": ["economic_buyer"]}
    source = office.add(day=14)
    office.read(source, [Edit(op="add", entity="stakeholder", id="uma-berg", set=uma)])
    with office.store.write(HOME) as unit:
        (proposal,) = unit.proposals.find("acme")
        approval = Approval(proposal=proposal.id, hash=proposal.hash)
        approve(unit, approval, Acting(actor="rep", at=NOW))
    office.now = datetime(2026, 3, today, 1, tzinfo=UTC)
    risks = office.library().dossier("acme").risks
    silent = [one for one in risks if one.kind == "sponsor_silent"]
    assert bool(silent) is single


def test_the_user_is_the_seller_of_that_name_or_address(office: Office) -> None:
    def me(asker: Asker) -> str | None:
        return office.library(asker=asker).dossier("acme").user

    with office.store.write(HOME) as unit:
        unit.access.add_user(User(id="u7", name="K.", email="Kim@us.example"))
    assert me(KIM) == "kim-lee"
    assert me(Asker(HOME, "u7")) == "kim-lee"
    assert me(Asker(HOME, "ada")) is None
    assert me(Asker(AWAY, "u7")) is None
    assert office.library(asker=Asker(HOME, "u7")).user == "K."
    assert office.library().user == "kim"


def test_all_deals_are_seen_by_close_date_without_what_happened(office: Office) -> None:
    office.add()
    deals = office.library(None).portfolio()
    assert [one.plan.deal.id for one in deals] == ["acme", "bolt"]
    assert {(one.events, one.sources) for one in deals} == {((), ())}


def test_words_are_cut_with_the_name_that_the_plan_has(office: Office) -> None:
    source = office.add()
    library = office.library()
    quoted = library.quoted(Evidence(source=source, turn=1, start=4, end=9))
    assert (quoted.text, quoted.speaker, quoted.kind) == ("pilot", "Ada Okafor", "call")
    assert quoted.day == date(2026, 3, 10)
    assert library.quoted(Evidence(source=source, turn=2, start=0, end=2)).speaker == "Somebody"
    assert library.source(source).turns[1].text == "Ok."
    with pytest.raises(LookupError):
        library.quoted(Evidence(source=source, turn=2, start=0, end=99))


def test_nothing_of_another_deal_or_workspace_is_seen(office: Office) -> None:
    other, away = office.add("bolt"), office.add("acme", AWAY)
    library = office.library()
    seen = (
        lambda: library.dossier("bolt"),
        lambda: library.search("bolt", "pilot", 3),
        lambda: library.source(other),
        lambda: library.source(away),
        lambda: library.quoted(Evidence(source=other, turn=1, start=0, end=3)),
        lambda: library.propose("bolt", "milestone", "pilot", LATER, ""),
    )
    for look in seen:
        with pytest.raises(NotFoundError):
            look()
    with pytest.raises(NotFoundError):
        office.library(None).dossier("nowhere")
    assert office.searched == []


def test_words_are_searched_in_the_users_workspace(office: Office) -> None:
    found = office.library(asker=Asker(AWAY, "kim")).search("acme", "pilot", 3)
    assert [one.chunk.deal for one in found] == ["acme"]
    assert office.searched == [(AWAY, "acme", "pilot", 3)]


def plan(office: Office) -> Plan:
    with office.store.read(HOME) as unit:
        return unit.plans.current("acme")


def test_a_change_that_is_asked_for_waits_in_the_users_name(office: Office) -> None:
    library, before = office.library(), plan(office)
    assert library.dossier("acme").proposals == ()
    made = library.propose("acme", "milestone", "pilot", LATER, "push the pilot")
    added = library.propose("acme", "action", "", {"title": "Book the room"}, "")
    deal = library.propose("acme", "deal", "", {"amount": "5"}, "")
    assert (made.status, made.edit.op, made.why) == (
        "pending",
        "update",
        "Asked for by kim: push the pilot",
    )
    assert (added.edit.op, added.edit.id) == ("add", "book-the-room")
    assert (deal.edit.op, deal.edit.id) == ("update", "deal")
    assert [one.id for one in library.dossier("acme").proposals] == [
        "acme.p1",
        "acme.p2",
        "acme.p3",
    ]
    assert plan(office) == before


def test_who_may_only_read_can_propose_nothing(office: Office) -> None:
    library = office.library(asker=Asker(HOME, "kim", proposes=False))
    with pytest.raises(RefusedError, match="only read"):
        library.propose("acme", "milestone", "pilot", LATER, "")
    with pytest.raises(RefusedError, match="There is no `company`"):
        office.library().propose("acme", "company", "", {}, "")
    assert office.library().dossier("acme").proposals == ()
