"""The seller's desk: lanes by due time, the most urgent question already open, and on to the next."""

import re
from datetime import datetime
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.conversations import actions as conversations
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI, HANIA
from tests.past import any_present
from tests.portal.conftest import SignIn
from tests.portal.test_composer import post
from tests.shops import Shops

THURSDAY, FRIDAY, SATURDAY = (datetime.fromisoformat(f"2026-11-{day}T10:00+01:00") for day in (19, 20, 21))


@pytest.fixture
def waiting(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> dict[str, Ref]:
    """On Saturday: Clara's question of Thursday is late, Hania's of Friday and Saturday are due on Monday
    and at Monday's end, which is the lane's day too.
    """
    present = any_present(monkeypatch)
    found = {}
    for name, at, actor, order in (
        ("late", THURSDAY, CLARA, shops.claras_order),
        ("monday", FRIDAY, HANIA, shops.hanias_order),
    ):
        present.set(at)
        asked = conversations.ask_about_order(actor=actor, now=at, order=order, draft=name.upper(), key=name)
        found[name] = asked.conversation
    present.set(SATURDAY)
    return found


def test_a_closed_day_speaks_of_monday(sign_in: SignIn, waiting: dict[str, Ref]) -> None:
    page = sign_in(ANNA).get("/seller/inbox").content.decode()
    lanes = re.findall(r'<h\d class="lane-name" id="lane-\w+">(.*?) <span class="lane-count">(\d+)', page)
    assert lanes == [("Late", "1"), ("Due Monday", "1")]
    assert page.index("LATE") < page.index("MONDAY")


def test_the_most_urgent_is_open_beside_the_list(sign_in: SignIn, waiting: dict[str, Ref]) -> None:
    page = sign_in(ANNA).get("/seller/inbox").content.decode()
    assert f'action="/seller/conversations/{waiting["late"]}/replies"' in page
    assert len(re.findall(r'class="row-link" href="[^"]+" aria-current="true"', page)) == 1
    assert 'name="then" value="next"' in page


def answer(client: Client, thread: Ref, **fields: str) -> str:
    """Where an answer leads."""
    form = {"key": str(uuid4()), "text": "Yes."} | fields
    return str(post(client, f"/seller/conversations/{thread}/replies", form)["Location"])


def test_sending_opens_the_next_and_says_what_was_sent(sign_in: SignIn, waiting: dict[str, Ref]) -> None:
    anna = sign_in(ANNA)
    on = answer(anna, waiting["late"], then="next")
    assert on == f"/seller/conversations/{waiting['monday']}?answered={waiting['late']}#m0"
    assert "Sent to Clara" in anna.get(on).content.decode()
    end = answer(anna, waiting["monday"], then="next")
    assert end.startswith("/seller/inbox?answered=")
    page = anna.get(end).content.decode()
    assert "Sent to Hania" in page
    assert "Nobody is waiting for you" in page
    assert "Answered lately" in page


def test_sending_may_stay(sign_in: SignIn, waiting: dict[str, Ref]) -> None:
    assert answer(sign_in(ANNA), waiting["late"]).startswith(
        f"/seller/conversations/{waiting['late']}?sent=1"
    )


@pytest.mark.parametrize("said", ["x", "late", "monday"])
def test_an_address_cannot_claim_that_something_was_sent(
    sign_in: SignIn, waiting: dict[str, Ref], said: str
) -> None:
    page = sign_in(ANNA).get(f"/seller/inbox?answered={waiting.get(said, said)}").content.decode()
    assert "Sent to" not in page


def test_a_market_is_a_filter(sign_in: SignIn, waiting: dict[str, Ref]) -> None:
    anna = sign_in(ANNA)
    anna.post("/preferences", {"market": "pl", "next": "/seller/inbox"})
    page = anna.get("/seller/inbox").content.decode()
    assert "MONDAY" in page
    assert "LATE" not in page


def test_long_lanes_go_on_by_themselves(
    sign_in: SignIn, waiting: dict[str, Ref], shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("helpdesk.portal.seller.lanes._ROWS", 1)
    conversations.ask_about_offer(actor=HANIA, now=SATURDAY, offer=shops.offer, draft="THIRD", key="third")
    anna = sign_in(ANNA)
    first = anna.get("/seller/inbox").content.decode()
    more = re.findall(r'class="lane-more" href="\?(due_today=[^"]+)"', first)
    assert len(more) == 1
    then = anna.get(f"/seller/inbox?{more[0]}").content.decode()
    assert "THIRD" in then
    assert "MONDAY" not in then
    assert "LATE" in then  # the other lanes stay
    assert "To the beginning" in then
    assert anna.get("/seller/inbox?late=nowhere").status_code == 400


@pytest.mark.parametrize("actor", [DMITRI])
def test_other_shops_wait_for_nobody(sign_in: SignIn, waiting: dict[str, Ref], actor: Actor) -> None:
    page = sign_in(actor).get("/seller/inbox").content.decode()
    assert "Nobody is waiting for you" in page
    assert "LATE" not in page
