"""Your data: the page on which one asks for all of it, and the download."""

import io
from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

import pytest
from pytest_django import Settings

from helpdesk.archive import actions as archive
from helpdesk.config.files import files
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.takeout import actions
from helpdesk.takeout.words import WORDING
from tests.cast import ANNA, BRUNO, CLARA, FELIX, HANIA
from tests.portal.conftest import SignIn


@pytest.fixture(autouse=True)
def folder(asked: Ref, settings: Settings, tmp_path: Path) -> None:
    """Exports of its own."""
    mine = files("", home=tmp_path, what="exports")
    settings.STORAGES = {**settings.STORAGES, "exports": mine}


def test_a_buyer_asks_waits_and_takes_it(sign_in: SignIn) -> None:
    clara = sign_in(CLARA)
    page = clara.get("/buyer/exports").content.decode()
    assert "Make the file" in page
    assert 'href="/buyer/exports"' in page  # in the menu
    sent = clara.post("/buyer/exports", {"language": "fr", "key": str(uuid4())})
    assert (sent.status_code, sent.headers["Location"]) == (302, "/buyer/exports")
    waiting = clara.get("/buyer/exports")
    assert "It will be begun in a moment." in waiting.content.decode()
    assert (waiting.headers["Refresh"], "Make the file" in waiting.content.decode()) == ("4", False)
    again = clara.post("/buyer/exports", {"language": "fr", "key": str(uuid4())})
    assert (again.status_code, "One file is being made already." in again.content.decode()) == (409, True)
    archive.number_entries(actor=SYSTEM, now=clock.now())
    assert actions.make_export(actor=SYSTEM, now=clock.now(), wording=WORDING) == 1
    ready = clara.get("/buyer/exports")
    assert ("It is ready." in ready.content.decode(), ready.headers.get("Refresh")) == (True, None)
    address = ready.content.decode().split(' href="')
    [file] = [part.split('"')[0] for part in address if part.startswith("/buyer/exports/")]
    answer = clara.get(file)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert b'<html lang="fr">' in ZipFile(io.BytesIO(answer.getvalue())).read("index.html")
    assert sign_in(HANIA).get(file).status_code == 404


def test_who_owns_no_shop_is_told_so(sign_in: SignIn) -> None:
    assert sign_in(ANNA).get("/seller/exports").status_code == 200
    assert sign_in(BRUNO).get("/seller/exports").status_code == 403


def test_compliance_gives_a_reason(sign_in: SignIn) -> None:
    felix = sign_in(FELIX)
    assert "Why you ask" in felix.get("/administrator/exports").content.decode()
    form = {"language": "de", "side": "buyer", "of": "Clara", "key": str(uuid4())}
    refused = felix.post("/administrator/exports", form | {"reason": " "})
    assert (refused.status_code, "Please say whose data you ask for" in refused.content.decode()) == (
        400,
        True,
    )
    assert felix.post("/administrator/exports", form | {"reason": "x", "side": "dog"}).status_code == 400
    unknown = felix.post("/administrator/exports", form | {"reason": "A letter.", "of": "nobody-7"})
    page = unknown.content.decode()
    assert (unknown.status_code, "told Helpdesk of nobody" in page, 'value="nobody-7"' in page) == (
        404,
        True,
        True,
    )
    assert 'href="/administrator/exports"' in page  # in the menu
