"""A stamp stays while nothing changes, and differs as soon as anything has."""

from collections.abc import Callable
from datetime import timedelta

import numpy as np
import pytest

from api.asking.asker import Asker
from memory.records import User
from plan.edits import Edit
from tests.integration.api.asking.office import AWAY, HOME, KIM, NOW, Office
from tools.desk.editing import edit_by_hand
from tools.desk.gate import Acting


def edit(office: Office, deal: str = "acme") -> None:
    change = Edit(op="update", entity="milestone", id="pilot", set={"due": "2026-04-03"})
    with office.store.write(HOME) as unit:
        edit_by_hand(unit, deal, change, Acting(actor="rep", at=NOW))


def propose(office: Office) -> None:
    office.library().propose("acme", "milestone", "pilot", {"due": "2026-04-03"}, "")


def withdraw(office: Office) -> None:
    with office.store.write(HOME) as unit:
        unit.sources.set_status("acme.s1", "withdrawn")


def index(office: Office) -> None:
    with office.store.write(HOME) as unit:
        unit.chunks.keep("acme.s1", (), np.empty((0, 4), np.float32), "words")


def pass_a_day(office: Office) -> None:
    office.now += timedelta(days=1)


def name(office: Office) -> None:
    with office.store.write(HOME) as unit:
        unit.access.add_user(User(id="kim", name="Kim Lee"))


CHANGES: tuple[Callable[[Office], object], ...] = (
    edit,
    propose,
    withdraw,
    index,
    pass_a_day,
    name,
    lambda office: office.add(day=11),
)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("deal", ["acme", None])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_changes_is_seen(
    office: Office, deal: str | None, change: Callable[[Office], object]
) -> None:
    office.add()
    before = office.library(deal).stamp()
    assert office.library(deal).stamp() == before
    change(office)
    after = office.library(deal).stamp()
    assert after != before
    assert office.library(deal).stamp() == after


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_none_of_its_business_changes_nothing(office: Office) -> None:
    before, away = office.library().stamp(), office.library(asker=Asker(AWAY, "kim")).stamp()
    every = office.library(None).stamp()
    edit(office, "bolt")
    assert office.library().stamp() == before
    assert office.library(None).stamp() != every
    edit(office)
    assert office.library(asker=Asker(AWAY, "kim")).stamp() == away


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_it_is_another_for_another_user(office: Office) -> None:
    assert office.library(asker=Asker(HOME, "max")).stamp() != office.library(asker=KIM).stamp()
