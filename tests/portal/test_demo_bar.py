"""The demo's bar: everybody is one click away, in a demo and nowhere else; and the mails that it kept."""

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from helpdesk.console.demo import people, records
from helpdesk.console.demo.parcels import PRESENT
from helpdesk.console.demo.records import Cast
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import hats_for_system, orders_of_buyer, resolve_for_system
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.portal.demo import mailbox
from helpdesk.portal.demo.cast import BY_KEY, CAST
from helpdesk.portal.demo.tries import TRIES
from helpdesk.portal.hats import Asking
from tests.cast import ANNA, CLARA, EDDA
from tests.portal.conftest import SignIn
from tests.shops import Shops

SHOPS, BUYERS = {"S-ANNA", "S-DMITRI"}, {"B-DE-1", "B-PL-1"}
MAIL = """Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: 8bit
Subject: {subject}
From: helpdesk@helpdesk.example
To: bruno@s-anna.example
Date: Sun, 22 Nov 2026 09:30:00 -0000

<script>alert(1)</script> Open {address}/account/x?a=1. Not http://elsewhere.example/y
"""


@pytest.fixture
def marketplace_of_the_cast(database: str, settings: Settings) -> Cast:
    """The demo's own shops of Anna and Dmitri, with Clara's and Hania's orders."""
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": True})
    shops = Cast(records=[record for record in records.cast().records if _is_needed(record)])
    lines = (json.dumps(record).encode() for record in shops.records)
    marketplace.import_records(actor=SYSTEM, now=clock.now(), lines=lines, strict=True)
    people.enrol(cast=shops, now=clock.now())
    return shops


def _is_needed(record: records.Record) -> bool:
    match record["type"]:
        case "market":
            return True
        case "seller":
            return record["id"] in SHOPS
        case "member" | "offer":
            return record["seller"] in SHOPS
        case "buyer":
            return record["id"] in BUYERS
        case "order":
            return record["seller"] in SHOPS and record["buyer"] in BUYERS
    return False


def switch(client: Client, **form: str) -> str:
    answer = client.post("/demo/switch", form)
    assert answer.status_code == 302, answer.status_code
    return str(answer["Location"])


def test_each_of_the_cast_is_one_click_away(marketplace_of_the_cast: Cast) -> None:
    client, keys = Client(), set()
    for figure in CAST:
        assert switch(client, **{"as": figure.key}) == "/"
        page = client.get("/", follow=True)
        assert page.status_code == 200
        actor = cast("Asking", page.wsgi_request).actor
        assert actor
        assert (actor.name.split()[0], actor.side) == (figure.name, figure.side)
        keys.add(client.cookies["session"].value)
    assert len(keys) == len(CAST), "a session of its own for each"


def test_what_to_try_begins_on_its_page(marketplace_of_the_cast: Cast) -> None:
    begun = {each.key: switch(Client(), **{"try": each.key}) for each in TRIES}
    assert begun["hold"] == "/seller/inbox"  # nobody has asked yet
    assert begun["reopen"] == "/buyer/conversations"
    assert begun["calendar"].startswith("/administrator/calendars/PL?on=20")
    assert begun["read"] == "/administrator/files"
    assert begun["verify"] == "/administrator/integrity"


def test_the_question_that_is_most_urgent_and_the_answer_that_may_be_none_open_at_once(
    marketplace_of_the_cast: Cast,
) -> None:
    person = resolve_for_system(kind=Kind.BUYER, external_id="B-DE-1").id
    clara = hats_for_system(person_id=person)[-1]
    order = next(o for o in orders_of_buyer(actor=clara) if o.number and _is_annas(o.external_id))
    asked = conversations.ask_about_order(
        actor=clara, now=clock.now(), order=order.ref, draft="Passt die Dichtung?", key="ask-1"
    )
    urgent = switch(Client(), **{"try": "hold"})
    assert urgent == f"/seller/conversations/{asked.conversation}"
    assert switch(Client(), **{"try": "reopen"}) == "/buyer/conversations"
    shop = resolve_for_system(kind=Kind.SELLER, external_id="S-ANNA").seller_id
    anna = next(
        hat
        for hat in hats_for_system(person_id=resolve_for_system(kind=Kind.PERSON, external_id="P-ANNA").id)
        if hat.seller_id == shop
    )
    conversations.post_reply(
        actor=anna,
        now=clock.now(),
        conversation=asked.conversation,
        draft="Ja, die mit 8 mm.",
        key="answer-1",
    )
    assert switch(Client(), **{"try": "reopen"}).startswith(f"/buyer/conversations/{asked.conversation}#m")


def _is_annas(order: str) -> bool:
    return bool(records.cast().orders[order]["seller"] == "S-ANNA")


