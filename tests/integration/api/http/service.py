"""The API over a store of its own, with short ways to do what every test needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI
from httpx2 import Response

from agent.graph import ReadingGraph
from agent.ports import Draft, Drafts, Quote
from agent.recall import NoRecall
from agent.writers.templates import TemplateWriter
from api.bootstrap import Tandem
from api.http.app import create_app
from api.keys import new_key
from api.reading import SourceReading
from tests.fakes.jobs import RecordedJobs
from tests.fakes.readers import ScriptedReader
from tests.integration.api.http.documented import HERE, DocumentedClient

PLAN: dict[str, Any] = {
    "deal": {"id": "acme", "name": "Acme", "account": "Acme Foods", "seller": "Us"},
    "as_of": "2026-03-01",
    "stakeholders": [
        {"id": "ada-okafor", "name": "Ada Okafor", "side": "buyer", "roles": ["champion"]}
    ],
    "plan": {
        "milestones": [
            {"id": "pilot", "title": "Pilot", "due": "2026-03-27", "owner": "ada-okafor"},
            {"id": "signature", "title": "Signed", "kind": "signature", "depends_on": ["pilot"]},
        ]
    },
}
CALL = b"""WEBVTT

00:00:01.000 --> 00:00:06.000
<v Ada Okafor>The pilot will take us until the second of April.</v>

00:00:07.000 --> 00:00:12.000
<v Sam Lee>Fine, and who sends us the list?</v>

00:00:13.000 --> 00:00:18.000
<v Ada Okafor>Uma Berg from our side will send the list.</v>
"""
UNTIL = Quote(text="until the second of April")
MOVE = Draft(
    op="update", entity="milestone", id="pilot", set={"due": "2026-04-02"}, quotes=(UNTIL,)
)
UMA = Draft(
    op="add",
    entity="stakeholder",
    id="uma",
    set={"name": "Uma Berg", "side": "buyer"},
    quotes=(Quote(text="Uma Berg from our side"),),
)
LIST = Draft(
    op="add",
    entity="action",
    set={"title": "Send the list", "owner": "uma"},
    quotes=(Quote(text="will send the list"),),
)


@dataclass
class Service:
    """The API, its application, and a client of this machine's user."""

    tandem: Tandem
    jobs: RecordedJobs
    app: FastAPI = field(init=False)
    client: DocumentedClient = field(init=False)

    def __post_init__(self) -> None:
        self.app = create_app(self.tandem)
        self.client = DocumentedClient(self.app)

    def beyond_loopback(self, key: str | None = None) -> DocumentedClient:
        """A client from elsewhere, of an API that listens beyond this machine."""
        app = create_app(self.tandem, loopback=False)
        return DocumentedClient(app, key, ("192.0.2.7", 50000))

    def as_key(self, name: str, *scopes: str, workspace: str = "default") -> DocumentedClient:
        """A client that holds a new key of a workspace."""
        return DocumentedClient(self.app, self.key(name, *scopes, workspace=workspace), HERE)

    def key(self, name: str, *scopes: str, workspace: str = "default") -> str:
        """A new key's secret."""
        secret, key = new_key(name, scopes or ("read", "write"), self.tandem.now())
        with self.tandem.store.write(workspace) as unit:
            unit.access.add_key(key)
        return secret

    def open_deal(self) -> None:
        """Open the deal `acme`."""
        assert self.client.post("deals", json=PLAN).status_code == 201

    def add(self, content: bytes = CALL, **form: str) -> Response:
        """Send a source's file."""
        files = {"file": ("call.vtt", content)}
        return self.client.post(
            "deals/acme/sources", files=files, data={"date": "2026-03-09", **form}
        )

    def propose(self, *drafts: Draft) -> dict[str, dict[str, Any]]:
        """Open the deal, add the call and read it; gives what it proposes, by entity."""
        self.open_deal()
        source = self.add().json()["id"]
        self.read({source: Drafts(edits=drafts)})
        return {one["entity"]: one for one in self.client.get("proposals?deal=acme").json()}

    def read(self, script: Mapping[str, Drafts]) -> None:
        """Read the first reading of the script's sources, as a worker would."""
        reader = ScriptedReader(script)
        graph = ReadingGraph(NoRecall(), reader, TemplateWriter())
        reading = SourceReading(self.tandem.store, lambda: (graph, reader), self.tandem.now)
        for source in script:
            reading.read("default", source, 1)
            reading.publish("default", source, 1)
        reader.assert_done()

    def approve(self, proposal: Mapping[str, Any], **more: object) -> Response:
        """Approve a proposal as it was shown."""
        body = {"verdict": "approve", "hash": proposal["hash"], **more}
        return self.client.post(f"proposals/{proposal['id']}/decision", json=body)

    def due(self) -> str:
        """When the pilot is due."""
        plan = self.client.get("deals/acme").json()["plan"]
        return str(plan["milestones"][0]["due"])

    def kept(self) -> list[object]:
        """All that is kept, to see that nothing of it changed."""
        deals = self.client.get("deals").json()
        histories = [self.client.get(f"deals/{deal['id']}/export?as=history") for deal in deals]
        return [deals, [one.text for one in histories], list(self.jobs.asked)]

    def version(self) -> int:
        """The deal's version."""
        return int(self.client.get("deals/acme").json()["plan"]["version"])
