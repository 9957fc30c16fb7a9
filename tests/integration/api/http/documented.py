"""A test client that fails a test as soon as an answer is not what OpenAPI says of its route."""

import re
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

HERE = ("127.0.0.1", 50000)
OWN_HEADERS = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
}
PROBLEM = "application/problem+json"
_DOCUMENT: dict[str, Any] = {}


class DocumentedClient(TestClient):
    """A client on this machine, or with a key from elsewhere."""

    def __init__(
        self, app: FastAPI, key: str | None = None, address: tuple[str, int] = HERE
    ) -> None:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        super().__init__(
            app,
            base_url="http://127.0.0.1:8080/api/v1/",
            headers=headers,
            client=address,
            raise_server_exceptions=False,
        )
        self.event_hooks["response"].append(self._check)

    def _check(self, response: Response) -> None:
        for name, value in OWN_HEADERS.items():
            assert response.headers[name] == value
        assert "access-control-allow-origin" not in response.headers
        media = response.headers.get("content-type", "").partition(";")[0]
        if response.status_code >= 400:
            response.read()
            assert media == PROBLEM
            if response.request.method != "HEAD":
                problem = response.json()
                assert problem["status"] == response.status_code
                assert problem["title"]
                assert problem["detail"]
        operation = self._operation(response.request.method, response.request.url.path)
        if operation is not None:
            documented = operation["responses"]
            assert str(response.status_code) in documented, (operation, response.status_code)
            assert media in documented[str(response.status_code)]["content"]

    def _operation(self, method: str, path: str) -> dict[str, Any] | None:
        for template, operations in _document(self.app)["paths"].items():
            pattern = re.sub(r"\{\w+\}", "[^/]+", template)
            if method.lower() in operations and re.fullmatch(pattern, path):
                found: dict[str, Any] = operations[method.lower()]
                return found
        return None


def _document(app: object) -> dict[str, Any]:
    """The document, made once for all tests: it takes longer than most of them."""
    assert isinstance(app, FastAPI)
    if not _DOCUMENT:
        _DOCUMENT.update(app.openapi())
    return _DOCUMENT
