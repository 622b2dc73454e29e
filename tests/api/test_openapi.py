"""The OpenAPI document is made from the declarations, is kept in the docs, and is what the live service does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import load_all_checks
from schemathesis.core.errors import InvalidSchema

from customerview.api import openapi_text
from customerview.api.openapi import openapi
from customerview.instructions import catalogue
from tests.portals.organisation.test_organisation import Town
from tests.processes import free_port, running

from .desk import REASON, Desk

KEPT = Path(__file__).parents[2] / "docs" / "reference" / "openapi.json"
load_all_checks()
CHECKS = [schemathesis.checks.CHECKS.get_one(name) for name in (
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance",
)]  # fmt: skip


def test_what_is_kept_is_what_is_declared():
    assert KEPT.read_text() == openapi_text(), "run `make docs` and commit what it writes"


def test_every_action_is_an_operation_of_its_own():
    operations = {o["operationId"] for path in openapi()["paths"].values() for o in path.values() if isinstance(o, dict)}
    own = {name for name, cls in catalogue().actions.items() if not cls.about.opens_record or name == "register_customer"}
    assert own <= operations
    for path in openapi()["paths"]:
        assert set(re.findall(r"{(.*?)}", path)) <= {"customer"}, "nothing about anybody is part of an address"


def test_it_is_a_document_that_tools_can_read():
    try:
        found = schemathesis.openapi.from_dict(json.loads(KEPT.read_text()))
    except InvalidSchema as error:
        pytest.fail(str(error))
    assert found.specification.version.startswith("3.1")


@pytest.fixture(scope="module")
def live(database, tmp_path_factory):
    port = free_port()
    url = f"http://localhost:{port}"
    log = tmp_path_factory.mktemp("logs") / "web.log"
    with running("serve", "web", "--port", str(port), environment=database.environment(), log=log, ready_at=f"{url}/api/v1/openapi.json"):
        yield url


def test_the_live_service_answers_as_the_document_says(live, database):
    """Good and bad requests of every operation, made up from the document."""
    desk = Desk(database)
    customers = [str(c) for c in desk.customers(3)]
    tokens = {
        role: desk.token(role, line="PIP", team="pip.case") for role in ("case_manager", "line_system", "operations_manager", "checker")
    }
    council = Town(database, does=("check", "receive"))
    council.verify()
    tokens["organisation's checker"] = desk.ask_for_token(*council.key()).json()["access_token"]
    document = json.loads(KEPT.read_text()) | {"servers": [{"url": live}]}
    schema = schemathesis.openapi.from_dict(document)
    failures, statuses = [], set()
    for found in schema.get_all_operations():
        operation = found.ok()
        may = operation.definition.raw.get("x-may", ["case_manager"])
        token = next((tokens[role] for role in tokens if role in may), tokens["case_manager"])
        for generation in ("positive", "negative"):
            failures += tried(operation, generation, token, customers, live, statuses)
    assert not failures, "\n\n".join(failures[:10])
    assert {200, 201, 404, 422} <= statuses  # some of it was done, and some refused


def tried(operation, generation: str, token: str, customers: list[str], live: str, statuses: set) -> list[str]:
    strategy = operation.as_strategy(generation_mode=schemathesis.GenerationMode(generation))
    wrong: list[str] = []
    count = iter(range(10**6))

    @settings(
        max_examples=2, database=None, deadline=None, phases=[Phase.generate], derandomize=True, suppress_health_check=list(HealthCheck)
    )
    def one(case):
        if "customer" in (case.path_parameters or {}) and next(count) % 4:
            case.path_parameters["customer"] = customers[next(count) % len(customers)]
        case.headers["Authorization"] = f"Bearer {token}"
        case.headers.setdefault("Reason", REASON)
        try:
            response = case.call(base_url=live, timeout=20)
            statuses.add(response.status_code)
            case.validate_response(response, checks=CHECKS)
        except Exception as error:
            wrong.append(f"{operation.label} ({generation}): {error}"[:1500])

    try:
        given(strategy)(one)()
    except Exception as error:
        if "Unsatisfiable" not in type(error).__name__:
            raise
    return wrong
