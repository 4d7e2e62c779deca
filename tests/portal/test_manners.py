"""How an answer is meant: the author of a text that reads as none is asked back, and chooses."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.terms import HowAnswered, Manner
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA
from tests.portal.conftest import SignIn
from tests.portal.test_composer import box, post, send, texts

HOLDING = "We will get back to you."
ANSWER = "Yes, it is the right one."


def replies(asked: Ref) -> str:
    return f"/seller/conversations/{asked}/replies"


def test_a_holding_line_comes_back_with_three_ways_on(sign_in: SignIn, asked: Ref) -> None:
    status, page = send(sign_in(ANNA), replies(asked), HOLDING, then="next")
    assert status == 400
    assert box(page) == HOLDING
    assert "This reads as if the full answer were still to come. Nothing was sent" in page
    assert 'name="then_before" value="next"' in page
    for way in (">Edit<", 'name="manner" value="interim"', 'name="manner" value="full"', "Full answer due: "):
        assert way in page
    assert len(texts(asked)) == 1


def test_an_interim_note_leaves_the_clock_running_and_says_so(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    status, _ = send(anna, replies(asked), HOLDING, manner="interim")
    assert status == 302
    thread = queries.thread(actor=ANNA, conversation=asked)
    assert thread.obligation is not None
    assert thread.messages[-1].manner is Manner.INTERIM
    for reader, path in ((anna, "seller"), (sign_in(CLARA), "buyer")):
        page = reader.get(f"/{path}/conversations/{asked}").content.decode()
        assert "Interim note · Full answer due: " in page


def test_the_author_may_stand_by_it_and_goes_where_the_first_button_led(sign_in: SignIn, asked: Ref) -> None:
    fields = {"key": str(uuid4()), "text": HOLDING, "manner": "full", "then_before": "next"}
    answer = post(sign_in(ANNA), replies(asked), fields)
    assert answer["Location"].startswith("/seller/inbox?answered=")
    assert queries.thread(actor=ANNA, conversation=asked).obligation is None


def test_a_promised_day_stops_the_clock_and_stands_on_both_pages(sign_in: SignIn, asked: Ref) -> None:
    on = clock.now().date() + timedelta(days=4)
    anna = sign_in(ANNA)
    assert send(anna, replies(asked), HOLDING, promise_on=on.isoformat())[0] == 302
    page = anna.get(f"/seller/conversations/{asked}").content.decode()
    assert "Full answer promised for " in page
    assert "Until then the clock stands still." in page
    page = sign_in(CLARA).get(f"/buyer/conversations/{asked}").content.decode()
    assert "The shop promised the full answer: by " in page
    assert "Did this answer your question?" not in page


def test_a_day_too_far_is_refused_beside_the_day(sign_in: SignIn, asked: Ref) -> None:
    on = (clock.now().date() + timedelta(days=60)).isoformat()
    status, page = send(sign_in(ANNA), replies(asked), ANSWER, promise_on=on)
    assert status == 400
    assert "at most ten business days ahead. Choose an earlier day." in page
    assert box(page) == ANSWER
    assert re.search(rf'<input type="date"[^>]*value="{on}"[^>]*aria-invalid="true"', page, re.DOTALL)


@pytest.mark.parametrize(("field", "value"), [("manner", "automatic"), ("promise_on", "Thursday")])
def test_what_no_page_of_ours_writes_is_damaged(sign_in: SignIn, asked: Ref, field: str, value: str) -> None:
    assert send(sign_in(ANNA), replies(asked), ANSWER, **{field: value})[0] == 400
    assert len(texts(asked)) == 1


def test_the_days_on_offer_are_those_that_may_be_promised(sign_in: SignIn, asked: Ref) -> None:
    page = sign_in(ANNA).get(f"/seller/conversations/{asked}").content.decode()
    found = re.search(r'name="promise_on" min="([\d-]+)" max="([\d-]+)"', page)
    assert found
    first, last = map(date.fromisoformat, found.groups())
    assert first <= clock.now().date() + timedelta(days=2)  # the calendar's own day may be the next
    assert timedelta(days=13) <= last - first <= timedelta(days=30)


def test_nothing_open_nothing_to_choose(sign_in: SignIn, asked: Ref) -> None:
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft=ANSWER, key="a")
    page = sign_in(ANNA).get(f"/seller/conversations/{asked}").content.decode()
    assert "Promise a day" not in page
    assert send(sign_in(ANNA), replies(asked), HOLDING, why="invoice")[0] == 302


def promise_a_day(asked: Ref) -> None:
    on = clock.now().date() + timedelta(days=4)
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=asked, draft=HOLDING, key="day", promise_on=on
    )


def test_a_second_day_is_not_on_offer_while_one_is_promised(sign_in: SignIn, asked: Ref) -> None:
    promise_a_day(asked)
    conversations.post_question(actor=CLARA, now=clock.now(), conversation=asked, draft="And mine?", key="b")
    page = sign_in(ANNA).get(f"/seller/conversations/{asked}").content.decode()
    assert ">Send as interim note<" in page
    assert "Promise a day" not in page


def test_a_question_that_had_its_promise_gets_no_second_one(sign_in: SignIn, asked: Ref) -> None:
    promise_a_day(asked)
    kept = conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft=ANSWER, key="c")
    reopen(asked, kept.n)
    page = sign_in(ANNA).get(f"/seller/conversations/{asked}").content.decode()
    assert ">Send as interim note<" in page
    assert "Promise a day" not in page


def test_a_question_reopened_for_the_first_time_may_get_its_promise(sign_in: SignIn, asked: Ref) -> None:
    answer = conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft=ANSWER, key="c")
    reopen(asked, answer.n)
    page = sign_in(ANNA).get(f"/seller/conversations/{asked}").content.decode()
    assert "Promise a day" in page


def reopen(asked: Ref, n: int) -> None:
    conversations.reopen_answer(
        actor=CLARA, now=clock.now(), conversation=asked, n=n, how=HowAnswered.NO, key="d"
    )
