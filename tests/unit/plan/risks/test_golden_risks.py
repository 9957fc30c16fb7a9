"""The rules against the deals a careful person worked out by hand: nothing missed, nothing more."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from email import message_from_bytes, policy
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from plan.decide import decide_all
from plan.edits import Edit
from plan.events import Stamp
from plan.fields import normalise
from plan.models import Plan
from plan.people import match
from plan.risks import derived_risks

GOLDEN = Path(__file__).parents[4] / "evals/datasets/golden"
CASES = sorted(path.parent for path in GOLDEN.glob("*/deal.yaml"))
DERIVED = {
    "sponsor_silent",
    "missing_economic_buyer",
    "single_threaded",
    "overdue_milestone",
    "timeline_drift",
    "unowned_milestone",
    "no_next_step",
}
BY_PERSON = {"sponsor_silent"}
BY_MILESTONE = {"overdue_milestone", "timeline_drift", "unowned_milestone"}
Loaded = dict[str, Any]
Keys = set[tuple[str, str]]
"""Risks by kind and by whom or what they name, where FORMAT.md matches them so."""


class Read(NamedTuple):
    """A deal as it stands once a source was read and its required edits were applied."""

    source: str
    plan: Plan
    engaged: Mapping[str, date]
    known: Mapping[str, date]
    gold: Loaded


def loaded(path: Path) -> Loaded:
    content: Loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def opened(case: Path) -> Plan:
    content = loaded(case / "deal.yaml")
    plan = content.pop("plan")
    plan.pop("risks")
    return Plan.model_validate(content | plan)


def edit(raw: Loaded) -> Edit:
    values = dict(raw["set"])
    item = raw.get("id") or values.pop("id", raw["entity"])
    wire = normalise(raw["entity"], values)
    return Edit(op=raw["op"], entity=raw["entity"], id=item, set=wire)


def labels(path: Path) -> set[tuple[str | None, str | None]]:
    """Name and address of everyone who speaks in a call, or of who wrote a mail."""
    content = path.read_bytes()
    if path.suffix == ".eml":
        sender = message_from_bytes(content, policy=policy.default)["From"].addresses[0]
        return {(sender.display_name, sender.addr_spec)}
    if path.suffix == ".json":
        call = json.loads(content)
        names = {party["speakerId"]: party["name"] for party in call["parties"]}
        return {(names[part["speakerId"]], None) for part in call["transcript"]}
    patterns = (r"^<v ([^>]+)>", r"^([^\d\W][^:\n]{1,40}): ", r"^(\S.{1,40}?)  \d\d:\d\d$")
    found = (re.findall(pattern, content.decode(), re.MULTILINE) for pattern in patterns)
    return {(name, None) for name in chain.from_iterable(found)}


def readings(case: Path) -> Iterator[Read]:
    """Teacher forcing: each source on the plan that the required edits up to it lead to."""
    plan = opened(case)
    first = {person.id for person in plan.stakeholders}
    engaged: dict[str, date] = {}
    known: dict[str, date] = {}
    for path in sorted((case / "gold").glob("*.yaml")):
        gold = loaded(path)
        day = gold["date"]
        edits = [edit(raw) for raw in gold["edits"] or () if raw["required"]]
        stamp = Stamp(at=datetime.combine(day, time(), UTC), actor="gold", cause=path.stem)
        _, plan = decide_all(plan, edits, stamp)
        people = plan.stakeholders
        known |= {one.id: day for one in people if one.id not in first | set(known)}
        heard = {match(people, *label) for label in labels(case / "sources" / gold["source"])}
        engaged |= {person: day for person in heard if person}
        yield Read(gold["source"], plan, dict(engaged), dict(known), gold)


def keys(kind: str, stakeholders: Sequence[str], milestones: Sequence[str]) -> Keys:
    if kind in BY_PERSON:
        return {(kind, person) for person in stakeholders}
    if kind in BY_MILESTONE:
        return {(kind, milestone) for milestone in milestones}
    return {(kind, "")}


def expected(gold: Loaded) -> Keys:
    risks = [risk for risk in gold["risks"] or () if risk["kind"] in DERIVED]
    found = (
        keys(risk["kind"], risk.get("stakeholders", ()), risk.get("milestones", ()))
        for risk in risks
    )
    return set(chain.from_iterable(found))


def derived(read: Read) -> Keys:
    risks = derived_risks(read.plan, read.engaged, read.gold["date"], read.known)
    return set(chain.from_iterable(keys(r.kind, r.stakeholders, r.milestones) for r in risks))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_derived_risks_are_exactly_those_of_the_gold(case: Path) -> None:
    reads = list(readings(case))
    assert {read.source: derived(read) for read in reads} == {
        read.source: expected(read.gold) for read in reads
    }


def test_all_sources_and_all_kinds_are_covered() -> None:
    golds = [loaded(path) for path in GOLDEN.glob("*/gold/*.yaml")]
    assert len(CASES) == 8
    assert len(golds) == 44
    assert {kind for gold in golds for kind, _ in expected(gold)} == DERIVED
