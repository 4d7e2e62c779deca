"""Scopes: one table, held against every operation there is; a key does what it holds, and nothing else."""

import json
from uuid import uuid4

from helpdesk.accounts.terms import KEY_SCOPES, Scope
from helpdesk.api.describe import description
from helpdesk.api.scopes import CHANGED_BY, READ_BY, READING, rows_of, scope_of
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import actions
from tests.api.client import Api
from tests.api.conftest import CallAs
from tests.api.routes import addresses, routes
from tests.cast import ANNA, BRUNO
from tests.shops import Shops

# keys make no keys; and they have no wishes, since nobody tells a machine of anything by mail
NOT_FOR_KEYS = ("/api/v1/keys", "/api/v1/notices/wishes")


def operations() -> list[tuple[str, str]]:
    """Method and path of everything that is described."""
    paths = json.loads(description())["paths"]
    return [(method.upper(), path) for path, methods in paths.items() for method in methods]


def key(*scopes: str) -> Api:
    made = actions.make_key(
        actor=ANNA, now=clock.now(), name=" ".join(scopes), scopes=scopes, key=str(uuid4())
    )
    return Api(made.secret)


def test_every_operation_that_changes_something_stands_in_the_table(database: str) -> None:
    missing = [
        f"{method} {path}"
        for method, path in operations()
        if method not in READING and not any(row in CHANGED_BY for row in rows_of(path=path))
    ]
    assert missing == []
    assert len([one for one in operations() if one[0] not in READING]) > 90


def test_reading_asks_for_read_where_the_table_says_no_more(database: str) -> None:
    asked = {path: scope_of(method=method, path=path) for method, path in operations() if method in READING}
    assert {
        scope for path, scope in asked.items() if not path.startswith(("/api/v1/keys", "/api/v1/exports"))
    } == {Scope.READ}
    assert asked["/api/v1/keys"] is READ_BY["keys"] is Scope.WRITE


def test_what_stands_in_no_row_is_for_nobodys_key() -> None:
    assert scope_of(method="POST", path="/api/v1/inventions") is Scope.WRITE
    assert Scope.WRITE not in KEY_SCOPES


def test_the_operators_deeds_and_the_making_of_keys_are_for_no_key(database: str) -> None:
    """What only administrators, the Platform or a person may do is not in any key's reach."""
    nouns = {
        "keys",
        "erasures",
        "holds",
        "reviews",
        "people",
        "platform",
        "calendars",
        "retention",
        "trials",
        "me",
    }
    for method, path in operations():
        if method not in READING and path.split("/")[3] in nouns:
            assert scope_of(method=method, path=path) is Scope.WRITE, path


def test_a_key_is_refused_wherever_it_lacks_the_scope(shops: Shops, asked: Ref) -> None:
    for scope in KEY_SCOPES:
        assert refused_everywhere(key(scope.value), scope, shops, asked) > 40


def refused_everywhere(api: Api, scope: Scope, shops: Shops, asked: Ref) -> int:
    """How many operations asked for another scope."""
    tried = 0
    for route in routes():
        path = route.path.replace("{conversation}", str(asked)).replace("{order}", str(shops.claras_order))
        needed = scope_of(method=route.method, path=path.split("?")[0])
        if not route.is_api or needed is scope or "{" in path:
            continue
        answer = api.send(
            route.method, path.removeprefix("/api/v1"), route.body or {}, **{"Idempotency-Key": "k"}
        )
        assert (answer.status_code, answer.json()["code"]) == (403, "api.scope"), f"{route.method} {path}"
        assert f'scope="{needed}"' in answer.headers["WWW-Authenticate"]
        assert answer.json()["scope"] == needed
        tried += 1
    return tried


def test_a_key_reads_everything_that_its_shop_may_read(shops: Shops, asked: Ref) -> None:
    """It is no member of the team, and nothing stumbles over that."""
    api, wrong = key(*KEY_SCOPES), []
    anna = {
        route.path
        for route in routes()
        if route.is_api and route.method == "GET" and ANNA.name in route.open_to
    }
    for place in sorted(anna):
        path = place.replace("{conversation}", str(asked)).replace("{order}", str(shops.claras_order))
        path = path.replace("{offer}", str(shops.offer))
        if "{" not in path and not path.startswith(NOT_FOR_KEYS):
            status = api.get(path.removeprefix("/api/v1")).status_code
            wrong += [f"{path}: {status}"] if status != 200 else []
    assert wrong == []
    assert len(anna) > 30


def test_a_reply_by_key_is_the_tools_own(call: CallAs, asked: Ref) -> None:
    answer = key("read", "reply").post(f"/conversations/{asked}/replies", {"text": "Yes, the 8 mm one fits."})
    assert answer.status_code == 201, answer.content
    last = call(BRUNO).get(f"/conversations/{asked}").json()["messages"][-1]
    assert (last["side"], last["author"]) == ("seller", "read reply")


def test_the_lane_asks_for_the_scope_as_well(shops: Shops, asked: Ref) -> None:
    answer = key("read").post(f"/conversations/{asked}/replies", {"text": "No."})
    assert (answer.status_code, answer.json()["code"]) == (403, "api.scope")
    assert "reply" in answer.json()["title"]


def test_addresses_that_nobody_knows_are_not_told_apart_by_scope(shops: Shops) -> None:
    assert key("read").get("/inventions").status_code == 404
    assert addresses()
