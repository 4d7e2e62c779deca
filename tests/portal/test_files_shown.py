"""Files below a message: what each reader may do with them, and how they leave."""

from io import BytesIO

import pytest
from django.http import HttpResponseBase
from django.test import Client
from PIL import Image

from helpdesk.archive.database.scope import everything
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.models import File
from helpdesk.attachments.terms import State
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA
from tests.portal.conftest import SignIn
from tests.portal.test_statements import statements
from tests.portal.uploads import PDF, examine_all, picture, send_files
from tests.shops import Shops

FILES = (("front.jpg", picture(side=400)), ("receipt.pdf", PDF))
CHECKED = "This file is being checked"


def content(answer: HttpResponseBase) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]


def page(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_before_the_check_the_author_alone_opens_them(sign_in: SignIn, asked: Ref) -> None:
    front, receipt = send_files(CLARA, asked, FILES)
    clara, anna = sign_in(CLARA), sign_in(ANNA)
    hers, his = page(clara, f"/buyer/conversations/{asked}"), page(anna, f"/seller/conversations/{asked}")
    for file, (_, sent) in zip((front, receipt), FILES, strict=True):
        assert f"/buyer/conversations/{asked}/files/{file}" in hers
        assert content(clara.get(f"/buyer/conversations/{asked}/files/{file}")) == sent
        assert f"/files/{file}" not in his
        assert anna.get(f"/seller/conversations/{asked}/files/{file}").status_code == 403
    assert "The other side can open it as soon as that is done." in hers
    assert his.count(CHECKED) == 2


def test_after_it_both_sides_see_the_picture_and_take_the_paper(sign_in: SignIn, asked: Ref) -> None:
    front, receipt = send_files(CLARA, asked, FILES)
    examine_all()
    for client, path in (
        (sign_in(CLARA), f"/buyer/conversations/{asked}"),
        (sign_in(ANNA), f"/seller/conversations/{asked}"),
        (sign_in(BRUNO), f"/seller/conversations/{asked}"),
    ):
        shown = page(client, path)
        assert f'src="{path}/files/{front}/likeness" width="320" height="160" loading="lazy"' in shown
        assert f'href="{path}/files/{receipt}"' in shown
        assert "PDF document · 0.9 kB" in shown
        small = Image.open(BytesIO(content(client.get(f"{path}/files/{front}/likeness"))))
        large = Image.open(BytesIO(content(client.get(f"{path}/files/{front}/picture"))))
        assert (small.size, large.size) == ((320, 160), (800, 400))
        assert content(client.get(f"{path}/files/{receipt}")) == PDF


def test_who_sent_a_paper_is_not_warned_of_it(sign_in: SignIn, asked: Ref) -> None:
    send_files(CLARA, asked, FILES[1:])
    examine_all()
    warned = "Not scanned for harmful software"
    assert warned in page(sign_in(ANNA), f"/seller/conversations/{asked}")
    assert warned not in page(sign_in(CLARA), f"/buyer/conversations/{asked}")


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (State.INFECTED, "Malicious software was found"),
        (State.REFUSED, "cannot be opened safely"),
    ],
)
def test_what_nobody_opens_says_why(sign_in: SignIn, asked: Ref, state: State, says: str) -> None:
    (receipt,) = send_files(CLARA, asked, FILES[1:])
    with everything():
        File.objects.filter(id=receipt.id).update(state=state.value)
    for actor, place in ((CLARA, "buyer"), (ANNA, "seller")):
        client, path = sign_in(actor), f"/{place}/conversations/{asked}"
        shown = page(client, path)
        assert "receipt.pdf" in shown
        assert says in shown
        assert f"/files/{receipt}" not in shown
        assert client.get(f"{path}/files/{receipt}").status_code == 403


def test_an_erased_file_leaves_its_place(sign_in: SignIn, asked: Ref) -> None:
    (receipt,) = send_files(CLARA, asked, FILES[1:])
    with everything():
        entry = File.objects.get(id=receipt.id).entry_id
    attachments.drop_files(actor=SYSTEM, now=clock.now(), entries=[Ref(asked.seller_id, entry)])
    shown = page(sign_in(ANNA), f"/seller/conversations/{asked}")
    assert "This file was erased." in shown
    assert f"/files/{receipt}" not in shown


