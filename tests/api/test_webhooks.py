"""Webhooks over HTTP: added, shown without secret, changed, tried, replayed, removed; and only one's own."""

import hmac
from base64 import b64decode, b64encode
from typing import Any

import pytest
from django.conf import settings as live

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.webhooks.terms import MAX_ENDPOINTS
from tests.api.conftest import CallAs
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, FELIX, PLATFORM
from tests.shops import Shops
from tests.statements import statements
from tests.webhooks.receiver import receiving
from tests.webhooks.sent import deliver, react

URL = "https://tools.example/helpdesk"


def added(call: CallAs, actor: Actor = ANNA, **more: object) -> dict[str, Any]:
    answer = call(actor).post("/webhooks", {"url": URL, **more})
    assert answer.status_code == 201, answer.content
    found: dict[str, Any] = answer.json()
    return found


def test_the_secret_is_shown_when_it_is_made_and_nowhere_else(call: CallAs, shops: Shops) -> None:
    made = added(call, kinds=["message"], description="Our ERP")
    assert len(b64decode(made["secret"].removeprefix("whsec_"))) == 32
    assert made["archive"]["receipt"]["signature"]
    shown = call(ANNA).get(f"/webhooks/{made['id']}")
    assert shown.json()["url"] == URL
    assert shown.json()["description"] == "Our ERP"
    assert "secret" not in shown.json()
    listed = call(ANNA).get("/webhooks").json()["data"]
    assert [one["id"] for one in listed] == [made["id"]]
    entry = call(ANNA).get(f"/entries/{made['archive']['entry']}").json()
    assert entry["kind"] == "webhook.added"


def test_the_same_request_again_is_the_same_webhook(call: CallAs, shops: Shops) -> None:
    first = call(ANNA).post("/webhooks", {"url": URL}, key="one")
    again = call(ANNA).post("/webhooks", {"url": URL}, key="one")
    assert first.json() == again.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    other = call(ANNA).post("/webhooks", {"url": URL + "2"}, key="one")
    assert (other.status_code, other.json()["code"]) == (422, "archive.key_reused")


