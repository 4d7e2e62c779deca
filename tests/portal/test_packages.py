"""Evidence packages on all three sides: choose what to keep back, download, and nothing for strangers."""

import json
from io import BytesIO
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.test import Client

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.portal.conftest import QUESTION, SignIn

PLACES = ((ANNA, "/seller/conversations/{}"), (CLARA, "/buyer/conversations/{}"))


def download(client: Client, place: str, **form: Any) -> dict[str, bytes]:
    answer: Any = client.post(f"{place}/packages", {"key": str(uuid4()), "language": "en", **form})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"].startswith('attachment; filename="evidence-')
    data = b"".join(answer)
    assert int(answer["Content-Length"]) == len(data)
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def said(members: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(members["conversation.json"])
    return found


@pytest.mark.parametrize(("actor", "place"), PLACES)
def test_a_quiet_link_leads_to_the_download(sign_in: SignIn, asked: Ref, actor: Actor, place: str) -> None:
    client, thread = sign_in(actor), place.format(asked)
    assert f'href="{thread}/package"' in client.get(thread).content.decode()
    page = client.get(f"{thread}/package").content.decode()
    assert f'action="{thread}/packages"' in page
    assert 'name="backstage"' not in page
    assert said(download(client, thread))["messages"][0]["text"] == QUESTION


@pytest.mark.parametrize(("actor", "place"), PLACES)
def test_what_is_chosen_is_kept_back(sign_in: SignIn, asked: Ref, actor: Actor, place: str) -> None:
    client, thread = sign_in(actor), place.format(asked)
    (message,) = said(download(client, thread))["messages"]
    less = said(download(client, thread, withhold=["buyer", "about"], value=[f"{message['entry']}:body"]))
    assert less["messages"][0]["state"] == less["messages"][0]["name_state"] == "withheld"
    assert not {"buyer", "title", "order"} & less.keys()


@pytest.mark.parametrize(("actor", "place"), [(DMITRI, PLACES[0][1]), (HANIA, PLACES[1][1])])
def test_strangers_find_nothing(sign_in: SignIn, asked: Ref, actor: Actor, place: str) -> None:
    client, thread = sign_in(actor), place.format(asked)
    assert client.get(f"{thread}/package").status_code == 404
    assert client.post(f"{thread}/packages", {"key": str(uuid4()), "language": "en"}).status_code == 404


def test_the_desk_needs_the_open_file(sign_in: SignIn, asked: Ref) -> None:
    edda, file = sign_in(EDDA), f"/administrator/files/{asked}"
    form = {"key": str(uuid4()), "language": "pl"}
    assert edda.get(f"{file}/package")["Location"] == file
    assert edda.post(f"{file}/packages", form)["Location"] == file
    edda.post(f"{file}/readings", {"key": str(uuid4()), "reason": "legal_request"})
    assert f'href="{file}/package"' in edda.get(file).content.decode()
    assert 'name="backstage"' in edda.get(f"{file}/package").content.decode()
    assert "conversation.pl.pdf" in download(edda, file, language="pl", backstage=["1", "3"])
    with acting(SYSTEM):
        assert Entry.objects.filter(kind="evidence.handed_out", actor=EDDA.person).count() == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"language": "tlh"},
        {"language": ""},
        {"value": "nothing"},
        {"value": f"{uuid4()}:body"},
        {"backstage": "x"},
        {"backstage": "9"},
    ],
)
def test_a_broken_form_is_a_page_with_a_reason(sign_in: SignIn, asked: Ref, broken: dict[str, str]) -> None:
    clara = sign_in(CLARA)
    form = {"key": str(uuid4()), "language": "en", **broken}
    answer = clara.post(f"/buyer/conversations/{asked}/packages", form)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()


def test_a_party_does_not_get_behind_the_thread(sign_in: SignIn, asked: Ref) -> None:
    form = {"key": str(uuid4()), "language": "en", "backstage": "1"}
    assert sign_in(CLARA).post(f"/buyer/conversations/{asked}/packages", form).status_code == 403
