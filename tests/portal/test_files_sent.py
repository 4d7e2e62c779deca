"""Files beside a message: each is taken or refused by itself, and the text is never lost."""

import re
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.terms import MAX_FILE, MAX_FILES, FileShown
from helpdesk.conversations import queries
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Member
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, HANIA, PLATFORM, READER
from tests.portal.conftest import QUESTION, SignIn
from tests.portal.test_composer import ANSWER, box, post
from tests.portal.uploads import EXECUTABLE, PDF, chosen, picture, put, put_well
from tests.shops import Shops


def sent(actor: Actor, asked: Ref) -> list[list[FileShown]]:
    """The files of each message."""
    return [list(message.files) for message in queries.thread(actor=actor, conversation=asked).messages]


def names(actor: Actor, asked: Ref) -> list[list[str]]:
    return [[file.name for file in files] for files in sent(actor, asked)]


def send(client: Client, path: str, *files: object, key: str = "", text: str = ANSWER) -> tuple[int, str]:
    """The form as a browser without script sends it."""
    answer = client.post(path, {"key": key or str(uuid4()), "text": text, "files": list(files)})
    return answer.status_code, answer.content.decode()


def test_what_was_uploaded_goes_with_the_answer(sign_in: SignIn, asked: Ref) -> None:
    anna, path = sign_in(ANNA), f"/seller/conversations/{asked}/replies"
    ids = [
        put_well(anna, "/seller/uploads", name, content)
        for name, content in (("przód.jpg", picture()), ("faktura.pdf", PDF))
    ]
    form = f"key={uuid4()}&text=Here&file={ids[1]}&file={ids[0]}&file={ids[1]}"
    assert post(anna, path, form).status_code == 302
    assert names(ANNA, asked) == [[], ["faktura.pdf", "przód.jpg"]]
    assert names(CLARA, asked) == names(ANNA, asked)


@pytest.mark.parametrize("about", ["order", "offer"])
def test_a_first_question_brings_files(sign_in: SignIn, shops: Shops, about: str) -> None:
    clara = sign_in(CLARA)
    place = f"/buyer/orders/{shops.claras_order}" if about == "order" else f"/buyer/offers/{shops.offer}"
    id = put_well(clara, f"{place}/uploads", "box.jpg", picture())
    answer = post(clara, f"{place}/questions", f"key={uuid4()}&text=Broken&file={id}")
    assert answer.status_code == 302
    page = clara.get(answer["Location"]).content.decode()
    assert "box.jpg" in page