@pytest.mark.parametrize(
    ("body", "code", "pointer"),
    [
        ({"url": "http://tools.example/"}, "webhook.url_https", "#/url"),
        ({"url": "https://127.0.0.1/"}, "webhook.url_private", "#/url"),
        ({"url": "https://[::ffff:10.0.0.1]/"}, "webhook.url_private", "#/url"),
        ({"url": "https://2130706433/"}, "webhook.url_form", "#/url"),
        ({"url": "https://169.254.169.254/latest"}, "webhook.url_private", "#/url"),
        ({"url": URL, "kinds": ["attempt.refused"]}, "events.kind", "#/kinds"),
        ({"url": URL, "kinds": ["refund.stated"]}, "events.kind", "#/kinds"),
        ({"url": URL, "description": "a\nb"}, "text.control", "#/description"),
        ({"url": URL, "secret": "mine"}, "input.unknown_field", "#/secret"),
        ({}, "input.missing", "#/url"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(
    call: CallAs, shops: Shops, body: dict[str, object], code: str, pointer: str
) -> None:
    answer = call(ANNA).post("/webhooks", body)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer.json()["errors"][0]["pointer"] == pointer


@pytest.mark.parametrize("actor", [BRUNO, CLARA, EDDA, FELIX], ids=lambda one: one.name)
def test_it_is_for_owners_and_the_platform(call: CallAs, shops: Shops, actor: Actor) -> None:
    for answer in (call(actor).get("/webhooks"), call(actor).post("/webhooks", {"url": URL})):
        assert (answer.status_code, answer.json()["code"]) == (403, "webhook.not_yours")


def test_strangers_find_nothing(call: CallAs, shops: Shops) -> None:
    mine = added(call)["id"]
    for actor in (DMITRI, PLATFORM):
        for answer in (
            call(actor).get(f"/webhooks/{mine}"),
            call(actor).put(f"/webhooks/{mine}", {"url": URL, "version": 1}),
            call(actor).send("DELETE", f"/webhooks/{mine}"),
            call(actor).post(f"/webhooks/{mine}/secret", {}),
            call(actor).get(f"/webhooks/{mine}/deliveries"),
        ):
            assert (answer.status_code, answer.json()["code"]) == (404, "webhook.not_found")


def test_it_is_changed_once_by_whoever_saw_it_last(call: CallAs, shops: Shops) -> None:
    path = f"/webhooks/{added(call)['id']}"
    changed = call(ANNA).put(path, {"url": URL + "/2", "version": 1})
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    again = call(ANNA).put(path, {"url": URL + "/2", "version": 1})
    assert (again.json()["version"], again.headers["Idempotency-Replayed"]) == (2, "true")
    late = call(ANNA).put(path, {"url": URL + "/3", "version": 1})
    assert (late.status_code, late.json()["code"], late.json()["version"]) == (409, "webhook.moved", 2)


def test_a_removed_one_is_gone(call: CallAs, shops: Shops) -> None:
    path = f"/webhooks/{added(call)['id']}"
    assert call(ANNA).send("DELETE", path).status_code == 204
    assert call(ANNA).get(path).status_code == 404
    assert call(ANNA).get("/webhooks").json()["data"] == []
    assert call(ANNA).send("DELETE", path).status_code == 404


def test_two_secrets_sign_while_one_is_changed_for_another(
    call: CallAs, shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    with receiving() as receiver:
        monkeypatch.setattr(live.HELPDESK, "outgoing_allowed", frozenset({receiver.place}))
        made = added(call, url=receiver.url)
        path = f"/webhooks/{made['id']}"
        rotated = call(ANNA).post(f"{path}/secret", {}, key="turn").json()
        assert call(ANNA).post(f"{path}/secret", {}, key="turn").json()["secret"] == rotated["secret"]
        assert rotated["secret"] != made["secret"]
        assert rotated["old_secret_until"]
        tried = call(ANNA).post(f"{path}/test", {}, key="try").json()
        assert call(ANNA).post(f"{path}/test", {}, key="try").json() == tried
        deliver(clock.now())
        (got,) = receiver.got
    assert got.event["type"] == "helpdesk.webhook.test"
    signed = f"{got.id}.{got.headers['webhook-timestamp']}.".encode() + got.body
    keys = [b64decode(one["secret"].removeprefix("whsec_")) for one in (rotated, made)]
    expected = [f"v1,{b64encode(hmac.digest(key, signed, 'sha256')).decode()}" for key in keys]
    assert got.headers["webhook-signature"].split() == expected
    (listed,) = call(ANNA).get(f"{path}/deliveries").json()["data"]
    assert (listed["state"], listed["status"], listed["tries"]) == ("delivered", 204, 1)
    one = call(ANNA).get(f"{path}/deliveries/{listed['id']}").json()
    assert one == listed


def test_deliveries_are_listed_and_replayed(
    call: CallAs, asked: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    with receiving() as receiver:
        monkeypatch.setattr(live.HELPDESK, "outgoing_allowed", frozenset({receiver.place}))
        react(clock.now())
        path = f"/webhooks/{added(call, url=receiver.url)['id']}"
        for text in ("It is 8 mm.", "And it fits."):
            call(ANNA).post(f"/conversations/{asked}/replies", {"text": text, "reason": "invoice"})
        now = clock.now()
        react(now)
        deliver(now)
        page = call(ANNA).get(f"{path}/deliveries?limit=1")
        assert 'rel="next"' in page.headers["Link"]
        rest = call(ANNA).get(f"{path}/deliveries?after={page.json()['next']}").json()
        events = [*page.json()["data"], *rest["data"]]
        assert len(events) == len(receiver.got) == 2
        again = call(ANNA).post(f"{path}/deliveries/{events[0]['id']}/replay", {})
        assert (again.status_code, again.json()["state"]) == (201, "waiting")
        deliver(clock.now())
        assert receiver.got[-1].id == events[0]["event"]
        assert call(ANNA).post(f"{path}/replays", {}).json() == {"replayed": 0}


def test_a_paused_one_sends_nothing(call: CallAs, shops: Shops) -> None:
    path = f"/webhooks/{added(call)['id']}"
    paused = call(ANNA).put(path, {"url": URL, "paused": True, "version": 1}).json()
    assert (paused["paused_as"], paused["version"]) == ("owner", 2)
    for way in ("test", "replays"):
        answer = call(ANNA).post(f"{path}/{way}", {})
        assert (answer.status_code, answer.json()["code"]) == (409, "webhook.paused")
    assert call(ANNA).put(path, {"url": URL, "version": 2}).json()["paused_at"] is None


def test_there_is_an_end_to_how_many(call: CallAs, shops: Shops) -> None:
    for _ in range(MAX_ENDPOINTS):
        added(call)
    answer = call(ANNA).post("/webhooks", {"url": URL})
    assert (answer.status_code, answer.json()["code"]) == (409, "webhook.most")


def test_lists_ask_little_of_the_database(call: CallAs, shops: Shops) -> None:
    path = f"/webhooks/{added(call)['id']}/deliveries"
    for one in ("/webhooks", path):
        call(ANNA).get(one)
        with statements() as count:
            call(ANNA).get(one)
        assert count() <= 8
