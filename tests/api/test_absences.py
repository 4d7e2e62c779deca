"""Absences over the API: said once, seen by the shop, covered, ended; and an assignment tells of them."""

from datetime import timedelta
from typing import Any

import pytest

from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, PLATFORM
from tests.shops import Shops, today
from tests.statements import statements

PATH = "/team/absences"


@pytest.fixture
def team(call: CallAs, shops: Shops) -> dict[str, str]:
    """Memberships by name."""
    return {one["name"]: one["id"] for one in call(ANNA).get("/team/members").json()["data"]}


def body(team: dict[str, str], who: str = "Bruno", cover: str = "Anna", first: int = 0) -> dict[str, str]:
    """Three days, `first` days from the shop's today."""
    on = today() + timedelta(days=first)
    return {
        "member": team[who],
        "cover": team[cover],
        "first_on": f"{on}",
        "last_on": f"{on + timedelta(days=3)}",
    }


def ahead(call: CallAs) -> Any:
    """Those that run or come."""
    return call(ANNA).get(PATH).json()["data"]


def test_it_is_said_once_and_read_by_the_shop(call: CallAs, team: dict[str, str]) -> None:
    first, again = (call(BRUNO).post(PATH, body(team, first=1), key="k") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    [one] = ahead(call)
    assert one["id"] == first.json()["id"]
    assert one["absent"] == {"member": team["Bruno"], "name": "Bruno"}
    assert one["cover"] == {"member": team["Anna"], "name": "Anna"}
    assert (one["stage"], one["covered_by"], one["ended_at"]) == ("coming", None, None)
    other = call(BRUNO).post(PATH, body(team, first=9), key="k")
    assert (other.status_code, other.json()["code"]) == (422, "archive.key_reused")
    assert call(BRUNO).send("POST", PATH, body(team)).status_code == 422


def test_refusals_have_codes_and_sentences(call: CallAs, team: dict[str, str]) -> None:
    anna = call(ANNA)
    assert anna.post(PATH, body(team, first=5)).status_code == 201
    for wrong, status, code in (
        (body(team, "Anna", "Bruno", 6), 409, "absence.cover_away"),
        (body(team, first=7), 409, "absence.overlaps"),
        (body(team, "Anna", "Anna"), 422, "absence.own_cover"),
        (body(team, first=-3), 422, "absence.past"),
        (body(team) | {"last_on": "2020-01-01"}, 422, "absence.backwards"),
        (body(team) | {"cover": "x"}, 404, "member.not_found"),
    ):
        answer = anna.post(PATH, wrong)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert answer.json()["title"]
    answer = call(BRUNO).post(PATH, body(team, "Anna", "Bruno"))
    assert (answer.status_code, answer.json()["code"]) == (403, "absence.of_a_colleague")
    assert anna.post(PATH, body(team) | {"first_on": "soon"}).status_code == 422


def test_another_covers_and_it_ends(call: CallAs, team: dict[str, str]) -> None:
    id = call(ANNA).post(PATH, body(team)).json()["id"]
    anna, at = call(ANNA), f"{PATH}/{id}"
    assert anna.put(f"{at}/cover", {"cover": team["Anna"]}).status_code == 204
    assert anna.put(f"{at}/cover", {"cover": team["Bruno"]}).json()["code"] == "absence.own_cover"
    for _ in range(2):
        assert anna.send("DELETE", at).status_code == 204
    assert ahead(call) == []
    assert anna.get(PATH).json()["past"][0]["ended_at"]
    assert anna.put(f"{at}/cover", {"cover": team["Anna"]}).json()["code"] == "absence.over"


def test_an_assignment_to_who_is_away_says_so(call: CallAs, team: dict[str, str], asked: Ref) -> None:
    anna, at = call(ANNA), f"/conversations/{asked}"
    assert anna.put(f"{at}/assignment", {"member": team["Bruno"]}).status_code == 204
    assert anna.post(PATH, body(team)).status_code == 201
    answer = anna.put(f"{at}/assignment", {"member": team["Bruno"]})
    until = body(team)["last_on"]
    assert answer.status_code == 200
    assert answer.json()["assignee"]["away"] == {"until": until, "covered_by": "Anna"}
    assert anna.get(f"{at}/marks").json() == answer.json()
    [one] = ahead(call)
    assert (one["stage"], one["covered_by"]["name"]) == ("running", "Anna")
    assert len(call(ANNA).get("/inbox?view=mine").json()["data"]) == 1


def test_strangers_find_nothing(call: CallAs, team: dict[str, str], asked: Ref) -> None:
    id = call(ANNA).post(PATH, body(team)).json()["id"]
    for stranger in (CLARA, EDDA, PLATFORM):
        assert call(stranger).get(PATH).status_code == 403
    assert call(DMITRI).get(PATH).json()["data"] == []
    for stranger in (CLARA, DMITRI, EDDA):
        assert call(stranger).send("DELETE", f"{PATH}/{id}").status_code == 404
    assert len(ahead(call)) == 1
    shown = call(CLARA)
    for path in (
        f"/conversations/{asked}",
        "/conversations",
        f"/conversations/{asked}/clocks",
        "/search?q=Bruno",
    ):
        assert "away" not in shown.get(path).content.decode()


def test_each_costs_so_many_statements(call: CallAs, team: dict[str, str]) -> None:
    anna, new = call(ANNA), body(team, first=1)
    anna.get(PATH)
    for ceiling, method, path, sent in ((14, "GET", PATH, b""), (20, "POST", PATH, new)):
        with statements() as count:
            answer = anna.send(method, path, sent, **{"Idempotency-Key": "k"})
        assert answer.status_code < 300, answer.content
        assert count() <= ceiling, (path, count())
