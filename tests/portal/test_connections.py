"""Connections: an owner makes keys for the shop's tools; each secret stands on one page, once."""

import re
from uuid import uuid4

from django.test import Client

from helpdesk.kernel import clock
from helpdesk.marketplace.queries import bearer_for_system, keys_of
from tests.cast import ANNA, BRUNO, DMITRI
from tests.portal.conftest import SignIn
from tests.shops import Shops

PAGE = "/seller/settings/connections"
SECRET = re.compile(r"<code[^>]*data-secret>(hd_[\w-]+)</code>")


def make(client: Client, key: str = "", **form: str) -> str:
    """The page that answers."""
    said = {"name": "Warehouse", "scope": "read", "key": key or str(uuid4())} | form
    return client.post(f"{PAGE}/keys", said).content.decode()


def test_a_key_is_shown_once(sign_in: SignIn, shops: Shops) -> None:
    anna, key = sign_in(ANNA), str(uuid4())
    (secret,) = SECRET.findall(make(anna, key))
    found = bearer_for_system(token=secret, now=clock.now())
    assert found
    assert found.actor.name == "Warehouse"
    assert set(found.scopes) == {"read"}
    again = make(anna, key)  # the page reloaded
    assert secret not in again
    assert "its secret was shown then" in again
    page = anna.get(PAGE).content.decode()
    assert secret not in page
    assert secret[:10] in page
    assert len(keys_of(actor=ANNA, now=clock.now())) == 1


def test_renewed_and_ended(sign_in: SignIn, shops: Shops) -> None:
    anna = sign_in(ANNA)
    (old,) = SECRET.findall(make(anna))
    (key,) = keys_of(actor=ANNA, now=clock.now())
    answer = anna.post(f"{PAGE}/keys/{key.id}/renewals", {"keep_days": "7", "key": str(uuid4())})
    (new,) = SECRET.findall(answer.content.decode())
    assert "being replaced" in answer.content.decode()
    assert all(bearer_for_system(token=one, now=clock.now()) for one in (old, new))
    odd = anna.post(f"{PAGE}/keys/{key.id}/renewals", {"keep_days": "5000", "key": str(uuid4())})
    assert odd.status_code == 400
    twice = anna.post(f"{PAGE}/keys/{key.id}/renewals", {"keep_days": "1", "key": str(uuid4())})
    assert (twice.status_code, "Two keys of this tool live already" in twice.content.decode()) == (409, True)
    assert anna.post(f"{PAGE}/keys/{key.id}/end")["Location"] == PAGE
    assert bearer_for_system(token=old, now=clock.now()) is None
    assert bearer_for_system(token=new, now=clock.now())


def test_a_refused_form_keeps_what_was_typed(sign_in: SignIn, shops: Shops) -> None:
    anna = sign_in(ANNA)
    make(anna)
    page = make(anna, scope="cases", lasts="90")
    assert "Another key has this name" in page
    assert 'value="cases" checked' in page
    assert 'value="90" selected' in page
    assert "Choose at least one thing" in make(anna, name="Other", scope="")


def test_owners_only(sign_in: SignIn, shops: Shops) -> None:
    make(sign_in(ANNA))
    (key,) = keys_of(actor=ANNA, now=clock.now())
    assert sign_in(BRUNO).get(PAGE).status_code == 403
    assert PAGE not in sign_in(BRUNO).get("/seller/team").content.decode()
    assert PAGE in sign_in(ANNA).get("/seller/team").content.decode()
    assert "Warehouse" not in sign_in(DMITRI).get(PAGE).content.decode()
    assert sign_in(DMITRI).post(f"{PAGE}/keys/{key.id}/end").status_code == 404
