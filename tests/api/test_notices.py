"""Notices over the API: one's own list and marks, wishes, and the feed of the Platform."""

import pytest
from django.conf import settings as live

from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.notifications import actions
from tests.api.conftest import CallAs
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, PLATFORM
from tests.notifications.told import react
from tests.shops import Shops

CHOSEN = {
    "mailed": ["overdue"],
    "rhythm": "hourly",
    "zone": "Europe/Lisbon",
    "digest_at": "06:30",
    "quiet_from": "00:00",
    "quiet_until": "00:00",
}


def test_the_list_is_ones_own_and_a_mark_counts_for_oneself(call: CallAs, asked: Ref) -> None:
    react(clock.now())
    listed = call(ANNA).get("/notices").json()
    [notice] = listed["data"]
    assert (notice["kind"], notice["conversation"], notice["title"]) == ("message", str(asked), "A-1001")
    assert (listed["unread"], listed["next"], notice["read_at"]) == (1, None, None)
    for body in ({"conversation": str(asked)}, {}):
        assert call(ANNA).put("/notices/read-mark", body).status_code == 204
    assert [call(each).get("/notices").json()["unread"] for each in (ANNA, BRUNO, DMITRI)] == [0, 1, 0]
    assert call(DMITRI).get("/notices").json()["data"] == []


def test_the_list_goes_on_and_says_where(call: CallAs, asked: Ref) -> None:
    for text in ("And?", "Still there?"):
        call(CLARA).post(f"/conversations/{asked}/questions", {"text": text})
    react(clock.now())
    first = call(ANNA).get("/notices?limit=2").json()
    rest = call(ANNA).get(f"/notices?limit=2&after={first['next']}").json()
    ids = [one["id"] for one in [*first["data"], *rest["data"]]]
    assert (len(ids), len(set(ids)), rest["next"]) == (3, 3, None)
    assert call(ANNA).get("/notices?after=x").status_code == 422


def test_wishes_are_chosen_and_read_back(call: CallAs, shops: Shops) -> None:
    usual = call(BRUNO).get("/notices/wishes").json()
    assert (usual["zone"], usual["quiet_from"], usual["rhythm"]) == ("Europe/Warsaw", "21:00", "at_once")
    assert call(ANNA).put("/notices/wishes", CHOSEN).status_code == 204
    assert call(ANNA).get("/notices/wishes").json() == CHOSEN
    assert call(BRUNO).get("/notices/wishes").json() == usual


def test_what_is_usual_holds_for_colleagues_who_chose_nothing(call: CallAs, shops: Shops) -> None:
    assert call(ANNA).put("/notices/usual", CHOSEN).status_code == 204
    assert call(ANNA).get("/notices/usual").json() == CHOSEN
    assert call(BRUNO).get("/notices/wishes").json() == CHOSEN
    assert call(BRUNO).put("/notices/usual", CHOSEN).json()["code"] == "wishes.not_owner"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"zone": "Mars/Base"}, "wishes.zone"),
        ({"zone": "\x00"}, "text.nul"),
        ({"digest_at": "24:00"}, "wishes.minutes"),
        ({"quiet_from": "7"}, "wishes.minutes"),
        ({"quiet_until": "\u0661:00"}, "wishes.minutes"),
        ({"rhythm": "never"}, "input.not_listed"),
        ({"mailed": ["gossip"]}, "input.not_listed"),
        ({"more": 1}, "input.unknown_field"),
    ],
)
def test_what_no_clock_shows_is_refused(
    call: CallAs, shops: Shops, wrong: dict[str, object], code: str
) -> None:
    before = call(ANNA).get("/notices/wishes").json()
    answer = call(ANNA).put("/notices/wishes", {**CHOSEN, **wrong})
    assert (answer.status_code in (400, 422), answer.json()["code"]) == (True, code)
    assert call(ANNA).get("/notices/wishes").json() == before


def test_the_platform_fetches_what_it_delivers(
    call: CallAs, asked: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live.HELPDESK, "notices", "platform")
    react(clock.now())
    actions.hand_over(actor=SYSTEM, now=clock.now().replace(year=2100), limit=10)
    feed = call(PLATFORM).get("/notices/requested").json()["data"]
    assert [(one["number"], one["kind"], one["conversation"]) for one in feed] == [
        (number, "message", str(asked)) for number in (1, 2)
    ]
    assert call(PLATFORM).get("/notices/requested?after=2").json()["data"] == []
    assert call(PLATFORM).get("/notices/requested?after=-1").status_code == 422


@pytest.mark.parametrize("actor", [ANNA, CLARA, PLATFORM])
def test_how_mails_fare_is_for_administrators(call: CallAs, asked: Ref, actor: Actor) -> None:
    assert call(EDDA).get("/notices/mails").json() == {"waiting": 0, "since": None, "lost": []}
    assert call(actor).get("/notices/mails").status_code == 403
    assert call(actor).get("/notices/troubles").json() == {"data": []}
