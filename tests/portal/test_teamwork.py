"""Team work on the seller's desk: the strip above the record, notes in it, views in the list."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Member
from helpdesk.teamwork import actions, queries
from helpdesk.teamwork.terms import Marks
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, EDDA, PLATFORM, READER
from tests.oversight.samples import stood_by
from tests.portal.conftest import SignIn
from tests.portal.test_composer import post
from tests.retention.asking import erased

NOTE = "Canary 4711: regular customer.\nBe generous."


def marks(asked: Ref) -> Marks:
    """How it is worked on."""
    return queries.marks_of(actor=ANNA, now=clock.now(), conversations=[asked])[asked]


def page(client: Client, asked: Ref, side: str = "seller", query: str = "") -> str:
    """The thread as that side sees it."""
    return client.get(f"/{side}/conversations/{asked}{query}").content.decode()


def note(client: Client, asked: Ref, text: str = NOTE) -> None:
    """Written in the form above the record."""
    form = {"key": str(uuid4()), "note": text}
    answer = post(client, f"/seller/conversations/{asked}/notes", form)
    assert (answer.status_code, answer["Location"]) == (302, f"/seller/conversations/{asked}#notes")


def test_a_note_stands_tinted_in_the_record_of_the_shop(sign_in: SignIn, asked: Ref) -> None:
    note(sign_in(ANNA), asked)
    shown = page(sign_in(BRUNO), asked)
    assert shown.count("entry-note") == 1
    assert re.search(r"entry-note.*?<bdi>Anna</bdi>.*?Internal note.*?Canary 4711", shown, re.DOTALL)
    assert shown.index("Is the 8 mm gasket") < shown.index("Canary 4711")


def test_the_buyer_and_the_desk_see_no_note_and_no_strip(sign_in: SignIn, asked: Ref) -> None:
    note(sign_in(ANNA), asked)
    actions.set_tags(actor=ANNA, now=clock.now(), conversation=asked, tags=["canary-tag"])
    clara = sign_in(CLARA)
    for address in (f"/buyer/conversations/{asked}", "/buyer/conversations", "/buyer/orders"):
        shown = clara.get(address).content.decode()
        assert not re.search("4711|canary-tag|entry-note|Internal note", shown)
    for at, status in (
        (f"/seller/conversations/{asked}/notes", 404),
        (f"/seller/conversations/{asked}", 404),
    ):
        assert clara.get(at).status_code in (status, 405)
        assert post(clara, at, {"key": str(uuid4()), "note": "x"}).status_code in (status, 405)
    assert "4711" not in sign_in(EDDA).get(f"/administrator/files/{asked}").content.decode()


def test_the_same_form_twice_is_one_note(sign_in: SignIn, asked: Ref) -> None:
    anna, form = sign_in(ANNA), {"key": str(uuid4()), "note": NOTE}
    for _ in range(2):
        assert post(anna, f"/seller/conversations/{asked}/notes", form).status_code == 302
    assert len(queries.notes_of(actor=ANNA, conversation=asked)) == 1


def test_a_note_that_is_refused_stays_in_its_box(sign_in: SignIn, asked: Ref) -> None:
    anna, key = sign_in(ANNA), str(uuid4())
    answer = post(anna, f"/seller/conversations/{asked}/notes", {"key": key, "note": "x" * 4_001})
    shown = answer.content.decode()
    assert answer.status_code == 413
    for part in ("x" * 4_001, f'value="{key}"', 'aria-invalid="true"'):
        assert part in shown


def test_taken_given_and_let_go(sign_in: SignIn, asked: Ref) -> None:
    anna, at = sign_in(ANNA), f"/seller/conversations/{asked}/assignment"
    assert "Nobody looks after it" in page(anna, asked)
    for person, name in ((ANNA.person, "Anna"), (BRUNO.person, "Bruno"), ("nobody", "")):
        answer = post(anna, at, {"person": str(person)})
        assert answer["Location"] == f"/seller/conversations/{asked}#team"
        assert marks(asked).name == name
    for person in (str(CLARA.person), "x", ""):
        assert post(anna, at, {"person": person}).status_code == 400
    assert marks(asked).name == ""


def test_tags_ticked_and_new(sign_in: SignIn, asked: Ref) -> None:
    anna, at = sign_in(ANNA), f"/seller/conversations/{asked}/tags"
    post(anna, at, {"new": "VIP, zwrot ,"})
    assert marks(asked).tags == ["vip", "zwrot"]
    shown = page(anna, asked)
    assert re.findall(r'name="tag" value="(\w+)" checked', shown) == ["vip", "zwrot"]
    post(anna, at, {"tag": "zwrot", "new": ""})
    assert marks(asked).tags == ["zwrot"]
    answer = post(anna, at, {"tag": "zwrot", "new": "x" * 31})
    assert answer.status_code == 413
    assert f'value="{"x" * 31}"' in answer.content.decode()


def test_put_off_until_a_morning_and_back(sign_in: SignIn, asked: Ref) -> None:
    anna, at = sign_in(ANNA), f"/seller/conversations/{asked}/snooze"
    on = (clock.now() + timedelta(days=3)).date()
    post(anna, at, {"on": f"{on}"})
    until = marks(asked).until
    assert until is not None
    assert f"{until:%H:%M}" in ("06:00", "07:00")  # 08:00 in Warsaw
    post(anna, at, {"on": "", "day": f"{on + timedelta(days=1)}"})
    assert marks(asked).until == until + timedelta(days=1)
    post(anna, at, {"on": "now"})
    assert marks(asked).until is None
    for day in ("2020-01-01", "2099-01-01", "x", ""):
        assert post(anna, at, {"day": day}).status_code == 400
    assert marks(asked).until is None


@pytest.mark.parametrize(
    ("form", "fields"),
    [("notes", {"note": "x"}), ("assignment", {"person": "nobody"}), ("tags", {}), ("snooze", {"on": "now"})],
)
def test_readers_only_look(sign_in: SignIn, asked: Ref, form: str, fields: dict[str, str]) -> None:
    reader = sign_in(_reader())
    answer = post(reader, f"/seller/conversations/{asked}/{form}", {"key": str(uuid4()), **fields})
    assert answer.status_code == 403
    shown = page(reader, asked)
    assert f"/{form}" not in re.findall(r'action="([^"]+)"', shown)
    assert "Nobody looks after it" in shown


def test_a_view_is_kept_from_page_to_page_and_leads_on_in_itself(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    actions.assign(actor=ANNA, now=clock.now(), conversation=asked, person=ANNA.person)
    actions.set_tags(actor=ANNA, now=clock.now(), conversation=asked, tags=["a b"])
    listed = anna.get("/seller/inbox?view=mine").content.decode()
    assert f'href="/seller/conversations/{asked}?view=mine#m0"' in listed
    views = listed[listed.index('<nav class="views"') :]
    assert re.findall(r'<a href="([^"]+)" aria-current="page">', views) == ["/seller/inbox?view=mine"]
    shown = page(anna, asked, query="?view=mine")
    assert f'action="/seller/conversations/{asked}/replies?view=mine"' in shown
    assert f'action="/seller/conversations/{asked}/notes?view=mine"' in shown
    form = {"key": str(uuid4()), "text": "Yes, it fits.", "then": "next"}
    answer = post(anna, f"/seller/conversations/{asked}/replies?view=mine", form)
    assert answer["Location"] == f"/seller/inbox?view=mine&answered={asked}"


def test_an_empty_view_does_not_say_that_nobody_waits(sign_in: SignIn, asked: Ref) -> None:
    shown = sign_in(ANNA).get("/seller/inbox?view=snoozed").content.decode()
    assert "No open question in this view" in shown
    assert "Nobody is waiting for you" not in shown


def test_views_say_how_many_wait(sign_in: SignIn, asked: Ref) -> None:
    actions.set_tags(actor=ANNA, now=clock.now(), conversation=asked, tags=["<b>", "vip"])
    listed = sign_in(ANNA).get("/seller/inbox").content.decode()
    found = re.findall(r'<li data-key="[^"]*"><a href="([^"]+)".*?lane-count">(\d+)', listed)
    assert found == [
        ("/seller/inbox", "1"),
        ("/seller/inbox?view=mine", "0"),
        ("/seller/inbox?view=nobody", "1"),
        ("/seller/inbox?view=snoozed", "0"),
        ("/seller/inbox?view=tag%3A%3Cb%3E", "1"),
        ("/seller/inbox?view=tag%3Avip", "1"),
    ]
    assert "<bdi>&lt;b&gt;</bdi>" in listed
    assert sign_in(ANNA).get("/seller/inbox?view=tag%3A%3Cb%3E").status_code == 200


@pytest.mark.parametrize("view", ["elsewhere", "tag:", "%E2%80%8B", "tag:" + "x" * 99])
def test_a_view_that_is_none_is_everything(sign_in: SignIn, asked: Ref, view: str) -> None:
    answer = sign_in(ANNA).get(f"/seller/inbox?view={view}")
    assert answer.status_code == 200
    assert str(asked) in answer.content.decode()


def test_a_note_goes_with_its_thread(sign_in: SignIn, asked: Ref) -> None:
    stood_by(asked)
    note(sign_in(ANNA), asked)
    erased(asked, "conversation")
    shown = page(sign_in(ANNA), asked)
    assert "4711" not in shown
    assert "entry-note" in shown


def _reader() -> Actor:
    with acting(PLATFORM):
        Member.objects.create(
            seller_id=ANNAS_SHOP, external_id="r", person_id=READER.person, name="Reader", role="reader"
        )
    return READER
