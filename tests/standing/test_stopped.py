"""A question that a measure keeps its Seller from answering: rated, and computed again from leaves."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.conversations import actions as conversations
from helpdesk.deadlines import queries as clocks
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.ids import Ref
from helpdesk.standing.models import Point
from helpdesk.standing.terms import State
from tests.cast import ANNA, ANNAS_SHOP, CLARA
from tests.conversations.clocks import HOUR, MONDAY
from tests.deadlines.measured import findings, lift, remove, suspend
from tests.deadlines.swept import settle
from tests.past import any_present
from tests.shops import Shops, open_shops
from tests.standing.rated import differences, follow, snapshot, stored

DAY = timedelta(days=1)
START = MONDAY + 4 * HOUR


@pytest.fixture
def asked(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ref]:
    """Clara asks about an offer on Monday."""
    any_present(monkeypatch).set(MONDAY)
    clocks.forget()
    shops: Shops = open_shops()
    yield conversations.ask_about_offer(
        actor=CLARA, now=MONDAY, offer=shops.offer, draft="Is it for 8 mm?", key="offer"
    ).conversation
    clocks.forget()


def point() -> Point:
    with everything():
        return Point.objects.get()


def test_a_suspension_moves_the_point_and_an_answer_after_it_is_in_time(asked: Ref) -> None:
    suspend(START, MONDAY + 2 * DAY)
    settle(MONDAY + 2 * DAY)
    conversations.post_reply(
        actor=ANNA, now=MONDAY + 2 * DAY + HOUR, conversation=asked, draft="It is for 8 mm.", key="answer"
    )
    on = MONDAY.date() + 3 * DAY
    snapshot(on, MONDAY + 4 * DAY)
    assert (point().state, point().deadline_us) == (State.MET, to_us(MONDAY + 2 * DAY + 20 * HOUR))
    assert stored(ANNAS_SHOP, on).n > 0
    assert differences(on) == []
    assert findings() == []


def test_nothing_is_due_while_a_removal_lasts_and_all_of_it_afterwards(asked: Ref) -> None:
    measure = remove(START)
    settle(START)
    on = MONDAY.date() + 20 * DAY
    snapshot(on, MONDAY + 21 * DAY)
    assert (point().state, stored(ANNAS_SHOP, on).n) == (State.OPEN, 0)
    assert differences(on) == []
    back = MONDAY + 21 * DAY
    lift(measure, back)
    settle(back + 3 * DAY)
    follow(back + 3 * DAY)
    assert (point().state, point().deadline_us) == (State.OPEN, to_us(back + 20 * HOUR))
    assert snapshot(on + 3 * DAY, back + 3 * DAY) == 1
    assert stored(ANNAS_SHOP, on + 3 * DAY).n > 0
    assert differences(on + 3 * DAY) == []
    assert findings() == []
