"""The one form that matters: what was typed is never lost, and never sent twice."""

import html
import re
from typing import cast
from urllib.parse import urlencode
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.terms import MAX_TEXT
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Member
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, PLATFORM, READER
from tests.portal.conftest import QUESTION, SignIn
from tests.shops import Shops

ANSWER = "Yes, it is.\n\nKind regards\nAnna"


def post(client: Client, path: str, fields: dict[str, str] | str) -> HttpResponse:
    """Post a form as browsers do."""
    body = fields if isinstance(fields, str) else urlencode(fields)
    answer = client.post(path, body, content_type="application/x-www-form-urlencoded")
    return cast("HttpResponse", answer)


def send(client: Client, path: str, text: str, **fields: str) -> tuple[int, str]:
    """Fill in the form and send it; status and page."""
    answer = post(client, path, {"key": str(uuid4()), "text": text} | fields)
    return answer.status_code, answer.content.decode()


def texts(asked: Ref) -> list[str | None]:
    return [message.text for message in queries.thread(actor=ANNA, conversation=asked).messages]


def test_a_double_click_is_one_message(sign_in: SignIn, asked: Ref) -> None:
    anna, key = sign_in(ANNA), str(uuid4())
    form = {"key": key, "seen_n": "0", "text": ANSWER.replace("\n", "\r\n")}
    first = post(anna, f"/seller/conversations/{asked}/replies", form)
    second = post(anna, f"/seller/conversations/{asked}/replies", form)
    assert first["Location"] == second["Location"] == f"/seller/conversations/{asked}?sent=1#m1"
    assert texts(asked) == [QUESTION, ANSWER]
    assert "Sent." in anna.get(f"/seller/conversations/{asked}?sent=1").content.decode()


def test_news_is_shown_and_may_be_answered_over(sign_in: SignIn, asked: Ref) -> None:
    conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=asked, draft="And the lever?", key="clara-2"
    )
    anna, path = sign_in(ANNA), f"/seller/conversations/{asked}/replies"
    status, page = send(anna, path, ANSWER, seen_n="0")
    assert status == 409
    assert "New since you opened this page" in page
    assert ANSWER in page
    assert 'name="seen_n" value="1"' in page
    assert texts(asked) == [QUESTION, "And the lever?"]
    status, _ = send(anna, path, ANSWER, seen_n="1")
    assert status == 302


def test_a_form_used_up_asks_again_under_a_new_key(sign_in: SignIn, asked: Ref) -> None:
    anna, path, key = sign_in(ANNA), f"/seller/conversations/{asked}/replies", str(uuid4())
    send(anna, path, ANSWER, key=key)
    status, page = send(anna, path, "Another text", key=key)
    assert status == 422
    assert "Another text" in page
    again = re.search(r'name="key" value="([^"]+)"', page)
    assert again
    assert again[1] != key
    assert send(anna, path, "Another text", key=again[1], why="invoice")[0] == 302


REFUSED = {
    "": 422,
    " \u200b\n": 422,
    "a" + "\u0301" * 40: 422,
    "nul \x00 here": 400,
    "x" * (MAX_TEXT + 1): 413,
}


def test_a_refused_text_stays_in_the_box(sign_in: SignIn, shops: Shops, asked: Ref) -> None:
    anna, clara = sign_in(ANNA), sign_in(CLARA)
    for client, path in (
        (anna, f"/seller/conversations/{asked}/replies"),
        (clara, f"/buyer/conversations/{asked}/messages"),
        (clara, f"/buyer/orders/{shops.dmitris_order}/questions"),
    ):
        for text, status in REFUSED.items():
            got, page = send(client, path, text)
            assert got == status, path
            assert 'role="alert"' in page
            assert 'aria-invalid="true"' in page
            assert box(page) == text
    assert texts(asked) == [QUESTION]


def box(page: str) -> str | None:
    """What stands in the text box, as a browser reads it: without the first line break."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL)
    return html.unescape(found[1]) if found else None


def test_a_damaged_form_stores_nothing(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    for field, value in (
        ("key", ""),
        ("key", "1"),
        ("seen_n", "-1"),
        ("seen_n", "9" * 30),
        ("seen_n", "\u0661"),
    ):
        status, page = send(anna, f"/seller/conversations/{asked}/replies", ANSWER, **{field: value})
        assert status == 400
        assert "Nothing was stored" in page
    assert texts(asked) == [QUESTION]


def test_broken_bytes_are_refused_and_strange_ones_kept(sign_in: SignIn, asked: Ref) -> None:
    anna, path = sign_in(ANNA), f"/seller/conversations/{asked}/replies"
    for broken in ("%ff", "%c3", "%ed%a0%80", "%c0%80", "%f8%88%80%80%80", "%f4%90%80%80"):
        assert post(anna, path, f"key={uuid4()}&text=a{broken}b").status_code == 400, broken
    strange = "\ufffd \uffff \U0010ffff \u202e \x1b[31m \x85"
    assert send(anna, path, strange)[0] == 302
    assert texts(asked) == [QUESTION, strange]


def test_a_form_from_elsewhere_is_refused(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA, csrf=True)
    status, page = send(anna, f"/seller/conversations/{asked}/replies", ANSWER)
    assert status == 403
    assert "Nothing was stored" in page
    assert texts(asked) == [QUESTION]


def test_too_much_is_refused_before_it_is_read(sign_in: SignIn, asked: Ref) -> None:
    status, page = send(sign_in(ANNA), f"/seller/conversations/{asked}/replies", "x" * 1_100_000)
    assert status == 413
    assert "<h1>" in page


def test_colleagues_share_the_inbox_and_readers_only_read(sign_in: SignIn, asked: Ref) -> None:
    assert "Clara" in sign_in(BRUNO).get("/seller/inbox").content.decode()
    with acting(PLATFORM):
        Member.objects.create(
            seller_id=ANNAS_SHOP, external_id="r", person_id=READER.person, name="Reader", role="reader"
        )
    reader = sign_in(READER)
    assert "<textarea" not in reader.get(f"/seller/conversations/{asked}").content.decode()
    assert send(reader, f"/seller/conversations/{asked}/replies", ANSWER)[0] == 403


def test_an_order_leads_to_its_thread_once_there_is_one(sign_in: SignIn, shops: Shops, asked: Ref) -> None:
    clara = sign_in(CLARA)
    page = clara.get(f"/buyer/orders/{shops.claras_order}").content.decode()
    assert f'href="/buyer/conversations/{asked}"' in page
    assert "<textarea" not in page
    assert "<textarea" in clara.get(f"/buyer/orders/{shops.dmitris_order}").content.decode()
