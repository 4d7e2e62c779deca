"""Hostile bodies: a field takes what it is given as it is, or says no by a 4xx and stores nothing."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import RequestFactory

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.config.wsgi import application
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from tests.api import hostile
from tests.api.client import Api
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, EDDA
from tests.shops import Shops

Field = tuple[Actor, str, str, str]


def entries(*, kind: str | None = None) -> int:
    with acting(SYSTEM):
        found = Entry.objects.all() if kind is None else Entry.objects.filter(kind=kind)
        return found.count()


@pytest.fixture
def texts(shops: Shops, asked: Ref) -> list[tuple[Actor, str]]:
    """Who may write a text, and where."""
    return [
        (ANNA, f"/conversations/{asked}/replies"),
        (CLARA, f"/conversations/{asked}/questions"),
        (CLARA, f"/orders/{shops.dmitris_order}/questions"),
        (CLARA, f"/offers/{shops.offer}/questions"),
    ]


@pytest.fixture
def fields(texts: list[tuple[Actor, str]], asked: Ref) -> list[Field]:
    """Every field of every body that is not the Platform's: who, method, path, field."""
    found = [(actor, "POST", path, "text") for actor, path in texts]
    found += [(actor, "POST", path, "seen_n") for actor, path in texts[:2]]
    found.append((CLARA, "PUT", f"/conversations/{asked}/read-mark", "n"))
    found.append((EDDA, "POST", f"/conversations/{asked}/readings", "reason"))
    return found


def send(api: Api, method: str, path: str, body: bytes, key: str = "k") -> Any:
    return api.send(method, path, body, **{"Idempotency-Key": key})


def refused(answer: Any, note: object) -> int:
    """The status, once the answer is known to be a clear refusal."""
    assert 400 <= answer.status_code < 500, (note, answer.content)
    assert answer.headers["Content-Type"] == "application/problem+json", note
    problem = answer.json()
    assert problem["title"] != problem["code"], note
    return int(answer.status_code)


def test_what_is_no_text_is_refused(call: CallAs, fields: list[Field]) -> None:
    before = entries()
    for actor, method, path, field in fields:
        for name, text in hostile.BROKEN.items():
            for body in (b'{"%s": "%s"}' % (field.encode(), text), b'{"%s": 1}' % text):
                refused(send(call(actor), method, path, body), (path, name))
    assert entries() == before


def test_what_is_odd_is_stored_as_it_is(call: CallAs, texts: list[tuple[Actor, str]]) -> None:
    for name, text in hostile.ODD.items():
        for actor, path in texts:
            meant = b', "manner": "full"' if path.endswith("replies") else b""
            answer = send(call(actor), "POST", path, b'{"text": "%s"%s}' % (text, meant), key=str(uuid4()))
            assert answer.status_code == 201, (name, answer.content)
            posted = answer.json()
            thread = f"/conversations/{posted['conversation']}?after_n={posted['n'] - 1}"
            (message,) = call(actor).get(thread).json()["messages"]
            assert message["text"] == json.loads(b'"%s"' % text), name


def test_what_shows_nothing_is_refused_and_stops_no_clock(
    call: CallAs, texts: list[tuple[Actor, str]]
) -> None:
    before = entries(kind="message")
    for actor, path in texts:
        for name, text in hostile.REFUSED.items():
            assert refused(send(call(actor), "POST", path, b'{"text": "%s"}' % text), name) == 422
        assert refused(send(call(actor), "POST", path, b'{"text": "%s"}' % hostile.TOO_LONG), path) == 413
    assert entries(kind="message") == before
    assert len(call(ANNA).get("/inbox").json()["data"]) == 1


