"""The feed of visibility over HTTP: signed, in order, and for the Platform alone."""

from hashlib import sha256

import pytest

from helpdesk.archive.queries import receipt_vkeys
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.canonical import canonical
from helpdesk.standing import actions
from helpdesk.tlog import notes
from helpdesk.tlog.keys import Verifier
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, EDDA, PLATFORM
from tests.shops import Shops
from tests.standing.rated import follow
from tests.statements import statements


@pytest.fixture
def published(shops: Shops) -> Shops:
    """Both shops have a place."""
    actions.note_sellers(actor=SYSTEM, now=clock.now(), limit=100)
    actions.publish_standings(actor=SYSTEM, now=clock.now(), limit=100)
    follow(clock.now())
    return shops


def test_rows_are_in_the_order_of_the_log_and_signed(call: CallAs, published: Shops) -> None:
    page = call(PLATFORM).get("/standings").json()
    assert [row["rank_factor"] for row in page["data"]] == ["0.940", "0.940"]
    assert {row["level"] for row in page["data"]} == {"new"}
    text = notes.open_note(page["note"], verifiers=[Verifier.parse(key) for key in receipt_vkeys()]).text
    digest = sha256(canonical(page["data"])).hexdigest()
    assert text.splitlines() == ["helpdesk-standings/v1", "-1", digest, page["valid_until"]]
    entry = call(PLATFORM).get(f"/entries/{page['data'][0]['explanation']}").json()
    assert (entry["kind"], entry["number"]) == ("standing.published", page["data"][0]["number"])


def test_pages_follow_each_other_and_can_be_read_again(call: CallAs, published: Shops) -> None:
    whole = call(PLATFORM).get("/standings").json()
    first = call(PLATFORM).get("/standings?limit=1").json()
    rest = call(PLATFORM).get(f"/standings?after={first['next']}").json()
    assert first["data"] + rest["data"] == whole["data"]
    assert (rest["next"], whole["next"]) == (None, None)
    assert call(PLATFORM).get("/standings?limit=1").json() == first
    end = call(EDDA).get(f"/standings?after={whole['data'][-1]['number']}").json()
    assert end["data"] == []


@pytest.mark.parametrize("actor", [ANNA, CLARA], ids=lambda one: one.name)
def test_it_is_not_for_sellers_and_buyers(call: CallAs, published: Shops, actor: object) -> None:
    answer = call(actor).get("/standings")  # type: ignore[arg-type]
    assert (answer.status_code, answer.json()["code"]) == (403, "standing.feed")


def test_it_asks_little_of_the_database(call: CallAs, published: Shops) -> None:
    caller = call(PLATFORM)
    caller.get("/standings")
    with statements() as count:
        caller.get("/standings")
    assert count() <= 9


@pytest.mark.parametrize("odd", ["limit=0", "limit=1001", "after=-2", "after=x"])
def test_odd_pages_are_refused(call: CallAs, published: Shops, odd: str) -> None:
    assert call(PLATFORM).get(f"/standings?{odd}").status_code == 422
