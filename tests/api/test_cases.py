"""Cases over HTTP: opened, moved on by what the answer allows, listed; strangers find nothing."""

from typing import Any

import pytest

from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, GRETA, HANIA, PLATFORM, READER
from tests.shops import Shops, today


@pytest.fixture
def case(call: CallAs, shops: Shops) -> str:
    """Clara's complaint."""
    body = {
        "order": str(shops.claras_order),
        "situation": "damaged",
        "wanted": "refund",
        "words": "The handle is broken.",
    }
    stored = call(CLARA).post("/cases", body)
    assert stored.status_code == 201, stored.json()
    [one] = call(CLARA).get("/cases").json()["data"]
    return str(one["id"])


def actions(call: CallAs, actor: Any, case: str) -> dict[str, Any]:
    found = call(actor).get(f"/cases/{case}").json()["allowed_actions"]
    return {one["action"]: one for one in found}


def test_a_read_says_who_must_act_until_when_and_by_which_rule(call: CallAs, case: str) -> None:
    one = call(ANNA).get(f"/cases/{case}").json()
    assert (one["kind"], one["stage"], one["waiting_on"]) == ("complaint", "made", "seller")
    assert one["until"] is not None
    dates = {date["code"]: date for date in one["dates"]}
    assert dates["answer"]["basis"] == "answer"
    assert dates["complaint_answer"]["source"].startswith(("cases.", "complaint.answer/"))
    assert one["steps"][0]["words"] == "The handle is broken."
    assert one["facts"]["paid"]["currency"] == "EUR"


def test_allowed_actions_say_how_to_ask_for_them(call: CallAs, case: str) -> None:
    accept = actions(call, ANNA, case)["accept"]
    assert (accept["method"], accept["href"]) == ("POST", f"/api/v1/cases/{case}/steps")
    assert "refund" in accept["body"]["properties"]["given"]["properties"]["remedy"]["enum"]
    assert accept["body"]["required"] == ["step", "given"]
    assert "accept" not in actions(call, CLARA, case)
    assert actions(call, READER, case) == {}


def test_a_tool_goes_by_what_it_is_told(call: CallAs, case: str) -> None:
    href = actions(call, ANNA, case)["accept"]["href"].removeprefix("/api/v1")
    stored = call(ANNA).post(href, {"step": "accept", "given": {"remedy": "refund"}})
    assert stored.status_code == 201, stored.json()
    assert "archive" in stored.json()
    parcel = {"carrier": "DHL", "tracking": "JJD000390007382915046"}
    assert call(CLARA).post(href, {"step": "send", "given": parcel}).status_code == 201
    assert call(ANNA).post(href, {"step": "receive"}).status_code == 201
    paid = call(ANNA).get(f"/cases/{case}").json()["facts"]["paid"]["amount"]
    stored = call(ANNA).post(href, {"step": "refund", "given": {"amount": paid}})
    assert stored.status_code == 201, stored.json()
    one = call(CLARA).get(f"/cases/{case}").json()
    assert (one["outcome"], one["waiting_on"], one["allowed_actions"] != []) == ("refunded", "nobody", False)
    closed = [each for step in one["steps"] for each in step["closed"]]
    assert {"complaint_answer", "refund"} <= {each["code"] for each in closed}


def test_a_wrong_step_has_its_code(call: CallAs, case: str) -> None:
    for actor, body, status, code in (
        (CLARA, {"step": "accept", "given": {"remedy": "refund"}}, 409, "case.not_your_step"),
        (ANNA, {"step": "dispatch"}, 409, "case.not_now"),
        (ANNA, {"step": "accept"}, 422, "case.field_missing"),
        (ANNA, {"step": "accept", "given": {"remedy": "refund", "amount": "abc"}}, 422, "case.amount"),
        (ANNA, {"step": "nonsense"}, 409, "case.step_unknown"),
    ):
        answer = call(actor).post(f"/cases/{case}/steps", body)
        assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_lists_are_narrowed_and_go_on(call: CallAs, case: str, shops: Shops) -> None:
    body = {"order": str(shops.claras_order), "situation": "other", "words": "And the shipping costs."}
    assert call(CLARA).post("/cases", body).status_code == 201
    page = call(ANNA).get("/cases?limit=1").json()
    assert (page["data"][0]["kind"], page["next"] is not None) == ("claim", True)
    [older] = call(ANNA).get(f"/cases?limit=1&after={page['next']}").json()["data"]
    assert older["id"] == case
    for query, number in (
        ("kind=claim", 1),
        ("stage=made", 2),
        ("waiting_on=seller", 2),
        ("waiting_on=buyer", 0),
        ("open=false", 0),
        (f"order={shops.claras_order}", 2),
        (f"number={older['number'].lower()}", 1),
        ("by=due", 2),
    ):
        assert len(call(ANNA).get(f"/cases?{query}").json()["data"]) == number, query