def test_values_of_another_type_are_refused_by_name(call: CallAs, fields: list[Field]) -> None:
    before = entries()
    fine = {"seen_n": {b"0", b"-1", b"null"}, "n": {b"0", b"-1"}, "text": {b'"1"'}, "reason": set()}
    for actor, method, path, field in fields:
        for value in hostile.VALUES:
            if value not in fine[field]:
                body = b'{"%s": %s, "text": "Hello"}' if field == "seen_n" else b'{"%s": %s}'
                refused(send(call(actor), method, path, body % (field.encode(), value)), (path, value[:40]))
    assert entries(kind="message") == 1
    assert entries() == before + len(
        [1 for *_, field in fields if field == "text"]
    )  # `""` is kept as an attempt


def test_unknown_and_repeated_fields_are_refused(call: CallAs, fields: list[Field]) -> None:
    before = entries()
    values = {"text": '"Hello"', "seen_n": "0", "n": "0", "reason": '"dispute"'}
    for actor, method, path, field in fields:
        good = f'"{field}": {values[field]}' + (', "text": "Hello"' if field == "seen_n" else "")
        for more in (
            "is_admin",
            "seller_id",
            "created_at",
            "at",
            "n_",
            "audience",
            "archive_index",
            "__proto__",
        ):
            refused(send(call(actor), method, path, f'{{{good}, "{more}": 1}}'.encode()), more)
        twice = send(call(actor), method, path, f"{{{good}, {good}}}".encode())
        assert (refused(twice, path), twice.json()["code"]) == (400, "input.twice")
    assert entries() == before


def test_bodies_that_are_no_object_are_refused(call: CallAs, fields: list[Field]) -> None:
    before = entries()
    bodies = (
        *hostile.VALUES,
        b"",
        b" ",
        b"\xef\xbb\xbf{}",
        '{"text": "Hello"}'.encode("utf-16"),
        b'{"text": "Hello"} {}',
        b'{"text": "Hello",}',
        b'{"text": "Hello"',
        b"text=Hello",
        b"\x1f\x8b\x08\x00",
        b"<text>Hello</text>",
    )
    for actor, method, path, _ in fields:
        for body in bodies:
            if body != b'{"text": "a"}' or not path.endswith(("replies", "questions")):
                refused(send(call(actor), method, path, body), (path, body[:40]))
    assert entries() == before


@pytest.mark.parametrize("size", [1_000_001, 3_000_000])
def test_too_much_is_refused_before_it_is_read(call: CallAs, asked: Ref, size: int) -> None:
    body = b'{"text": "' + b"x" * size + b'"}'
    answer = send(call(ANNA), "POST", f"/conversations/{asked}/replies", body)
    assert (refused(answer, size), answer.json()["code"]) == (413, "api.too_large")
    assert send(Api(), "POST", f"/conversations/{asked}/replies", body).status_code == 413


def test_other_types_are_read_as_json_or_not_at_all(call: CallAs, asked: Ref) -> None:
    before, path = entries(), f"/conversations/{asked}/replies"
    for type_ in (
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "",
        "a/b;;=",
        "\xff",
    ):
        for body in (b"text=%FF", b"text=Hello", b"--x\r\n\r\n--x--"):
            answer = call(ANNA).send("POST", path, body, **{"Content-Type": type_, "Idempotency-Key": "k"})
            refused(answer, type_)
    assert entries() == before


@pytest.mark.parametrize(
    "charset", ["utf-16", "utf-7", "latin-1", "hex", "idna", "rot13", "x", "utf-8''a", ""]
)
def test_text_is_utf_8_whatever_the_client_calls_it(asked: Ref, charset: str) -> None:
    """Through the application itself: Django's own request would fall over before anybody could answer."""
    for path, status in (("/api/v1/inbox", "415"), ("/sign-in", "400")):
        for parameter in (f"charset={charset}", f"charset*={charset}''a"):
            answer = wsgi(path, CONTENT_TYPE=f"text/plain; {parameter}", QUERY_STRING="after=1")
            assert answer.startswith(status), parameter


def wsgi(path: str, **environ: str) -> str:
    """The status line for a GET."""
    statuses: list[str] = []
    request = {**RequestFactory().get(path).environ, **environ}
    list(application(request, lambda status, _: statuses.append(status)))
    return statuses[0]
