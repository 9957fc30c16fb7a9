"""Deals in whose calls one paper each is promised, and a model that reads them.

Its answers are decided by the requests, so that any number of processes may ask it.
"""

import json
import re

from pydantic import JsonValue

from agent.llm.port import Ask, Shape
from agent.llm.remembering import key_of
from prompts.loader import load
from tests.fakes.openai_server import Request
from tests.unit.agent.readers.model.answering import (
    checked,
    drafted,
    found,
    new_action,
    said,
    verdict,
)

MODEL = "openai:fake"
DAY = "2026-04-20"
PROMPTS = {"Drafted": "read", "Checked": "verify", "Wording": "write"}
"""What a request is for, by the name of the form that its answer is to have."""

_DEAL = """\
deal: {{id: {deal}, name: {deal}, account: Acme Foods, seller: Northwind, stage: evaluation,
       close_date: 2026-05-29}}
as_of: 2026-03-02
stakeholders:
  - {{id: lena-ortiz, name: Lena Ortiz, side: buyer, roles: [champion]}}
  - {{id: tom-vance, name: Tom Vance, side: buyer, roles: [economic_buyer],
      last_engaged: 2026-02-26}}
  - {{id: dan-cole, name: Dan Cole, side: seller, roles: [account_executive]}}
plan:
  milestones:
    - {{id: review, title: Security review passed, kind: security_review, owner: lena-ortiz,
        due: 2026-03-13, status: in_progress}}
    - {{id: signature, title: Contract signed, kind: signature, due: 2026-05-29}}
"""
_CALL = """\
Dan Cole: Hi Lena, it is good to hear you.
Lena Ortiz: I will send you paper {paper} myself.
Dan Cole: Thank you, that is all for today.
"""
_PROMISE = re.compile(
    r"^\[(\d+)\] (p\d+) [^:\n]*: (I will send you paper (\w+) myself\.)$", re.MULTILINE
)
_WORDS = "Hi, which day would suit you to go through what is open between us?"


def plan_of(deal: str) -> str:
    """The plan file of a deal with an overdue step and a silent sponsor: there is much to do."""
    return _DEAL.format(deal=deal)


def call_about(paper: str) -> str:
    """The text of a call in which a paper is promised, as a file of a source."""
    return _CALL.format(paper=paper)


def form_of(request: Request) -> str:
    """The name of the form that the answer is to have: see `PROMPTS`."""
    return str(_schema(request)["name"])


def answer_to(request: Request) -> str:
    """What the model answers: the promise as a new action, a yes to it, or friendly words."""
    form = form_of(request)
    if form == "Drafted":
        return drafted(*_promises(request.user))
    if form == "Checked":
        return checked(*(verdict(f"c{n}") for n in range(1, 1 + len(_promises(request.user)))))
    return json.dumps({"text": _WORDS})


def key_of_request(request: Request) -> str:
    """The key under which Tandem remembers the answer."""
    schema = _schema(request)
    document = schema["schema"]
    assert isinstance(document, dict)
    asked = Ask(
        workspace="",
        source=None,
        prompt=load(PROMPTS[str(schema["name"])]).id,
        system=request.system,
        user=request.user,
        shape=Shape(name=str(schema["name"]), document=document),
    )
    return key_of(MODEL, asked)


def _promises(text: str) -> list[dict[str, object]]:
    return [
        found(new_action(f"Send paper {paper}", owner=who), said(int(turn), words), who_commits=who)
        for turn, who, words, paper in _PROMISE.findall(text)
    ]


def _schema(request: Request) -> dict[str, JsonValue]:
    form = request.body["response_format"]
    assert isinstance(form, dict)
    schema = form["json_schema"]
    assert isinstance(schema, dict)
    return schema
