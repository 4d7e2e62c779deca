"""The description is true: what is kept equals what is served, and generated requests get such answers."""

import json
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ninja.openapi.schema import OpenAPISchema
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from helpdesk.api.describe import description
from helpdesk.config.wsgi import application
from helpdesk.kernel.ids import Ref
from tests.api.client import Api, token_of
from tests.api.conftest import CallAs
from tests.api.routes import routes
from tests.cast import ANNA, CLARA, EDDA, PLATFORM
from tests.shops import Shops

KEPT = Path(__file__).resolve().parents[2] / "docs" / "reference" / "openapi.json"


@schemathesis.serializer("application/x-ndjson")
def lines(context: Any, value: Any) -> bytes:
    """Whatever was generated, a line of it."""
    return json.dumps(value).encode() if not isinstance(value, bytes) else value


CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
BOUNDS = settings(
    max_examples=25,
    database=None,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_what_is_kept_is_what_is_served(database: str) -> None:
    """When it changed on purpose: python -m helpdesk.api.describe > docs/reference/openapi.json"""
    served = Api().get("/openapi.json").json()
    assert json.loads(KEPT.read_text("utf-8")) == served
    assert KEPT.read_text("utf-8") == description()
    assert served["openapi"].startswith("3.1.")


def test_every_operation_is_described(database: str) -> None:
    described = {
        (method.upper(), path.replace("{external_id}", "x").replace("{code}", "PL"))
        for path, methods in json.loads(description())["paths"].items()
        for method in methods
    }
    names: tuple[str, ...] = (
        *("log", "rules", "rules/announced", "outages", "calendars/PL", "standing/weights"),
        *("appeals/figures/{year}", "measures/tracks"),
    )
    public = {("GET", f"/api/v1/{name}") for name in names} | {("POST", "/api/v1/oauth/token")}
    assert described - public == {
        (route.method, route.path.split("?")[0]) for route in routes() if route.is_api
    }


@pytest.fixture
def real(call: CallAs, shops: Shops, asked: Ref) -> dict[str, str]:
    """What may stand in an address."""
    reply = call(ANNA).post(f"/conversations/{asked}/replies", {"text": "Yes."}).json()
    return {
        "conversation": str(asked),
        "order": str(shops.claras_order),
        "offer": str(shops.offer),
        "entry": reply["archive"]["entry"],
        "external_id": "de",
    }


def test_generated_requests_get_answers_as_described(real: dict[str, str]) -> None:
    schema = schemathesis.openapi.from_dict(json.loads(description()))
    schema.app = application
    tokens = [token_of(actor) for actor in (ANNA, CLARA, EDDA, PLATFORM)]
    seen = set[int]()
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        explore(found.ok(), tokens, real, seen)
    assert seen >= {200, 201, 403, 404, 422}


def _known(asked: dict[str, str] | None, real: dict[str, str]) -> dict[str, str]:
    return {name: real[name] for name in asked or {} if name in real}


def explore(operation: Any, tokens: list[str], real: dict[str, str], seen: set[int]) -> None:
    """Each example as one of four callers, with an id that exists or with whatever was generated."""

    @BOUNDS
    @given(operation.as_strategy(), st.booleans(), st.sampled_from(tokens))
    def run(case: Any, at_home: bool, token: str) -> None:
        if at_home:
            case.path_parameters = {**(case.path_parameters or {}), **_known(case.path_parameters, real)}
        response = case.call(headers={"Authorization": f"Bearer {token}"})
        case.validate_response(response, checks=CHECKS)
        seen.add(response.status_code)

    run()


def test_no_two_shapes_have_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """The description keeps one of them only, and says it of both."""
    twice: set[str] = set()

    def add(self: OpenAPISchema, definitions: dict[str, Any]) -> None:
        twice.update(name for name, shape in definitions.items() if self.schemas.get(name, shape) != shape)
        self.schemas.update(definitions)

    monkeypatch.setattr(OpenAPISchema, "add_schema_definitions", add)
    assert len(json.loads(description())["components"]["schemas"]) > 100
    assert twice == set()