def test_what_nobody_offers_is_not_there(marketplace_of_the_cast: Cast) -> None:
    for form in ({"as": "mallory"}, {"as": ""}, {}, {"try": "steal"}, {"as": "anna\x00"}):
        assert Client().post("/demo/switch", form).status_code == 404
    assert Client().get("/demo/switch").status_code == 405


def test_the_form_of_another_site_changes_nobody(marketplace_of_the_cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/demo/switch", {"as": "anna"}).status_code == 403


def test_the_cast_of_pages_and_of_records_are_the_same(marketplace_of_the_cast: Cast) -> None:
    for name in people.ADMINISTRATORS:
        assert BY_KEY[name.lower()].name == name
    ids = {record["id"] for record in records.cast().records} | {
        member["person"] for member in records.cast().members
    }
    assert all(figure.person in ids and figure.shop in ids for figure in CAST if figure.shop)


def test_the_bar_stands_on_every_page_of_a_demo(sign_in: SignIn) -> None:
    for actor, path in ((ANNA, "/seller/inbox"), (CLARA, "/buyer/orders"), (EDDA, "/administrator/files")):
        page = sign_in(actor).get(path).content.decode()
        assert page.count('class="demo"') == 1
        bar = page[page.index('<aside class="demo"') : page.index("</aside>")]
        assert bar.count('aria-current="true"') == 1
        assert re.search(rf'value="{actor.name.lower()}"[^>]* aria-current="true"', bar)
        assert "/static/css/demo." in page
    assert 'class="demo"' in Client().get("/sign-in").content.decode()
    assert 'class="demo"' in Client().get("/nowhere").content.decode()


def test_elsewhere_there_is_no_bar_and_no_switch(shops: Shops, settings: Settings) -> None:
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": False})
    page = Client().get("/sign-in").content.decode()
    assert "demo" not in page
    assert Client().post("/demo/switch", {"as": "anna"}).status_code == 404
    for path in ("/demo/mails", "/demo/mails/x.log.0"):
        assert Client().get(path).status_code == 404


def test_the_bar_asks_the_database_nothing(sign_in: SignIn, settings: Settings) -> None:
    client = sign_in(ANNA)
    counts = []
    for demo in (True, False):
        settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": demo})
        client.get("/seller/inbox")
        with CaptureQueriesContext(connection) as asked:
            client.get("/seller/inbox")
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.fixture
def mails(shops: Shops, settings: Settings, tmp_path: Path) -> Path:
    """A home in which two mails lie."""
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"home": tmp_path})
    folder = tmp_path / mailbox.FOLDER
    folder.mkdir()
    address = settings.HELPDESK.public_url
    for name, subjects in (("20261122-093000-1", ("First",)), ("20261122-100000-2", ("Second", "Third"))):
        written = ("-" * 79 + "\n").join(MAIL.format(subject=each, address=address) for each in subjects)
        (folder / f"{name}.log").write_text(written)
    (folder / "notes.txt").write_text("no mail")
    return folder


def test_mails_are_listed_newest_first(mails: Path) -> None:
    assert [mail.subject for mail in mailbox.mails()] == ["Third", "Second", "First"]
    page = Client().get("/demo/mails").content.decode()
    assert page.index("Third") < page.index("Second") < page.index("First")
    assert "bruno@s-anna.example" in page


def test_a_mail_is_shown_as_text(mails: Path, settings: Settings) -> None:
    page = Client().get("/demo/mails/20261122-093000-1.log.0").content.decode()
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
    address = settings.HELPDESK.public_url
    assert f'<a href="{address}/account/x?a=1">' in page
    assert '<a href="http://elsewhere' not in page


def test_only_mails_are_shown(mails: Path) -> None:
    for id in ("../keys/secret.key.0", "notes.txt.0", "..", "20261122-093000-1.log.7", "%2e%2e%2fx.0", "x"):
        assert Client().get(f"/demo/mails/{id}").status_code == 404, id


def test_a_damaged_mail_does_no_harm(mails: Path) -> None:
    (mails / "20261123-000000-3.log").write_bytes(b"Subject: =?utf-8?b?!!!\nDate: never\n\n\xff\xfe\x00")
    (mails / "20261123-000000-4.log").write_bytes(b"")
    assert Client().get("/demo/mails").status_code == 200
    assert Client().get("/demo/mails/20261123-000000-3.log.0").status_code == 200


def test_no_mail_yet(shops: Shops, settings: Settings, tmp_path: Path) -> None:
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"home": tmp_path})
    assert "No mail yet" in Client().get("/demo/mails").content.decode()


def test_records_are_young_whenever_the_demo_starts() -> None:
    now = clock.now() + timedelta(days=400, hours=5)
    orders = records.cast(shift=records.days_since(now=now)).orders.values()
    newest = max(order["placed_at"] for order in orders)
    assert timedelta() < now - PRESENT - records.days_since(now=now) < timedelta(days=1)
    assert newest < now.isoformat()