@pytest.mark.parametrize("which", ["", "/picture", "/likeness"])
def test_strangers_find_nothing(sign_in: SignIn, shops: Shops, asked: Ref, which: str) -> None:
    front, _ = send_files(CLARA, asked, FILES)
    examine_all()
    other = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.dmitris_order, draft="And this?", key="2"
    ).conversation
    for actor, place in (
        (HANIA, f"buyer/conversations/{asked}"),
        (DMITRI, f"seller/conversations/{asked}"),
        (DMITRI, f"seller/conversations/{other}"),
        (CLARA, f"buyer/conversations/{other}"),
        (ANNA, f"buyer/conversations/{asked}"),
        (CLARA, f"seller/conversations/{asked}"),
        (ANNA, f"administrator/files/{asked}"),
    ):
        answer = sign_in(actor).get(f"/{place}/files/{front}{which}")
        assert answer.status_code == 404, (actor.name, place)
    assert Client().get(f"/buyer/conversations/{asked}/files/{front}{which}").status_code == 302


def test_an_administrator_needs_a_reading(sign_in: SignIn, asked: Ref) -> None:
    front, receipt = send_files(CLARA, asked, FILES)
    examine_all()
    edda, path = sign_in(EDDA), f"/administrator/files/{asked}"
    for which in (front, f"{front}/picture", f"{front}/likeness", receipt):
        assert edda.get(f"{path}/files/{which}")["Location"] == path
    oversight.open_file(actor=EDDA, now=clock.now(), conversation=asked, reason="report", key="1")
    assert f'href="{path}/files/{receipt}"' in page(edda, path)
    assert content(edda.get(f"{path}/files/{receipt}")) == PDF
    assert Image.open(BytesIO(content(edda.get(f"{path}/files/{front}/likeness")))).size == (320, 160)


def test_files_leave_inert(sign_in: SignIn, asked: Ref) -> None:
    (receipt,) = send_files(CLARA, asked, (('Żółta „kartka”; x="1".pdf', PDF),))
    examine_all()
    answer = sign_in(ANNA).get(f"/seller/conversations/{asked}/files/{receipt}")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith('attachment; filename="')
    assert "filename*=UTF-8''%C5%BB" in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in answer["Cache-Control"]
    assert int(answer["Content-Length"]) == len(content(answer)) == len(PDF)


def test_looking_only_costs_no_bytes(sign_in: SignIn, asked: Ref) -> None:
    (receipt,) = send_files(CLARA, asked, FILES[1:])
    answer = sign_in(CLARA).head(f"/buyer/conversations/{asked}/files/{receipt}")
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer["Content-Length"]) == len(PDF)


@pytest.mark.parametrize(
    ("actor", "place"),
    [(ANNA, "seller/conversations"), (CLARA, "buyer/conversations"), (EDDA, "administrator/files")],
)
def test_files_cost_a_page_one_statement(sign_in: SignIn, asked: Ref, actor: Actor, place: str) -> None:
    oversight.open_file(actor=EDDA, now=clock.now(), conversation=asked, reason="report", key="1")
    client = sign_in(actor)
    send_files(CLARA, asked, (), text="Without.")
    before = statements(client, f"/{place}/{asked}")
    send_files(CLARA, asked, FILES, text="Once.")
    send_files(CLARA, asked, FILES, text="Twice.")
    examine_all()
    after = statements(client, f"/{place}/{asked}")
    assert len(after) <= len(before) + 1, "\n".join(after)


def test_names_are_words_and_never_markup(sign_in: SignIn, asked: Ref) -> None:
    send_files(CLARA, asked, (("<img src=x onerror=alert(1)>.pdf", PDF), ("a&b'c.pdf", PDF)))
    shown = page(sign_in(ANNA), f"/seller/conversations/{asked}")
    assert "<img src=x" not in shown
    assert "a&amp;b&#x27;c.pdf" in shown
