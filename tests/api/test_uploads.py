"""Uploads: a file is the whole body, and what it is, is told by its content."""

from pathlib import Path

import pytest

from helpdesk.api.v1.uploads import MAX_PART
from helpdesk.attachments.terms import MAX_FILE
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.attachments.made import pdf, picture
from tests.cast import ANNA, CLARA, EDDA, HANIA, PLATFORM, READER
from tests.shops import Shops


def send(call: CallAs, actor: Actor, query: str, content: bytes, key: str = "k") -> dict:
    answer = call(actor).send("POST", f"/uploads?{query}", content, **{"Idempotency-Key": key})
    return {"status": answer.status_code, "replayed": "Idempotency-Replayed" in answer, **answer.json()}


def test_it_is_what_its_content_is(call: CallAs, shops: Shops) -> None:
    taken = send(call, ANNA, "name=..%2F..%2Finvoice.pdf", pdf())
    assert (taken["status"], taken["name"], taken["type"]) == (201, "invoice.pdf", "application/pdf")
    assert taken["size"] == len(pdf())


def test_the_same_again_is_the_same_file(call: CallAs, shops: Shops) -> None:
    first, again = (send(call, ANNA, "name=a.pdf", pdf()) for _ in range(2))
    assert again == first | {"replayed": True}
    assert send(call, ANNA, "name=a.pdf", pdf("other"))["code"] == "archive.key_reused"


@pytest.mark.parametrize("about", ["order={order}", "offer={offer}", "conversation={asked}"])
def test_a_buyer_says_what_it_is_about(call: CallAs, shops: Shops, asked: Ref, about: str) -> None:
    about = about.format(order=shops.claras_order, offer=shops.offer, asked=asked)
    assert send(call, CLARA, f"name=a.png&{about}", picture())["status"] == 201


def test_a_buyer_who_does_not_is_asked(call: CallAs, shops: Shops) -> None:
    assert send(call, CLARA, "name=a.png", picture())["code"] == "upload.about"


def test_what_is_not_theirs_is_not_there(call: CallAs, asked: Ref) -> None:
    assert send(call, HANIA, f"name=a.png&conversation={asked}", picture())["status"] == 404


@pytest.mark.parametrize("actor", [READER, EDDA, PLATFORM])
def test_who_does_not_write_does_not_upload(call: CallAs, asked: Ref, actor: Actor) -> None:
    assert send(call, actor, f"name=a.png&conversation={asked}", picture())["code"] == "upload.not_yours"


def test_a_refusal_says_why_and_stores_nothing(call: CallAs, shops: Shops, folder: Path) -> None:
    refused = send(call, ANNA, "name=a.exe", b"MZ" + bytes(200))
    assert (refused["status"], refused["code"]) == (422, "file.type")
    assert "PDF" in refused["title"]
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_the_largest_fits_and_one_byte_more_does_not(call: CallAs, shops: Shops) -> None:
    text = b"x" * MAX_FILE
    assert send(call, ANNA, "name=a.txt", text)["status"] == 201
    assert send(call, ANNA, "name=a.txt", text + b"x", key="l")["status"] == 413


def test_other_bodies_stay_small(call: CallAs, asked: Ref) -> None:
    answer = call(CLARA).send("POST", f"/conversations/{asked}/questions", b"x" * 1_000_001)
    assert answer.status_code == 413


def test_posted_it_stands_in_the_thread(call: CallAs, asked: Ref) -> None:
    file = send(call, CLARA, f"name=a.png&conversation={asked}", picture())
    body = {"text": "See here.", "files": [file["id"]]}
    assert call(CLARA).post(f"/conversations/{asked}/questions", body).status_code == 201
    shown = call(ANNA).get(f"/conversations/{asked}").json()["messages"][-1]["files"]
    assert [(one["name"], one["state"], one["may_open"]) for one in shown] == [("a.png", "pending", False)]


def test_a_file_of_another_shop_is_not_there(call: CallAs, shops: Shops, asked: Ref) -> None:
    other = send(call, CLARA, f"name=a.png&order={shops.dmitris_order}", picture())
    body = {"text": "See here.", "files": [other["id"]]}
    answer = call(CLARA).post(f"/conversations/{asked}/questions", body)
    assert (answer.status_code, answer.json()["code"]) == (404, "upload.not_found")


def test_withdrawn_it_cannot_be_posted(call: CallAs, asked: Ref) -> None:
    file = send(call, CLARA, f"name=a.png&conversation={asked}", picture())
    assert call(HANIA).send("DELETE", f"/uploads/{file['id']}").status_code == 404  # and nothing happens
    assert call(CLARA).send("DELETE", f"/uploads/{file['id']}").status_code == 204
    body = {"text": "See here.", "files": [file["id"]]}
    assert call(CLARA).post(f"/conversations/{asked}/questions", body).status_code == 404


def test_a_small_file_may_come_as_a_part_of_a_form(call: CallAs, asked: Ref) -> None:
    def part(content: bytes, *, name: str = "file", key: str = "p") -> tuple[int, str]:
        head = f'--B\r\nContent-Disposition: form-data; name="{name}"; filename="torque.pdf"\r\n\r\n'.encode()
        headers = {"Idempotency-Key": key, "Content-Type": "multipart/form-data; boundary=B"}
        api, body = call(CLARA), head + content + b"\r\n--B--\r\n"
        answer = api.form(f"/uploads?conversation={asked}", body, **headers)
        told = answer.json()
        return answer.status_code, told.get("name") or told["code"]

    assert part(pdf()) == (201, "torque.pdf")
    assert part(pdf(), name="else", key="q") == (422, "input.missing")
    assert part(b"x" * (MAX_PART + 1), key="r") == (413, "file.too_large")
    assert send(call, CLARA, f"conversation={asked}", pdf(), key="s")["code"] == "input.missing"
