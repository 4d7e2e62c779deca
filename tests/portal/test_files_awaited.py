"""A page that waits for files looks again, for little, and gets no more than its reader may see."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from helpdesk.conversations import queries
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.portal.conftest import SignIn
from tests.portal.uploads import PDF, examine_all, picture, send_files

_AWAITED = re.compile(r'data-awaited="soon" data-from="([^"]+)"')


@pytest.fixture
def address(asked: Ref) -> str:
    """Where the page of Anna's shop looks."""
    send_files(CLARA, asked, [("front.jpg", picture(side=400))])
    message = queries.thread(actor=ANNA, conversation=asked).messages[-1]
    return f"/seller/conversations/{asked}/messages/{message.id}/files"


def test_the_page_says_where_to_look_as_long_as_something_is_checked(
    sign_in: SignIn, asked: Ref, address: str
) -> None:
    anna, clara = sign_in(ANNA), sign_in(CLARA)
    assert _AWAITED.findall(anna.get(f"/seller/conversations/{asked}").content.decode()) == [address]
    hers = clara.get(f"/buyer/conversations/{asked}").content.decode()
    assert _AWAITED.findall(hers) == [address.replace("/seller", "/buyer")]
    examine_all()
    assert "data-awaited" not in anna.get(f"/seller/conversations/{asked}").content.decode()


def test_nothing_new_is_said_in_no_bytes(sign_in: SignIn, address: str) -> None:
    anna = sign_in(ANNA)
    first = anna.get(address)
    assert "being checked" in first.content.decode()
    again = anna.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    examine_all()
    fresh = anna.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert fresh.status_code == 200
    assert "/likeness" in fresh.content.decode()
    assert "data-awaited" not in fresh.content.decode()
    assert "no-store" in fresh.headers["Cache-Control"]


@pytest.mark.parametrize("stranger", [DMITRI, HANIA, EDDA])
def test_others_find_nothing(sign_in: SignIn, address: str, stranger: Actor) -> None:
    client = sign_in(stranger)
    for path in (address, address.replace("/seller", "/buyer")):
        assert client.get(path).status_code == 404


def test_a_message_without_files_has_none_to_look_at(sign_in: SignIn, asked: Ref) -> None:
    first = queries.thread(actor=ANNA, conversation=asked).messages[0]
    assert sign_in(ANNA).get(f"/seller/conversations/{asked}/messages/{first.id}/files").status_code == 404


def test_without_script_one_choice_marks_the_files_of_the_form(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    form = {
        "text": "The invoice you asked for, of 149.90 zł.",
        "key": str(uuid4()),
        "marked": "invoice",
        "files": SimpleUploadedFile("invoice.pdf", PDF, content_type="application/pdf"),
    }
    assert anna.post(f"/seller/conversations/{asked}/replies", form).status_code == 302
    assert queries.thread(actor=CLARA, conversation=asked).messages[-1].files[0].marked == "invoice"
    form["files"] = SimpleUploadedFile("poem.pdf", PDF, content_type="application/pdf")
    refused = anna.post(
        f"/seller/conversations/{asked}/replies", form | {"key": str(uuid4()), "marked": "poem"}
    )
    assert refused.status_code == 422 or "is marked as" in refused.content.decode()
