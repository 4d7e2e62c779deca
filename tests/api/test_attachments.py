"""Attachments: what is sent on is inert, and only to those who may open it."""

from typing import Any

import pytest

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.attachments.files import examined
from tests.attachments.made import pdf, picture
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM

POLYGLOT = picture("GIF") + b"<script>alert(1)</script>"


def posted(call: CallAs, asked: Ref, content: bytes, name: str) -> str:
    """The id of a file that Clara posts."""
    clara, query = call(CLARA), f"name={name}&conversation={asked}"
    file = clara.send("POST", f"/uploads?{query}", content, **{"Idempotency-Key": "u"}).json()
    body = {"text": "See here.", "files": [file["id"]]}
    assert clara.post(f"/conversations/{asked}/questions", body).status_code == 201
    return str(file["id"])


def body_of(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def test_the_original_leaves_inert_and_byte_for_byte(call: CallAs, asked: Ref) -> None:
    id = posted(call, asked, pdf(javascript=True), "R%C3%A4chnung%20%E2%82%AC%22.pdf")
    examined()
    answer = call(ANNA).get(f"/attachments/{id}/original")
    assert body_of(answer) == pdf(javascript=True)
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=\"R_chnung __.pdf\"; filename*=UTF-8''R%C3%A4chnung%20%E2%82%AC_.pdf"
    )
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_picture_is_shown_as_our_own(call: CallAs, asked: Ref) -> None:
    id = posted(call, asked, POLYGLOT, "a.gif")
    examined()
    for query in ("", "?thumb=true"):
        answer = call(ANNA).get(f"/attachments/{id}/copy{query}")
        assert answer.headers["Content-Disposition"].startswith('inline; filename="a.jpg"')
        assert b"script" not in body_of(answer)


def test_before_the_examination_it_is_closed_with_words(call: CallAs, asked: Ref) -> None:
    id = posted(call, asked, picture(), "a.png")
    answer = call(ANNA).get(f"/attachments/{id}/original")
    assert (answer.status_code, answer.json()["code"]) == (403, "file.pending")
    assert call(CLARA).get(f"/attachments/{id}/original").status_code == 200


@pytest.mark.parametrize("stranger", [DMITRI, HANIA])
@pytest.mark.parametrize("form", ["original", "copy"])
def test_strangers_find_nothing(call: CallAs, asked: Ref, stranger: Actor, form: str) -> None:
    id = posted(call, asked, picture(), "a.png")
    examined()
    assert call(stranger).get(f"/attachments/{id}/{form}").status_code == 404


def test_the_platform_opens_nothing(call: CallAs, asked: Ref) -> None:
    id = posted(call, asked, picture(), "a.png")
    examined()
    assert call(PLATFORM).get(f"/attachments/{id}/original").json()["code"] == "file.not_yours"


def test_an_administrator_gives_a_reason_first(call: CallAs, asked: Ref) -> None:
    id = posted(call, asked, picture(), "a.png")
    examined()
    assert call(EDDA).get(f"/attachments/{id}/original").json()["code"] == "oversight.no_reading"
    call(EDDA).post(f"/conversations/{asked}/readings", {"reason": "dispute"})
    assert body_of(call(EDDA).get(f"/attachments/{id}/original")) == picture()


def test_nonsense_is_not_there(call: CallAs, asked: Ref) -> None:
    for id in ("x", str(asked)):
        for form in ("original", "copy"):
            assert call(ANNA).get(f"/attachments/{id}/{form}").status_code == 404