def test_what_is_refused_says_why_and_stores_nothing(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    for name, content, status, says in (
        ("setup.exe", EXECUTABLE, 422, "cannot be attached"),
        ("empty.pdf", b"", 422, "empty"),
        ("photo.pdf", picture(), 422, "does not fit"),
        ("big.pdf", PDF + bytes(MAX_FILE), 413, "20 MB"),
    ):
        got, said = put(anna, "/seller/uploads", name, content)
        assert (got, name) == (status, name)
        assert says in said["sentence"]


def test_half_a_file_is_not_the_file(sign_in: SignIn, asked: Ref) -> None:
    broken: dict[str, Any] = {"CONTENT_LENGTH": str(len(PDF) + 10), "wsgi.input": BytesIO(PDF)}
    answer = sign_in(ANNA).post(
        "/seller/uploads?name=a.pdf", PDF, content_type="application/octet-stream", **broken
    )
    assert answer.status_code == 400
    assert answer.json()["code"] == "form.file_cut_off"


def test_without_script_files_come_with_the_form(sign_in: SignIn, asked: Ref) -> None:
    for actor, path in (
        (ANNA, f"/seller/conversations/{asked}/replies"),
        (CLARA, f"/buyer/conversations/{asked}/messages"),
    ):
        status, page = send(sign_in(actor), path, chosen("a.jpg", picture()), chosen("b.pdf", PDF))
        assert status == 302, page
    assert names(ANNA, asked) == [[], ["a.jpg", "b.pdf"], ["a.jpg", "b.pdf"]]


def test_without_script_a_refused_file_costs_neither_text_nor_the_others(sign_in: SignIn, asked: Ref) -> None:
    anna, path = sign_in(ANNA), f"/seller/conversations/{asked}/replies"
    status, page = send(anna, path, chosen("a.jpg", picture()), chosen("setup.exe", EXECUTABLE))
    assert status == 400
    assert box(page) == ANSWER
    assert "Nothing was sent yet" in page
    assert "setup.exe" in page
    assert "cannot be attached" in page
    kept = re.findall(r'name="file" value="([^"]+)" checked', page)
    assert len(kept) == 1
    assert names(ANNA, asked) == [[]]
    assert post(anna, path, f"key={uuid4()}&text=Yes&file={kept[0]}").status_code == 302
    assert names(ANNA, asked) == [[], ["a.jpg"]]


def test_without_script_more_than_a_message_takes_is_said(sign_in: SignIn, asked: Ref) -> None:
    anna, path = sign_in(ANNA), f"/seller/conversations/{asked}/replies"
    many = [chosen(f"{n}.jpg", picture(side=10 + n)) for n in range(MAX_FILES + 1)]
    status, page = send(anna, path, *many)
    assert status == 400
    assert page.count('type="checkbox" name="file"') == MAX_FILES
    assert "10 files at most" in page


def test_a_form_sent_twice_is_one_message(sign_in: SignIn, asked: Ref) -> None:
    anna, path, key = sign_in(ANNA), f"/seller/conversations/{asked}/replies", str(uuid4())
    id = put_well(anna, "/seller/uploads", "a.pdf", PDF)
    form = f"key={key}&text=Once&file={id}"
    assert [post(anna, path, form).status_code for _ in range(2)] == [302, 302]
    assert names(ANNA, asked) == [[], ["a.pdf"]]


def test_a_file_that_is_gone_or_of_others_keeps_the_text(sign_in: SignIn, asked: Ref) -> None:
    anna, path = sign_in(ANNA), f"/seller/conversations/{asked}/replies"
    gone = put_well(anna, "/seller/uploads", "a.pdf", PDF)
    assert anna.post(f"/seller/uploads/{gone}/removal").status_code == 204
    brunos = put_well(sign_in(BRUNO), "/seller/uploads", "b.pdf", PDF)
    for id in (gone, brunos, uuid4()):
        answer = post(anna, path, f"key={uuid4()}&text={QUESTION}&file={id}")
        assert answer.status_code == 404
        page = answer.content.decode()
        assert box(page) == QUESTION
        assert "is not here any more" in page
        assert str(id) not in page
    assert names(ANNA, asked) == [[]]


def test_nobody_takes_off_what_others_attached(sign_in: SignIn, asked: Ref) -> None:
    anna, path = sign_in(ANNA), f"/seller/conversations/{asked}/replies"
    id = put_well(anna, "/seller/uploads", "a.pdf", PDF)
    for stranger, place in (
        (BRUNO, "/seller"),
        (DMITRI, "/seller"),
        (CLARA, f"/buyer/conversations/{asked}"),
        (HANIA, f"/buyer/conversations/{asked}"),
    ):
        assert sign_in(stranger).post(f"{place}/uploads/{id}/removal").status_code == 404
    assert post(anna, path, f"key={uuid4()}&text=Yes&file={id}").status_code == 302


def test_who_may_not_write_may_not_upload(sign_in: SignIn, shops: Shops, asked: Ref) -> None:
    with acting(PLATFORM):
        Member.objects.create(
            seller_id=ANNAS_SHOP, external_id="r", person_id=READER.person, name="Reader", role="reader"
        )
    assert put(sign_in(READER), "/seller/uploads", "a.pdf", PDF)[0] == 403
    hania = sign_in(HANIA)
    for place in (f"conversations/{asked}", f"orders/{shops.claras_order}"):
        answer = hania.post(f"/buyer/{place}/uploads?name=a.pdf", PDF, content_type="application/pdf")
        assert answer.status_code == 404


def test_bytes_that_a_form_with_files_cannot_say_are_refused(sign_in: SignIn, asked: Ref) -> None:
    anna, path = sign_in(ANNA), f"/seller/conversations/{asked}/replies"
    assert send(anna, path, chosen("a.jpg", picture()), text="a\ufffdb")[0] == 400
    for id in ("1", "x" * 36, str(UUID(int=0)) + "0"):
        assert post(anna, path, f"key={uuid4()}&text=Yes&file={id}").status_code == 400
    assert names(ANNA, asked) == [[]]


def test_the_limits_are_said_beforehand(sign_in: SignIn, asked: Ref) -> None:
    page = sign_in(CLARA).get(f"/buyer/conversations/{asked}").content.decode()
    assert "Up to 10 files of at most 20 MB each" in page
    assert 'accept="image/jpeg,' in page
    assert 'enctype="multipart/form-data"' in page