def test_it_is_something_else(call: CallAs, case: str) -> None:
    assert call(CLARA).post(f"/cases/{case}/kinds", {"kind": "claim"}).status_code == 201
    assert call(ANNA).get(f"/cases/{case}").json()["kind"] == "claim"


def test_an_administrator_reads_and_decides_with_a_reason(call: CallAs, case: str) -> None:
    steps = f"/cases/{case}/steps"
    call(ANNA).post(steps, {"step": "refuse", "words": "It was dropped."})
    assert call(CLARA).post(steps, {"step": "escalate", "words": "It came so."}).status_code == 201
    [queued] = call(EDDA).get("/cases?waiting_on=platform&by=due").json()["data"]
    assert queued["id"] == case
    assert call(EDDA).get(f"/cases/{case}").json()["code"] == "oversight.no_reading"
    assert call(EDDA).post(steps, {"step": "take_up"}).json()["code"] == "oversight.no_reading"
    oversight.open_file(
        actor=EDDA,
        now=clock.now(),
        conversation=Ref.parse(queued["conversation"]),
        reason="dispute",
        key="read",
    )
    assert call(EDDA).get(f"/cases/{case}").status_code == 200
    decided = {"step": "decide", "given": {"decision": "for_seller"}, "words": "The photo shows it."}
    stored = call(EDDA).post(steps, decided)
    assert stored.status_code == 201, stored.json()
    assert call(CLARA).get(f"/cases/{case}").json()["stage"] == "decided_for_seller"


def test_contacts_outside(call: CallAs, case: str) -> None:
    thread = call(ANNA).get(f"/cases/{case}").json()["conversation"]
    body = {"channel": "phone", "on": "2026-01-02", "words": "She asked for a refund.", "case": case}
    on = today().isoformat()
    noted = call(ANNA).post(f"/conversations/{thread}/contacts", {**body, "on": on})
    assert noted.status_code == 201, noted.json()
    [one] = call(CLARA).get(f"/conversations/{thread}/contacts").json()["data"]
    assert (one["channel"], one["outcome"], one["case"]) == ("phone", None, case)
    settled = call(CLARA).post(f"/contacts/{one['id']}/settlements", {"outcome": "confirmed"})
    assert settled.status_code == 201
    [one] = call(ANNA).get(f"/conversations/{thread}/contacts").json()["data"]
    assert one["outcome"] == "confirmed"


def test_news_of_an_order(call: CallAs, shops: Shops) -> None:
    address = f"/orders/{shops.claras_order}/updates"
    told = call(ANNA).post(address, {"what": "delayed", "expected_on": today().isoformat()})
    assert told.status_code == 201, told.json()
    [one] = call(CLARA).get(address).json()["data"]
    assert (one["what"], one["order"]) == ("delayed", str(shops.claras_order))
    assert call(ANNA).post(address, {"what": "delayed"}).json()["code"] == "case.day_missing"


@pytest.mark.parametrize("actor", [DMITRI, HANIA, PLATFORM])
def test_strangers_find_nothing(call: CallAs, case: str, shops: Shops, actor: Any) -> None:
    assert call(actor).get(f"/cases/{case}").status_code == 404
    assert call(actor).post(f"/cases/{case}/steps", {"step": "drop"}).status_code == 404
    assert call(actor).post(f"/cases/{case}/kinds", {"kind": "claim"}).status_code == 404
    assert call(actor).get("/cases").json()["data"] == []
    body = {"order": str(shops.claras_order), "situation": "other"}
    assert call(actor).post("/cases", body).status_code in (403, 404)


def test_auditors_look_at_lists_and_do_nothing(call: CallAs, case: str) -> None:
    assert len(call(GRETA).get("/cases").json()["data"]) == 1
    assert call(GRETA).post(f"/cases/{case}/steps", {"step": "take_up"}).status_code == 403
