"""The buyer's questions beside the box: ticked or left for later, told to the buyer, said to be open."""

import re
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.terms import Manner, Ticks
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA
from tests.portal.conftest import SignIn
from tests.portal.test_marks import is_open, page_of
from tests.shops import Shops

TWO = "What voltage does it need? When will you send it?"
FIRST, SECOND = "0.0.26", "0.27.49"
VOLTS = "It needs 230 volts."
BOTH = {"question": [FIRST, SECOND]}


def press(client: Client, path: str, **fields: str | list[str]) -> tuple[int, str]:
    """A form with several fields of one name."""
    body = urlencode({"key": str(uuid4())} | fields, doseq=True)
    answer = client.post(path, body, content_type="application/x-www-form-urlencoded")
    return answer.status_code, answer.content.decode()


@pytest.fixture
def two(shops: Shops) -> Ref:
    """Two questions in one message."""
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=TWO, key="two"
    )
    return posted.conversation


def answer(two: Ref, *, ticks: Ticks) -> None:
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=two, draft=VOLTS, key="volts", ticks=ticks
    )


def test_the_list_stands_beside_the_box(sign_in: SignIn, two: Ref) -> None:
    page = page_of(sign_in(ANNA), "seller", two)
    assert "2 questions wait for your answer" in page
    assert re.findall(r'name="question" value="([\d.]+)"', page) == [FIRST, SECOND]
    assert "data-questions" not in page_of(sign_in(CLARA), "buyer", two)


def test_what_is_left_for_later_goes_as_an_interim_note(sign_in: SignIn, two: Ref) -> None:
    ticks = {f"said-{FIRST}": "answered", f"said-{SECOND}": "later"}
    anna, path = sign_in(ANNA), f"/seller/conversations/{two}/replies"
    assert press(anna, path, text=VOLTS, **BOTH, **ticks)[0] == 302
    assert is_open(two)
    last = queries.thread(actor=CLARA, conversation=two).messages[-1]
    assert last.manner is Manner.INTERIM
    page = page_of(anna, "seller", two)
    assert "1 question waits for your answer" in page
    for one in (page, page_of(sign_in(CLARA), "buyer", two)):
        assert [said in one for said in ("told-words", "Answered", "Later")] == [True] * 3


def test_one_that_seems_open_is_asked_about_and_the_ticks_are_kept(sign_in: SignIn, two: Ref) -> None:
    anna, path = sign_in(ANNA), f"/seller/conversations/{two}/replies"
    status, page = press(anna, path, text=VOLTS, **BOTH, **{f"said-{FIRST}": "answered"})
    assert (status, "This seems to leave a question open." in page) == (400, True)
    assert "This is my full answer" in page
    assert re.findall(r'name="said-([\d.]+)" value="(\w+)" checked', page) == [(FIRST, "answered")]
    assert is_open(two)
    assert press(anna, path, text=VOLTS, manner="full", **BOTH)[0] == 302
    assert not is_open(two)


def test_a_question_that_does_not_wait_any_more_is_said_so(sign_in: SignIn, two: Ref) -> None:
    ticks: dict[str, str | list[str]] = {"question": ["0.0.9"], "said-0.0.9": "answered"}
    status, page = press(sign_in(ANNA), f"/seller/conversations/{two}/replies", text=VOLTS, **ticks)
    assert (status, "does not wait any more" in page) == (409, True)


def test_a_list_that_no_page_writes_is_refused(sign_in: SignIn, two: Ref) -> None:
    path = f"/seller/conversations/{two}/replies"
    assert press(sign_in(ANNA), path, text=VOLTS, question=[FIRST] * 21)[0] == 400


def test_an_open_question_is_no_remark_beside_the_list(sign_in: SignIn, two: Ref) -> None:
    checks = sign_in(ANNA).post(f"/seller/conversations/{two}/checks", {"text": VOLTS}).json()
    assert checks["findings"] == []
    assert [(one["id"], one["treatment"]) for one in checks["questions"]] == [
        (FIRST, "answered"),
        (SECOND, "ignored"),
    ]


def test_complete_is_one_tap_and_told_to_both(sign_in: SignIn, two: Ref) -> None:
    answer(two, ticks=Ticks(answered=(FIRST, SECOND)))
    clara = sign_in(CLARA)
    assert press(clara, f"/buyer/conversations/{two}/completions", n="1")[0] == 302
    assert "You say: completely answered." in page_of(clara, "buyer", two)
    assert "The Buyer says: completely answered." in page_of(sign_in(ANNA), "seller", two)
    assert not is_open(two)


@pytest.mark.parametrize(
    ("how", "named", "waits"),
    [("partly", [SECOND], [SECOND]), ("partly", [], [FIRST, SECOND]), ("no", [SECOND], [FIRST, SECOND])],
)
def test_what_is_still_open_is_the_list_again(
    sign_in: SignIn, two: Ref, how: str, named: list[str], waits: list[str]
) -> None:
    answer(two, ticks=Ticks(answered=(FIRST, SECOND)))
    path = f"/buyer/conversations/{two}/reopenings"
    assert press(sign_in(CLARA), path, n="1", how=how, question=named)[0] == 302
    page = page_of(sign_in(ANNA), "seller", two)
    assert re.findall(r'name="question" value="([\d.]+)"', page) == waits
    assert page.count("the Buyer says: still open") == len(waits)
