"""A small deal, a call in it, and answers of a model about them."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from agent.ports import Context
from plan.models import Action, Deal, Milestone, Outcome, Plan, Stakeholder
from plan.sources import Source, Turn

Json = dict[str, Any]

PLAN = Plan(
    version=3,
    deal=Deal.model_validate(
        {
            "id": "quay",
            "name": "Quay - berth planning",
            "account": "Quay Ltd",
            "seller": "Tidewise",
            "amount": "48000",
            "currency": "EUR",
            "stage": "evaluation",
            "close_date": "2025-10-31",
        }
    ),
    as_of=date(2025, 8, 25),
    objective="Plan berths a week ahead.",
    stakeholders=(
        Stakeholder(
            id="otis-grey",
            name="Otis Grey",
            side="seller",
            title="Account Executive",
            roles=("account_executive",),
        ),
        Stakeholder(
            id="femke-bos",
            name="Femke Bos",
            email="femke@quay.example",
            side="buyer",
            title="Harbour Master",
            roles=("champion",),
            sentiment="positive",
            reports_to="bao-lin",
        ),
        Stakeholder(id="bao-lin", name="Bao Lin", side="buyer", roles=("economic_buyer",)),
    ),
    outcomes=(
        Outcome.model_validate(
            {"id": "idle", "metric": "idle hours", "unit": "h", "baseline": 31, "target": 12.5}
        ),
    ),
    milestones=(
        Milestone(
            id="load-test",
            title="Load test passed",
            kind="technical_validation",
            owner="femke-bos",
            due=date(2025, 9, 5),
            status="in_progress",
        ),
        Milestone(
            id="signature",
            title="Contract signed",
            kind="signature",
            owner="bao-lin",
            due=date(2025, 10, 31),
            depends_on=("load-test",),
        ),
    ),
    actions=(
        Action(
            id="send-form",
            title="Send the order form",
            milestone="signature",
            owner="otis-grey",
            due=date(2025, 9, 12),
        ),
    ),
)
SAID = (
    ("Otis Grey", "Morning both. How is the load test?"),
    ("Femke Bos", "I'd said the fifth. No, wait, the fifth I'm in Ghent. Monday. The eighth."),
    ("Otis Grey", "Monday then."),
    ("Bao Lin", "And I send you the insurance certificate by the twelfth."),
    ("Otis Grey", "Could you also get me the berth list by Friday?"),
    ("Bao Lin", "I'd have to ask."),
)


def call(said: Sequence[tuple[str | None, str]] = SAID, day: date = date(2025, 9, 2)) -> Source:
    return Source(
        kind="call",
        format="vtt",
        title="Weekly",
        occurred_at=datetime(2025, 9, 2, 9, tzinfo=UTC),
        day=day,
        sha256="0" * 64,
        turns=tuple(
            Turn(n=n, speaker=speaker, text=text) for n, (speaker, text) in enumerate(said, start=1)
        ),
    )


def context(source: Source | None = None, **more: Any) -> Context:  # noqa: ANN401 - any JSON
    told = {"workspace": "w", "source_id": "quay.s4", "source": source or call(), "plan": PLAN}
    return Context.model_validate({**told, **more})


def said(turn: int, words: str) -> Json:
    return {"turn": turn, "words": words}


def milestone(item: str = "m1", **fields: Any) -> Json:  # noqa: ANN401 - any JSON
    empty = dict.fromkeys(("title", "status", "owner", "due", "depends_on"))
    return {"what": "milestone", "id": item, **empty, "clear": [], **fields}


def action(item: str = "a1", **fields: object) -> Json:
    empty = dict.fromkeys(("status", "milestone", "owner", "due"))
    return {"what": "action", "id": item, **empty, "clear": [], **fields}


def new_action(title: str, name: str = "n1", **fields: Any) -> Json:  # noqa: ANN401 - any JSON
    empty = dict.fromkeys(("milestone", "owner", "due"))
    return {"what": "new_action", "id": name, "title": title, **empty, **fields}


def new_person(name: str, short: str = "n1", **fields: object) -> Json:
    empty = dict.fromkeys(("title", "email", "roles", "influence", "sentiment", "reports_to"))
    return {"what": "new_person", "id": short, "name": name, "side": "buyer", **empty, **fields}


def found(edit: Json, *quotes: Json, **fields: object) -> Json:
    basis: Json = {
        "quotes": list(quotes),
        "basis": "promise",
        "who_commits": "p2",
        "who_accepted": None,
        "said_later": "nothing",
        "firmness": "firm",
        "why": "Because.",
        "date_words": None,
        "edit": edit,
    }
    return {**basis, **fields}


def risk(kind: str, *quotes: Json, **fields: object) -> Json:
    basis: Json = {
        "quotes": list(quotes),
        "why": "Because.",
        "kind": kind,
        "people": [],
        "milestones": [],
        "severity": "high",
    }
    return {**basis, **fields}


def drafted(*findings: Json, risks: Sequence[Json] = (), addressed: Sequence[Json] = ()) -> str:
    return json.dumps(
        {
            "addressed": list(addressed),
            "walk": ["the load test moves"],
            "findings": list(findings),
            "risks": list(risks),
        }
    )


def verdict(number: str, verdict: str = "confirm", **fields: object) -> Json:
    basis: Json = {
        "candidate": number,
        "check": "Femke says so.",
        "verdict": verdict,
        "reason": "none",
        "sure": "high",
        "correction": None,
    }
    return {**basis, **fields}


def risk_verdict(number: str, verdict: str = "confirm", **fields: object) -> Json:
    basis: Json = {
        "risk": number,
        "check": "Bao says so.",
        "verdict": verdict,
        "reason": "none",
        "severity": "medium",
    }
    return {**basis, **fields}


def checked(*verdicts: Json, risks: Sequence[Json] = ()) -> str:
    return json.dumps({"candidates": list(verdicts), "risks": list(risks)})


MOVED = found(
    milestone(due="2025-09-08"),
    said(2, "Monday. The eighth."),
    said(3, "Monday then."),
    basis="agreement",
    who_accepted="p1",
    date_words="The eighth",
    why="The load test moves to Monday.",
)
