"""No reply needed, and what a buyer says to it: objections, insisting, answers that were none."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, HANIA
from tests.portal.conftest import SignIn
from tests.portal.test_composer import box, post

ANSWER = "Yes, it is the right one."
MORE = "Good, then I take twelve pieces."


@pytest.fixture
def answered(asked: Ref) -> Ref:
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft=ANSWER, key="a")
    return asked


@pytest.fixture
def again(answered: Ref) -> Ref:
    """A second message waits."""
    say(answered, MORE)
    return answered


def say(asked: Ref, text: str) -> None:
    conversations.post_question(actor=CLARA, now=clock.now(), conversation=asked, draft=text, key=text)


def press(client: Client, path: str, **fields: str) -> tuple[int, str]:
    answer = post(client, path, {"key": str(uuid4())} | fields)
    return answer.status_code, answer.content.decode()


def is_open(asked: Ref) -> bool:
    return queries.thread(actor=ANNA, conversation=asked).obligation is not None


def page_of(client: Client, side: str, asked: Ref) -> str:
    return client.get(f"/{side}/conversations/{asked}").content.decode()


def test_a_mark_is_seen_by_both_and_the_buyer_may_object(sign_in: SignIn, again: Ref) -> None:
    anna, clara = sign_in(ANNA), sign_in(CLARA)
    assert "data-waive" in page_of(anna, "seller", again)
    status, _ = press(anna, f"/seller/conversations/{again}/waivers", reason="no_question", text="")
    assert status == 302
    assert not is_open(again)
    assert "Marked as needing no reply: “It asks for nothing”. The Buyer may object until: " in page_of(
        anna, "seller", again
    )
    page = page_of(clara, "buyer", again)
    assert "The shop marked your message as needing no reply: “It asks for nothing”" in page
    assert "I do need an answer" in page
    assert "Answered on" not in page
    assert "No answer due</p>" in page
    assert "If you do need an answer, you may say so until: " in page
    assert press(clara, f"/buyer/conversations/{again}/objections")[0] == 302
    assert is_open(again)
    page = page_of(clara, "buyer", again)
    assert "I do need an answer" not in page
    assert "No answer due</p>" not in page
    assert "The Buyer does need an answer. Answer due: " in page_of(anna, "seller", again)


def test_a_marked_thread_leads_on_to_the_next_and_says_what_was_done(sign_in: SignIn, again: Ref) -> None:
    anna = sign_in(ANNA)
    answer = post(anna, f"/seller/conversations/{again}/waivers", {"key": str(uuid4()), "reason": "courtesy"})
    page = anna.get(answer["Location"]).content.decode()
    assert "No reply needed: noted, and Clara sees it" in page
    assert "data-sent" not in page


def test_the_first_message_always_gets_an_answer(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    assert "data-waive" not in page_of(anna, "seller", asked)
    path = f"/seller/conversations/{asked}/waivers"
    status, page = press(anna, path, reason="courtesy", text="half an answer")
    assert status == 409
    assert "The first message of a conversation always gets an answer." in page
    assert box(page) == "half an answer"
    assert press(anna, path, reason="whatever")[0] == 400


def test_thanks_ask_for_nothing_unless_the_buyer_says_so(sign_in: SignIn, answered: Ref) -> None:
    say(answered, "Thank you very much!")
    clara = sign_in(CLARA)
    page = page_of(clara, "buyer", answered)
    assert f"/buyer/conversations/{answered}/insistences" in page
    assert 'name="n" value="2"' in page
    assert "Did this answer your question?" not in page
    assert press(clara, f"/buyer/conversations/{answered}/insistences", n="2")[0] == 302
    assert is_open(answered)
    assert "You do need an answer. Answer due: " in page_of(clara, "buyer", answered)


@pytest.mark.parametrize(("how", "said"), [("partly", "partly answered"), ("no", "not answered")])
def test_an_answer_that_was_none_starts_a_new_clock(
    sign_in: SignIn, answered: Ref, how: str, said: str
) -> None:
    clara = sign_in(CLARA)
    assert "Did this answer your question?" in page_of(clara, "buyer", answered)
    assert press(clara, f"/buyer/conversations/{answered}/reopenings", n="1", how=how)[0] == 302
    assert is_open(answered)
    assert f"You say: {said}. Answer due: " in page_of(clara, "buyer", answered)
    assert f"The Buyer says: {said}. Answer due: " in page_of(sign_in(ANNA), "seller", answered)


def test_after_two_times_nobody_asks_again(sign_in: SignIn, answered: Ref) -> None:
    clara = sign_in(CLARA)
    for turn in (1, 2):
        found = re.search(r'name="n" value="(\d+)"', page_of(clara, "buyer", answered))
        assert found
        press(clara, f"/buyer/conversations/{answered}/reopenings", n=found[1], how="no")
        conversations.post_reply(
            actor=ANNA, now=clock.now(), conversation=answered, draft=ANSWER, key=f"again {turn}"
        )
    assert "Did this answer your question?" not in page_of(clara, "buyer", answered)


def test_what_cannot_be_is_said_beside_the_box(sign_in: SignIn, again: Ref) -> None:
    clara = sign_in(CLARA)
    for path, fields, said in (
        ("objections", {}, "Nothing was marked as needing no reply here."),
        ("insistences", {"n": "0"}, "Only a message of yours that asked for nothing"),
        ("reopenings", {"n": "1", "how": "no"}, "The Seller owes you an answer already."),
    ):
        status, page = press(clara, f"/buyer/conversations/{again}/{path}", **fields)
        assert (status, said in page) == (409, True), path


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("insistences", {}),
        ("insistences", {"n": "x"}),
        ("reopenings", {"n": "1"}),
        ("reopenings", {"n": "1", "how": "well"}),
        ("reopenings", {"n": "1", "how": "complete"}),
        ("completions", {"n": "x"}),
        ("objections", {"key": "1"}),
    ],
)
def test_damaged_forms_store_nothing(
    sign_in: SignIn, answered: Ref, path: str, fields: dict[str, str]
) -> None:
    assert press(sign_in(CLARA), f"/buyer/conversations/{answered}/{path}", **fields)[0] == 400
    assert not is_open(answered)


def test_strangers_and_the_other_side_find_nothing(sign_in: SignIn, answered: Ref) -> None:
    for one in (HANIA, ANNA):
        for path in ("insistences", "objections", "reopenings", "completions"):
            status, _ = press(sign_in(one), f"/buyer/conversations/{answered}/{path}", n="1", how="no")
            assert status == 404
    assert not is_open(answered)
