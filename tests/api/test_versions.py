"""Versions: every answer has a tag; a change that names an older one is not made, and is shown the newer."""

import json
from datetime import UTC, datetime
from itertools import repeat
from time import monotonic
from uuid import uuid4

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from helpdesk.api.lifecycle import Retiring, say
from helpdesk.api.versions import tag_of, versioned
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.teamwork import actions as teamwork
from tests.api.conftest import CallAs
from tests.cast import ANNA, BRUNO
from tests.conversations.led import SOON, Player, Script, Step

SAVED = {"name": "Thanks", "bodies": {"de": "Danke!"}}


def test_a_change_of_an_older_version_is_not_made_and_shown_the_newer(call: CallAs, asked: Ref) -> None:
    anna, bruno = call(ANNA), call(BRUNO)
    path = f"/saved-replies/{anna.post('/saved-replies', SAVED).json()['id']}"
    seen = anna.get(path)
    theirs = bruno.send("PUT", path, {**SAVED, "bodies": {"de": "Vielen Dank!"}, "version": 1})
    assert theirs.status_code == 200
    mine = {**SAVED, "bodies": {"de": "Merci!"}, "version": 1}
    late = anna.send("PUT", path, mine, **{"If-Match": seen["ETag"]})
    problem = late.json()
    assert (late.status_code, problem["code"]) == (412, "api.stale")
    assert problem["current"]["bodies"] == {"de": "Vielen Dank!"}
    assert late["ETag"] == anna.get(path)["ETag"] != seen["ETag"]
    again = anna.send("PUT", path, {**mine, "version": 2}, **{"If-Match": late["ETag"]})
    assert (again.status_code, again.json()["bodies"]) == (200, {"de": "Merci!"})
    assert anna.send("DELETE", path, **{"If-Match": late["ETag"]}).status_code == 412
    assert anna.send("DELETE", path, **{"If-Match": "*"}).status_code == 204
    assert anna.send("DELETE", path, **{"If-Match": "*"}).status_code == 404


def test_of_two_who_name_one_version_at_once_one_writes_and_the_other_is_shown_it(database: str) -> None:
    stored: dict[str, int] = {"version": 1}

    def change(pause: Step) -> int:
        def respond(request: HttpRequest) -> HttpResponse:
            if request.method == "GET":
                return HttpResponse(json.dumps(stored))
            pause()
            stored["version"] += 1
            return HttpResponse(status=204)

        seen = tag_of(content=b'{"version": 1}')
        request = RequestFactory().put("/api/v1/things/1", headers={"If-Match": seen})
        return versioned(request=request, respond=respond).status_code

    one, other = led([change, change])
    assert (one, other, stored) == (204, 412, {"version": 2})


def test_a_deed_on_a_page_does_not_come_between_the_look_and_the_change(asked: Ref) -> None:
    place = f"/api/v1/conversations/{asked}"
    written: list[str] = []

    def write(tag: str) -> None:
        teamwork.set_tags(actor=ANNA, now=clock.now(), conversation=asked, tags=[tag])
        written.append(tag)

    def change(pause: Step) -> int:
        def respond(request: HttpRequest) -> HttpResponse:
            if request.method == "GET":
                return HttpResponse(b"no tags")
            pause()
            write("vip")
            return HttpResponse(status=204)

        request = RequestFactory().put(f"{place}/tags", headers={"If-Match": tag_of(content=b"no tags")})
        return versioned(request=request, respond=respond).status_code

    assert led([change, lambda _: write("urgent")]) == [204, None]
    assert written == ["vip", "urgent"]


def led(scripts: list[Script]) -> list[object]:
    """The first goes as far as its write; the second has to wait, and goes on after it."""
    players = [Player() for _ in scripts]
    for player, script in zip(players, scripts, strict=True):
        player.begin(script)
        player.step()
        if player is players[0]:
            assert player.arrives(), "before its write"
    until(waiting=1)
    players[0].step()
    assert all(player.arrives() for player in players)
    until(held=0)
    for player in players:
        player.leave()
    return [player.outcome for player in players]


def until(*, waiting: int = 0, held: int = 0) -> None:
    """So many hold and so many wait for a turn."""
    ends = monotonic() + SOON
    sql = "SELECT granted FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2"
    wanted = [*repeat((False,), waiting), *repeat((True,), held or waiting)]
    with connection.cursor() as cursor:
        while sorted(cursor.execute(sql).fetchall()) != wanted:
            assert monotonic() < ends, "somebody does not wait who must"


def test_marks_have_the_version_of_the_marks_of_their_thread(call: CallAs, asked: Ref) -> None:
    anna, place = call(ANNA), f"/conversations/{asked}"
    seen = anna.get(f"{place}/marks")["ETag"]
    assert anna.send("PUT", f"{place}/tags", {"tags": ["vip"]}, **{"If-Match": seen}).status_code == 204
    late = anna.send("PUT", f"{place}/tags", {"tags": ["urgent"]}, **{"If-Match": seen})
    assert (late.status_code, late.json()["current"]["tags"]) == (412, ["vip"])
    none = anna.send("PUT", "/notices/read-mark", {}, **{"If-Match": '"x"'})
    assert (none.status_code, none.json()["code"]) == (412, "api.no_version")


def test_what_has_not_changed_is_not_sent_again(call: CallAs, asked: Ref) -> None:
    anna = call(ANNA)
    first = anna.get("/saved-replies")
    same = anna.get("/saved-replies", **{"If-None-Match": f'"other", W/{first["ETag"]}'})
    assert (same.status_code, same.content, same["ETag"]) == (304, b"", first["ETag"])
    assert same["X-Request-ID"]
    anna.post("/saved-replies", SAVED)
    assert anna.get("/saved-replies", **{"If-None-Match": first["ETag"]}).status_code == 200


def test_a_list_that_goes_on_links_to_where(call: CallAs, asked: Ref) -> None:
    anna = call(ANNA)
    page = anna.get("/inbox?limit=1")
    assert page.json()["next"]
    link = page["Link"]
    assert link.endswith('>; rel="next"')
    onward = link.removeprefix("</api/v1").split(">")[0]
    assert "limit=1" in onward
    following = anna.get(onward)
    assert (following.status_code, following.json()["data"]) == (
        200,
        [],
    )  # one waits, and was on the first page
    assert "Link" not in following


def test_a_request_id_comes_back(call: CallAs, asked: Ref) -> None:
    mine = str(uuid4())
    assert call(ANNA).get("/inbox", **{"X-Request-ID": mine})["X-Request-ID"] == mine
    assert call(ANNA).get("/inbox")["X-Request-ID"] not in ("", mine)


def test_what_will_go_says_so_and_until_when() -> None:
    table = {
        ("GET", "/api/v1/orders/{order}"): Retiring(
            since=datetime(2027, 1, 1, tzinfo=UTC),
            gone_at=datetime(2028, 1, 1, tzinfo=UTC),
            instead="https://shop.example/moved",
        )
    }
    response = HttpResponse()
    say(method="GET", path="/api/v1/orders/abc", response=response, table=table)
    assert response["Deprecation"] == "@1798761600"  # RFC 9745: a date of RFC 9651
    assert response["Sunset"] == "Sat, 01 Jan 2028 00:00:00 GMT"
    assert response["Link"] == '<https://shop.example/moved>; rel="deprecation"'
    other = HttpResponse()
    for method, path in (
        ("PUT", "/api/v1/orders/abc"),
        ("GET", "/api/v1/orders/abc/mute"),
        ("GET", "/api/v1/me"),
    ):
        say(method=method, path=path, response=other, table=table)
    assert "Deprecation" not in other
