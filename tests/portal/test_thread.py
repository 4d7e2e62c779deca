"""A thread as a record: by day, in its languages, page by page, with what is known beside it."""

import re
import sys

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.portal import threads
from tests.cast import ANNA, CLARA, DMITRI
from tests.portal.conftest import QUESTION, SignIn
from tests.shops import Shops


@pytest.fixture
def long(asked: Ref) -> Ref:
    """Nine messages."""
    for n in range(1, 9):
        conversations.post_question(
            actor=CLARA, now=clock.now(), conversation=asked, draft=f"MORE {n}.", key=f"more-{n}"
        )
    return asked


def shown(page: str) -> list[int]:
    """Numbers of the messages that stand on a page."""
    return [int(n) for n in re.findall(r'id="m(\d+)"', page)]


def test_a_long_thread_is_read_page_by_page(
    sign_in: SignIn, long: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in (sys.modules["helpdesk.conversations.queries.thread"], threads):
        monkeypatch.setattr(room, "PAGE", 4)
    anna, path = sign_in(ANNA), f"/seller/conversations/{long}"
    latest = anna.get(path).content.decode()
    assert shown(latest) == [5, 6, 7, 8]
    assert "Later messages" not in latest
    assert shown(anna.get(f"{path}?after=0").content.decode()) == [1, 2, 3, 4]
    first = anna.get(f"{path}?after=-1").content.decode()
    assert shown(first) == [0, 1, 2, 3]
    assert "Earlier messages" not in first
    assert '?after=3"' in first


@pytest.mark.parametrize("after", ["x", "--1", "9" * 12, "²", ""])
def test_a_place_that_no_page_gave_is_the_latest(sign_in: SignIn, asked: Ref, after: str) -> None:
    page = sign_in(ANNA).get(f"/seller/conversations/{asked}?after={after}")
    assert page.status_code == 200
    assert QUESTION in page.content.decode()


def test_words_stand_in_their_own_language_under_their_day(sign_in: SignIn, asked: Ref) -> None:
    page = sign_in(ANNA).get(f"/seller/conversations/{asked}").content.decode()
    assert f'lang="de" dir="auto">{QUESTION}' in page
    assert page.count('class="day-rule"') == 1


def test_what_else_this_buyer_asked_is_at_hand_for_this_shop_alone(
    sign_in: SignIn, shops: Shops, asked: Ref
) -> None:
    other = conversations.ask_about_offer(
        actor=CLARA, now=clock.now(), offer=shops.offer, draft="Still there?", key="offer"
    ).conversation
    dmitris = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.dmitris_order, draft="Lamp?", key="lamp"
    ).conversation
    page = sign_in(ANNA).get(f"/seller/conversations/{asked}").content.decode()
    beside = page[page.index("Earlier conversations") :]
    assert str(other) in beside
    assert str(dmitris) not in page
    elsewhere = sign_in(DMITRI).get(f"/seller/conversations/{dmitris}").content.decode()
    assert "Earlier conversations" not in elsewhere


def test_the_deadline_explains_itself(sign_in: SignIn, asked: Ref) -> None:
    page = sign_in(ANNA).get(f"/seller/conversations/{asked}").content.decode()
    assert "How the time is counted" in page
    assert "calendar PL, version" in page
    assert 'class="strip-due"' in page
