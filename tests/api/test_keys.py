"""Keys over HTTP: made, listed, renewed and ended; the secret is in one answer and in no other."""

from helpdesk.kernel.ids import Ref
from tests.api.client import Api
from tests.api.conftest import CallAs
from tests.cast import ANNA, BRUNO, DMITRI


def test_a_key_from_its_making_to_its_end(call: CallAs, asked: Ref) -> None:
    anna = call(ANNA)
    answer = anna.post("/keys", {"name": "Warehouse"}, key="one")
    made = answer.json()
    assert (answer.status_code, made["name"], made["scopes"]) == (201, "Warehouse", ["read", "reply"])
    assert made["archive"]["receipt"]["signature"]
    again = anna.post("/keys", {"name": "Warehouse"}, key="one")
    assert (again.json()["secret"], again["Idempotency-Replayed"]) == (None, "true")
    tool = Api(made["secret"])
    assert [row["id"] for row in tool.get("/inbox").json()["data"]] == [str(asked)]
    (listed,) = anna.get("/keys").json()["data"]
    assert listed["used_at"]
    assert listed == anna.get(f"/keys/{made['id']}").json()
    assert made["secret"] not in str(listed)
    renewed = anna.post(f"/keys/{made['id']}/renewals", {"keep_days": 1}).json()
    old, new = anna.get("/keys").json()["data"]
    assert (old["successor"], old["ends_at"] is None, new["id"]) == (renewed["id"], False, renewed["id"])
    assert Api(renewed["secret"]).get("/inbox").status_code == tool.get("/inbox").status_code == 200
    assert anna.send("DELETE", f"/keys/{made['id']}").status_code == 204
    assert tool.get("/inbox").status_code == 401
    assert anna.get(f"/keys/{made['id']}").status_code == 404
    assert anna.send("DELETE", f"/keys/{made['id']}").status_code == 204  # sent twice, done once


def test_strangers_and_agents_and_keys_themselves_manage_none(call: CallAs, asked: Ref) -> None:
    made = call(ANNA).post("/keys", {"name": "Warehouse", "scopes": ["read", "team"]}).json()
    assert call(BRUNO).get("/keys").json()["code"] == "key.not_yours"
    assert call(DMITRI).get(f"/keys/{made['id']}").status_code == 404
    assert call(DMITRI).post(f"/keys/{made['id']}/renewals", {}).status_code == 404
    tool = Api(made["secret"])
    assert tool.post("/keys", {"name": "Mine"}).json()["code"] == "api.scope"
    assert tool.send("DELETE", f"/keys/{made['id']}").json()["code"] == "api.scope"
    wrong = call(ANNA).post("/keys", {"name": "W", "scopes": ["write"]})
    assert (wrong.status_code, wrong.json()["errors"][0]["pointer"]) == (422, "#/scopes/0")
