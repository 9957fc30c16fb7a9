"""Whatever is sent, the answer is one that is documented, and never a fault of Tandem's own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from api.bootstrap import Tandem
from api.settings import Settings
from tests.fakes.jobs import RecordedJobs
from tests.integration.api.http.service import CALL, LIST, MOVE, PLAN, UMA, Service

HASH = "0" * 64
FIELDS = {"id": "beta", "name": "Beta", "account": "Beta", "seller": "Us", "close_date": None}
APPROVAL = {"verdict": "approve", "hash": HASH, "changes": {"due": "2026-05-01"}}
REJECTION = {"verdict": "reject", "hash": HASH, "reason": "no"}
VERDICT = {"risk": "overdue_milestone.pilot", "verdict": "wrong", "reason": "no"}
BODIES: tuple[tuple[str, Any], ...] = (
    ("deals", PLAN),
    ("deals", FIELDS),
    ("deals/acme/edits", {"op": "add", "entity": "action", "set": {"title": "Call Ada"}}),
    ("deals/acme/edits", {"entity": "milestone", "id": "pilot", "set": {"depends_on": []}}),
    ("deals/acme/edits", {"entity": "stakeholder", "id": "ada-okafor", "set": {"roles": []}}),
    ("deals/acme/edits", {"entity": "deal", "set": {"amount": "1.5", "time_zone": "UTC"}}),
    ("proposals/acme.p1/decision", APPROVAL),
    ("proposals/acme.p2/decision", REJECTION),
    ("deals/acme/risks/verdicts", VERDICT),
    ("deals/acme/chat", {"question": "When is the pilot due?", "thread": None}),
    ("chat", {"question": "push the pilot to 2 April", "thread": HASH[:32]}),
    ("decisions", [{**APPROVAL, "proposal": "acme.p1"}, {**REJECTION, "proposal": "acme.p2"}]),
)
GETS = (
    "deals/{}",
    "deals/{}/events",
    "deals/{}/sources",
    "deals/{}/decisions",
    "deals/{}/risks",
    "deals/{}/export",
    "sources/{}",
    "proposals",
    "proposals/{}",
    "deals/{}/chat/threads",
    "chat/threads/{}",
    "chat/threads/{}/messages/2/events",
)
POSTS = (
    "deals/{}/undo",
    "sources/{}/readings",
    "decisions/{}/undo",
    "chat/threads/{}/messages/2/cancel",
)
PARAMETERS = ("version", "after", "limit", "deal", "status", "source", "as", "on")
KNOWN = st.sampled_from(["acme", "acme.s1", "acme.p1", "acme.d1", "nowhere", "1", "-1", "yaml"])

texts = st.text(max_size=20) | st.sampled_from(
    ["\0", "acme", "2026-03-20", "pilot", "1e400", "NaN"]
)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts
values: st.SearchStrategy[JsonValue] = st.recursive(
    scalars.filter(lambda value: value not in (float("inf"), float("-inf"))),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home: Path = tmp_path_factory.mktemp("fuzz")
    tandem = Tandem(Settings(home=home, database_url=None, user="rep", workspace="default"))
    jobs = RecordedJobs()
    tandem.__dict__["jobs"] = jobs
    made = Service(tandem, jobs)
    made.propose(MOVE, UMA, LIST)
    yield made
    tandem.close()


@st.composite
def spoilt(draw: st.DrawFn, value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """The value with something in it replaced, left out or added."""
    if isinstance(value, dict) and value and draw(st.booleans()):
        key = draw(st.sampled_from(sorted(value)))
        rest = {name: one for name, one in value.items() if name != key}
        return draw(
            st.just(rest)
            | spoilt(value[key]).map(lambda new: {**value, key: new})
            | st.builds(lambda name, new: {**value, name: new}, texts, values)
        )
    if isinstance(value, list) and value and draw(st.booleans()):
        at = draw(st.integers(0, len(value) - 1))
        return [*value[:at], draw(spoilt(value[at])), *value[at + 1 :]]
    return draw(values)


SETTINGS = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(data=st.data())
def test_no_body_is_a_fault(service: Service, data: st.DataObject) -> None:
    path, body = data.draw(st.sampled_from(BODIES))
    answer = service.client.post(path, json=data.draw(spoilt(body)))
    assert answer.status_code < 500


@SETTINGS
@given(path=st.sampled_from(BODIES).map(lambda one: one[0]), body=st.binary(max_size=50))
def test_no_bytes_are_a_fault(service: Service, path: str, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = service.client.post(path, content=body, headers=headers)
    assert answer.status_code in {400, 422}


@SETTINGS
@given(
    method=st.sampled_from(["GET", "POST"]),
    item=KNOWN | texts,
    name=st.sampled_from(PARAMETERS),
    value=KNOWN | texts,
    data=st.data(),
)
def test_no_address_is_a_fault(
    service: Service, method: str, item: str, name: str, value: str, data: st.DataObject
) -> None:
    template = data.draw(st.sampled_from(GETS if method == "GET" else POSTS))
    path = template.format(quote(item, safe=""))
    answer = service.client.request(method, f"{path}?{name}={quote(value)}")
    assert answer.status_code < 500


@SETTINGS
@given(
    content=st.binary(max_size=60) | st.just(CALL),
    filename=st.text(max_size=20),
    day=texts,
    path=st.sampled_from(["deals/acme/sources", "deals/import", "deals/import?as=history"]),
)
def test_no_upload_is_a_fault(
    service: Service, content: bytes, filename: str, day: str, path: str
) -> None:
    files = {"file": (filename, content)}
    answer = service.client.post(path, files=files, data={"date": day})
    assert answer.status_code < 500
