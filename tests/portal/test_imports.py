"""Imports at the desk: a file is handed in, tried, looked at, imported; others look on."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from helpdesk.config.files import files
from helpdesk.conversations import actions
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.kernel.ids import uuid7
from tests.accounts.people import enrol
from tests.cast import ANNA, CLARA, EDDA, person
from tests.conversations.bringing import known, place, thread
from tests.portal.conftest import SignIn
from tests.shops import Shops

ROOT = replace(EDDA, person=person("Root"), name="Root", roles=frozenset({Role.PLATFORM_ADMIN}))
AT = "/administrator/imports"
LINES = f"{json.dumps(thread())}\n{json.dumps(thread(id='<t2>', buyer='nobody', order='A-1002'))}\n".encode()


@pytest.fixture
def root(shops: Shops, settings: Settings, tmp_path: Path, sign_in: SignIn) -> Client:
    """The platform administrator's browser; files lie in a folder of their own."""
    settings.STORAGES = {**settings.STORAGES, "imports": files("", home=tmp_path, what="imports")}
    enrol(ROOT, with_roles=True)
    known(shops)
    return sign_in(ROOT)


def sent(browser: Client, name: str = "old.ndjson", data: bytes = LINES, written: str = "") -> Any:
    return browser.post(AT, {"file": SimpleUploadedFile(name, data), "format": written})


def worked() -> None:
    assert actions.work_on_imports(actor=SYSTEM, now=clock.now()) == 1


def seen(browser: Client, path: str) -> tuple[str, str | None]:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.content
    return " ".join(answer.content.decode().split()), answer.headers.get("Refresh")


def test_a_file_is_tried_looked_at_and_imported(root: Client, shops: Shops, sign_in: SignIn) -> None:
    at = sent(root).headers["Location"]
    page, again = seen(root, at)
    assert ("The file is being tried" in page, "<progress" in page, again) == (True, True, "3")
    worked()
    page, again = seen(root, at)
    assert ("conversation would begin" in page, "&lt;t2&gt;" in page, again) == (True, True, None)
    assert "is not known here. Please send it first." in page
    assert sign_in(CLARA).get(f"/buyer/conversations/{place(shops)}").status_code == 404
    begun = root.post(f"{at}/beginnings")
    assert (begun.status_code, begun.headers["Location"]) == (302, at)
    assert "It is being imported" in seen(root, at)[0]
    worked()
    page, _ = seen(root, at)
    assert ("conversation was begun" in page, "Its entry in the Archive" in page) == (True, True)
    page, _ = seen(sign_in(EDDA), AT)
    assert ("old.ndjson" in page, "Root" in page, "1 refused" in page, "Try the file" in page) == (
        True,
        True,
        True,
        False,
    )
    assert sign_in(CLARA).get(f"/buyer/conversations/{place(shops)}").status_code == 200


def test_what_is_wrong_stands_beside_the_form(root: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for answer, status, sentence in (
        (root.post(AT, {"format": ""}), 400, "Please choose a file"),
        (sent(root, data=b""), 400, "Please choose a file"),
        (sent(root, name="old.xls"), 400, "how the file is written"),
        (sent(root, written="xls"), 400, "how the file is written"),
    ):
        assert (answer.status_code, sentence in answer.content.decode()) == (status, True)
    monkeypatch.setattr("helpdesk.portal.administrator.imports.LARGEST", 10)
    large = sent(root)
    assert (large.status_code, "Cut it in two" in large.content.decode()) == (413, True)


def test_a_file_goes_and_cannot_be_imported_then(root: Client) -> None:
    at = sent(root, name="old.txt", written="ndjson").headers["Location"]
    early = root.post(f"{at}/beginnings")
    assert (early.status_code, "Only what was tried" in early.content.decode()) == (409, True)
    assert root.post(f"{at}/removal").headers["Location"] == at
    assert "Stopped, or its time was over" in seen(root, at)[0]


def test_who_may(root: Client, sign_in: SignIn) -> None:
    at = sent(root).headers["Location"]
    edda = sign_in(EDDA)
    assert (sent(edda).status_code, edda.get(at).status_code) == (403, 200)
    assert [edda.post(f"{at}/{deed}").status_code for deed in ("beginnings", "removal")] == [403, 403]
    for actor in (ANNA, CLARA):
        assert [sign_in(actor).get(path).status_code for path in (AT, at)] == [404, 404]
    assert root.get(f"{AT}/{uuid7()}").status_code == 404
    assert root.get(f"{AT}?after=x").status_code == 400
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = root.cookies
    assert sent(strict).status_code == 403
