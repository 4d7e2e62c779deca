"""Problems: one shape for every error, whoever gave it."""

from typing import Any

import pytest
from django.db import InternalError, OperationalError

from helpdesk.api import idempotency, problems, references
from helpdesk.api.sentences import hint, sentence
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Busy, Invalid, NotFound, RefusalKind
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.kinds import Kind
from tests.api.client import Api
from tests.api.conftest import CallAs
from tests.cast import CLARA
from tests.ended import end_transactions
from tests.marketplace import samples
from tests.shops import Shops


def told(answer: Any) -> tuple[int, str]:
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Cache-Control"] == "no-store"
    problem = answer.json()
    assert problem["status"] == answer.status_code
    assert problem["type"] == f"http://localhost:8000/problems/{problem['code']}"
    assert problem["title"] != problem["code"]
    return answer.status_code, problem["code"]


def failing(error: Exception) -> Any:
    def fail(**_: object) -> None:
        raise error

    return fail


def test_an_address_that_leads_nowhere(database: str) -> None:
    assert told(Api().send("GET", "/nowhere")) == (404, "api.no_such_address")


def test_a_method_that_is_not_taken(database: str) -> None:
    answer = Api().send("DELETE", "/platform/markets/de")
    assert told(answer) == (405, "api.method")
    assert answer.headers["Allow"] == "PUT"


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (OperationalError("connection to 10.0.0.1 refused"), 503, "api.unavailable"),
        (Busy("archive.busy"), 503, "archive.busy"),
        (RuntimeError("SELECT secret FROM place"), 500, "api.fault"),
    ],
)
def test_trouble_inside_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, code: str
) -> None:
    monkeypatch.setattr(marketplace, "bearer_for_system", failing(error))
    answer = Api("hd_x").put("/platform/markets/de", {})
    assert told(answer) == (status, code)
    assert b"10.0.0.1" not in answer.content
    assert b"SELECT" not in answer.content
    assert ("Retry-After" in answer.headers) == (status == 503)


def test_a_request_has_an_id_to_quote(database: str) -> None:
    assert Api().send("GET", "/nowhere", **{"X-Request-ID": "abc-1"}).headers["X-Request-ID"] == "abc-1"
    made = Api().send("GET", "/nowhere", **{"X-Request-ID": "a b\x7f"}).headers["X-Request-ID"]
    assert made not in ("", "a b\x7f")


def test_every_kind_of_refusal_has_a_status() -> None:
    assert problems.STATUS.keys() == set(RefusalKind)


def test_a_code_nobody_has_words_for_stays_readable() -> None:
    assert sentence("no.words", {}) == "no.words"
    assert hint("no.words") is None


@pytest.mark.parametrize("key", ["a", "!" * 200, "5f0c9f0e-0000-4000-8000-000000000000"])
def test_a_key_is_read(rf: Any, key: str) -> None:
    assert idempotency.key_of(rf.post("/", headers={"Idempotency-Key": key})) == key


@pytest.mark.parametrize("key", [None, "", "a b", "ä", "x" * 201, "a\n"])
def test_a_bad_key_is_refused(rf: Any, key: str | None) -> None:
    headers = {} if key is None else {"Idempotency-Key": key}
    with pytest.raises(Invalid):
        idempotency.key_of(rf.post("/", headers=headers))


def test_an_id_is_ours_or_the_platforms(database: str) -> None:
    samples.import_(*samples.everything())
    ours = references.ref_of(kind=Kind.ORDER, text="ext:A-1001")
    assert references.ref_of(kind=Kind.ORDER, text=str(ours)) == ours
    assert references.ref_of(kind=Kind.ORDER, text=str(Ref(1, uuid7())))
    for text in ("", "ext:", "ext:A-1002", "ext:a\x00", "A-1001", "1" * 500, "ä" * 31):
        with pytest.raises(NotFound) as caught:
            references.ref_of(kind=Kind.ORDER, text=text)
        assert caught.value.code == "order.not_found"


def test_the_description_is_served(database: str) -> None:
    answer: Any = Api().send("GET", "/openapi.json")
    description = answer.json()
    assert description["openapi"].startswith("3.1")
    assert "/api/v1/platform/orders/{external_id}" in description["paths"]


def test_a_transaction_that_took_too_long_is_a_busy_moment(
    call: CallAs, shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ended by the server: nothing was stored, and the next request is served as ever."""
    clara = call(CLARA)
    with monkeypatch.context() as patch:
        end_transactions(patch)
        answer = clara.get("/orders")
    assert told(answer) == (503, "archive.busy")
    assert answer.headers["Retry-After"] == "2"
    assert clara.get("/orders").status_code == 200


def test_an_internal_error_of_another_kind_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marketplace, "bearer_for_system", failing(InternalError("aborted")))
    assert told(Api("hd_x").put("/platform/markets/de", {})) == (500, "api.fault")
