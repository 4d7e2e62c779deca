"""Hostile forms: what arrives is stored as it came, or the page says no and stores nothing; never a 5xx."""

import json
from typing import Any
from urllib.parse import quote_from_bytes
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.api import hostile
from tests.cast import ANNA, CLARA, EDDA
from tests.portal.conftest import SignIn
from tests.shops import Shops

FORM = "application/x-www-form-urlencoded"
# Bytes as a form carries them: no quotes around, so what only JSON escapes is left out.
BROKEN = {name: text for name, text in hostile.BROKEN.items() if b"\\" not in text and b"\n" not in text}


def entries() -> int:
    with acting(SYSTEM):
        return Entry.objects.count()


def send(client: Client, path: str, **fields: bytes) -> Any:
    """The fields as they are; a fresh key unless there is one."""
    sent = {"key": str(uuid4()).encode(), **fields}
    body = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in sent.items())
    client.raise_request_exception = False
    return client.generic("POST", path, body, content_type=FORM)


def refused(answer: Any, note: object) -> int:
    assert 400 <= answer.status_code < 500, note
    assert b"<h1" in answer.content, note
    return int(answer.status_code)


@pytest.fixture
def boxes(sign_in: SignIn, shops: Shops, asked: Ref) -> list[tuple[Client, str]]:
    """Every form with a text box."""
    anna, clara = sign_in(ANNA), sign_in(CLARA)
    return [
        (anna, f"/seller/conversations/{asked}/replies"),
        (clara, f"/buyer/conversations/{asked}/messages"),
        (clara, f"/buyer/orders/{shops.dmitris_order}/questions"),
    ]


def test_what_is_no_text_is_refused(boxes: list[tuple[Client, str]]) -> None:
    before = entries()
    for client, path in boxes:
        for name, text in BROKEN.items():
            refused(send(client, path, text=text), (path, name))
            refused(send(client, path, text=b"Hello", key=text), (path, name))
            refused(send(client, path, text=b"Hello", seen_n=text), (path, name))
            raw = client.generic("POST", path, b"text=" + text, content_type=FORM)
            refused(raw, (path, name))
    assert entries() == before


def test_what_is_odd_is_stored_as_it_is(boxes: list[tuple[Client, str]], asked: Ref) -> None:
    client, path = boxes[0]
    for name, written in hostile.ODD.items():
        text = json.loads(b'"%s"' % written)
        sent = send(client, path, text=text.encode(), manner=b"full")
        assert sent.status_code == 302, name
        last = queries.thread(actor=ANNA, conversation=asked).messages[-1]
        assert last.text == text.replace("\r\n", "\n"), name
        page = client.get(f"/seller/conversations/{asked}")
        assert page.status_code == 200, name
        assert b"<script>" not in page.content
        assert b"onerror=alert(1)>&amp;" not in page.content
        conversations.post_question(
            actor=CLARA, now=clock.now(), conversation=asked, draft="And now?", key=f"more-{name}"[:60]
        )


def test_reasons_keys_and_numbers_are_ours_or_refused(
    sign_in: SignIn, boxes: list[tuple[Client, str]], asked: Ref
) -> None:
    edda, before = sign_in(EDDA), entries()
    for odd in (*hostile.VALUES, *hostile.BROKEN.values()):
        note = odd[:40]
        refused(send(edda, f"/administrator/files/{asked}/readings", reason=odd), note)
        refused(send(edda, f"/administrator/files/{asked}/readings", reason=b"dispute", key=odd), note)
        for client, path in boxes:
            refused(send(client, path, text=b"Hello", key=odd), note)
            if odd not in (b"0", b"01", b"2147483648"):
                refused(send(client, path, text=b"Hello", seen_n=odd), note)
    assert entries() == before


def test_no_address_breaks_a_page(sign_in: SignIn, asked: Ref) -> None:
    anna, clara, edda = sign_in(ANNA), sign_in(CLARA), sign_in(EDDA)
    templates = (
        (anna, "/seller/inbox?after={}"),
        (anna, "/seller/conversations/{}"),
        (anna, f"/seller/conversations/{asked}?sent={{}}"),
        (clara, "/buyer/orders?after={}"),
        (clara, "/buyer/orders/{}"),
        (clara, "/buyer/conversations/{}"),
        (edda, "/administrator/files?words={}"),
        (edda, "/administrator/files/{}"),
        (Client(), "/demo/sign-in/{}"),
        (Client(), "/{}"),
    )
    for client, template in templates:
        client.raise_request_exception = False
        for odd in hostile.PLACES:
            answer = client.get(template.format(odd))
            assert answer.status_code < 500, (template, odd[:60])


@pytest.mark.parametrize(
    "cookie",
    [
        '"\\000\\000\\000\\000\\000\\000\\000\\000"',
        "x" * 4000,
        "\u00ff" * 20,
        "../../../etc/passwd",
        "",
        '"',
        "a\x01b",
    ],
)
def test_no_cookie_breaks_a_page(shops: Shops, cookie: str) -> None:
    for name in ("session", "csrf", "django_language"):
        client = Client(raise_request_exception=False, headers={"Cookie": f"{name}={cookie}"})
        for path in ("/", "/sign-in", "/seller/inbox"):
            assert client.get(path).status_code in (200, 302, 400), (name, path)


def test_damaged_forms_are_refused(boxes: list[tuple[Client, str]]) -> None:
    before = entries()
    for client, path in boxes:
        client.raise_request_exception = False
        for type_, body in (
            ("multipart/form-data", b"text=a"),
            ("multipart/form-data; boundary=" + "x" * 500, b"--x"),
            (
                "multipart/form-data; boundary=x",
                b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xff\r\n--x--',
            ),
            (
                "multipart/form-data; boundary=x",
                b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\na',
            ),
            (f"{FORM}; charset=utf-16", b"text=a"),
            ("application/json", b'{"text": "Hello"}'),
            ("text/plain", b"text=Hello"),
            ("", b"text=Hello"),
            (FORM, b"&".join(b"a%d=1" % n for n in range(300))),
            (FORM, b"text=" + b"x" * 1_000_001),
        ):
            answer = client.generic("POST", path, body, content_type=type_)
            refused(answer, (path, type_))
    assert entries() == before


def test_forms_do_what_their_own_fields_say(boxes: list[tuple[Client, str]], asked: Ref) -> None:
    more = {"seller_id": b"2002", "at": b"2001-01-01", "is_admin": b"1", "n": b"99", "_method": b"DELETE"}
    client, path = boxes[0]
    assert send(client, path, text=b"Hello", **more).status_code == 302
    last = queries.thread(actor=ANNA, conversation=asked).messages[-1]
    assert (last.n, last.text, last.author) == (1, "Hello", "Anna")
    assert last.at.year > 2001
