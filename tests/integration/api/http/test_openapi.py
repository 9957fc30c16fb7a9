"""What the API says of itself: complete, in its own words, and without asking others."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from api.http.problems import Problem
from tests.integration.api.http.documented import PROBLEM
from tests.integration.api.http.service import Service

Operation = dict[str, Any]


@pytest.fixture(scope="module")
def document(still: Service) -> dict[str, Any]:
    found: dict[str, Any] = still.client.get("openapi.json").json()
    return found


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, Operation]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield method, path, operation


def test_every_operation_is_named_and_summed_up(document: dict[str, Any]) -> None:
    named = [operation["operationId"] for _, _, operation in operations(document)]
    assert len(set(named)) == len(named) == 29
    for _, path, operation in operations(document):
        assert path.startswith("/api/v1/")
        assert len(operation["tags"]) == 1
        assert operation["summary"][-1] not in ".\n"
        assert operation.get("description", "x")[0] != "\n"
        for parameter in operation.get("parameters", ()):
            assert parameter["description"], (path, parameter)


def test_every_problem_has_its_schema_and_examples_that_fit_it(document: dict[str, Any]) -> None:
    for _, path, operation in operations(document):
        for status, response in operation["responses"].items():
            if status < "400":
                continue
            content = response["content"][PROBLEM]
            assert content["schema"] == {"$ref": "#/components/schemas/Problem"}
            assert content["examples"], (path, status)
            for example in content["examples"].values():
                assert Problem.model_validate(example["value"]).status == int(status)


def test_every_route_tells_how_it_may_be_refused(document: dict[str, Any]) -> None:
    for method, path, operation in operations(document):
        told = set(operation["responses"])
        assert {"400", "500"} <= told
        if operation["operationId"] != "health":
            assert {"401", "403"} <= told
        if "{" in path:
            assert {"404", "422"} <= told
        if "requestBody" in operation:
            assert {"413", "415", "422"} <= told
            assert method == "post"
        assert "application/json" not in operation["responses"].get("422", {}).get("content", {})


def test_all_that_is_referred_to_is_there(document: dict[str, Any]) -> None:
    text = json.dumps(document)
    referred = set(text.split('"#/components/schemas/')[1:])
    names = {one.partition('"')[0] for one in referred}
    assert names
    assert names <= set(document["components"]["schemas"])
    assert "HTTPValidationError" not in text


def test_the_only_way_in_is_told(document: dict[str, Any]) -> None:
    assert document["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
    assert document["security"] == [{"key": []}, {}]
    assert document["paths"]["/api/v1/health"]["get"]["security"] == []


def test_nothing_outside_is_asked_for(still: Service, document: dict[str, Any]) -> None:
    assert "http://" not in json.dumps(document)
    assert "https://" not in json.dumps(document)
    for page in ("docs", "redoc", "docs/oauth2-redirect"):
        assert still.client.get(f"http://127.0.0.1:8080/{page}").status_code == 404


def test_the_document_is_the_same_each_time(still: Service, document: dict[str, Any]) -> None:
    assert still.client.get("openapi.json").json() == document
