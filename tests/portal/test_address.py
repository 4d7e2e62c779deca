"""The address that one signs in with: a new one counts once it is confirmed. A page for too many tries."""

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from helpdesk.accounts.models import Person
from tests.cast import ANNA, CLARA
from tests.portal.account import PASSWORD, come_in, content, give_password, link_in
from tests.portal.conftest import SignIn
from tests.shops import Shops

NEW = "anna@new.example"


@pytest.fixture(autouse=True)
def _cheap(shops: Shops, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def test_a_new_address_counts_once_it_is_confirmed() -> None:
    old = give_password(ANNA)
    client = come_in(old)
    assert client.post("/account/email", {"email": NEW, "action_add": ""})["Location"] == "/account/email"
    page = content(client, "/account/email")
    assert old in page
    assert f"<b>{NEW}</b> waits to be confirmed" in page
    (message,) = mail.outbox
    assert message.to == [NEW]
    assert come_in(old).get("/")["Location"] == "/seller/inbox"
    link = link_in(message)
    assert Person.objects.get(id=ANNA.person).email == old
    assert NEW in content(client, link)
    client.post(link)
    assert Person.objects.get(id=ANNA.person).email == NEW
    assert come_in(NEW).get("/")["Location"] == "/seller/inbox"
    assert come_in(old).get("/")["Location"] == "/sign-in"
    assert mail.outbox[-1].to == [old]  # who lost the address hears of it
    assert "not valid any more" in content(Client(), link)


def test_an_address_of_somebody_else_is_answered_as_any_other_and_stays_theirs() -> None:
    claras = give_password(CLARA)
    client = come_in(give_password(ANNA))
    assert client.post("/account/email", {"email": "clara@example.com", "action_add": ""}).status_code == 302
    client.post(link_in(mail.outbox[-1]))
    assert Person.objects.get(id=ANNA.person).email == "anna@example.com"
    assert come_in(claras).get("/")["Location"] == "/buyer/orders"


def test_whoever_has_none_adds_one_and_a_password(sign_in: SignIn) -> None:
    anna = sign_in(ANNA)
    assert "nothing yet" in content(anna, "/account/")
    anna.post("/account/email", {"email": NEW, "action_add": ""})
    anna.post(link_in(mail.outbox[0]))
    anna.post("/account/password/first", {"password1": PASSWORD, "password2": PASSWORD})
    assert come_in(NEW).get("/")["Location"] == "/seller/inbox"


def test_too_many_requests_are_a_page_of_ours() -> None:
    for _ in range(5):
        Client().post("/account/password/forgotten", {"email": "a@example.com"})
    answer = Client().post("/account/password/forgotten", {"email": "a@example.com"})
    assert (answer.status_code, answer["Retry-After"]) == (429, "300")
    assert "Too many attempts" in answer.content.decode()
    assert len(mail.outbox) == 5
