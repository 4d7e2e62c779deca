"""Passwords: signing in, forgetting, changing; nobody learns who has an account."""

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import Person
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from tests.cast import ANNA, BRUNO, CLARA, EDDA
from tests.portal.account import ANOTHER, PASSWORD, come_in, give_password, link_in
from tests.shops import Shops


@pytest.fixture(autouse=True)
def _production(shops: Shops, settings: Settings) -> None:
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": False})
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def test_address_and_password_lead_to_ones_work() -> None:
    for actor, start in ((ANNA, "/seller/inbox"), (CLARA, "/buyer/orders")):
        client = come_in(give_password(actor))
        assert client.get("/", follow=True).redirect_chain[-1][0] == start
        assert client.get(start).status_code == 200


def test_the_address_may_be_written_in_any_case() -> None:
    email = give_password(ANNA)
    assert come_in(email.upper()).get("/")["Location"] == "/seller/inbox"


def test_a_wrong_password_and_an_unknown_address_are_answered_alike() -> None:
    email = give_password(ANNA)
    pages = []
    for login, password in (
        (email, ANOTHER),
        ("nobody@example.com", ANOTHER),
        ("nobody@example.com", PASSWORD),
    ):
        answer = Client().post("/sign-in", {"login": login, "password": password})
        assert answer.status_code == 200
        page = answer.content.decode()
        assert "do not go together" in page
        assert password not in page
        pages.append(page.replace(login, ""))
    assert len({len(page) for page in pages}) == 1


def test_guessing_ends_after_five_tries_also_for_who_is_not_there() -> None:
    email = give_password(ANNA)
    for login in (email, "nobody@example.com"):
        for _ in range(5):
            come_in(login, ANOTHER)
        answer = Client().post("/sign-in", {"login": login, "password": PASSWORD})
        assert "too many attempts" in answer.content.decode()


def test_a_forgotten_password_is_answered_alike_for_everybody() -> None:
    email = give_password(ANNA)
    for address in (email, "nobody@example.com"):
        answer = Client().post("/account/password/forgotten", {"email": address})
        assert answer["Location"] == "/account/password/forgotten/sent"
    known, unknown = mail.outbox
    assert (known.to, unknown.to) == ([email], ["nobody@example.com"])
    assert "there is no account" in str(unknown.body)
    assert unknown.body.count("http") == 1  # our own address only


def test_the_link_sets_a_new_password_once_and_signs_out_everywhere() -> None:
    email = give_password(ANNA)
    before = come_in(email)
    Client().post("/account/password/forgotten", {"email": email})
    link, client = link_in(mail.outbox[0]), Client()
    form = client.get(link)["Location"]
    assert form.endswith("-set-password")
    refused = client.post(form, {"password1": "short", "password2": "short"})
    assert "at least 12 characters" in refused.content.decode()
    refused = client.post(form, {"password1": ANOTHER, "password2": PASSWORD})
    assert "The two passwords differ." in refused.content.decode()
    done = client.post(form, {"password1": ANOTHER, "password2": ANOTHER})
    assert done["Location"] == "/account/password/forgotten/done"
    assert client.get(done["Location"]).status_code == 200
    assert before.get("/seller/inbox")["Location"] == "/sign-in"
    assert "not valid any more" in Client().get(link).content.decode()
    assert come_in(email, ANOTHER).get("/")["Location"] == "/seller/inbox"
    assert mail.outbox[-1].subject == "Your password was changed"


def test_changing_it_asks_for_the_old_one_and_ends_other_sessions() -> None:
    email = give_password(ANNA)
    here, there = come_in(email), come_in(email)
    assert there.get("/", follow=True).status_code == 200
    form = {"oldpassword": ANOTHER, "password1": ANOTHER, "password2": ANOTHER}
    assert "not your present password" in here.post("/account/password", form).content.decode()
    done = here.post("/account/password", {**form, "oldpassword": PASSWORD})
    assert done["Location"] == "/account/"
    assert here.get("/seller/inbox", follow=True).status_code == 200
    assert there.get("/seller/inbox")["Location"] == "/sign-in"


@pytest.mark.parametrize("password", ["short", "password1234", "anna@example", "ANNA@example.com", "x" * 257])
def test_a_weak_password_is_refused_with_one_sentence(password: str) -> None:
    client = come_in(give_password(ANNA))
    form = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    page = client.post("/account/password", form).content.decode()
    assert page.count('class="objection"') == 1, page
    assert Person.objects.get(id=ANNA.person).check_password(PASSWORD)


def test_a_disabled_person_is_out_of_these_pages_too() -> None:
    email = give_password(ANNA)
    client = come_in(email)
    assert client.get("/account/").status_code == 200
    accounts.disable_person(actor=SYSTEM, now=clock.now(), person_id=ANNA.person)
    for path in ("/account/", "/account/password", "/account/passkeys", "/", "/acting-as"):
        assert client.get(path)["Location"].startswith("/sign-in"), path
    answer = Client().post("/sign-in", {"login": email, "password": PASSWORD})
    assert answer["Location"] == "/account/closed"
    assert "closed" in Client().get("/account/closed").content.decode()
    Client().post("/account/password/forgotten", {"email": email})
    assert "there is no account" in str(mail.outbox[-1].body)


def test_letting_in_again_revives_no_old_session() -> None:
    email = give_password(ANNA)
    client = come_in(email)
    accounts.disable_person(actor=SYSTEM, now=clock.now(), person_id=ANNA.person)
    accounts.enable_person(actor=SYSTEM, now=clock.now(), person_id=ANNA.person)
    assert client.get("/")["Location"] == "/sign-in"
    assert come_in(email).get("/")["Location"] == "/seller/inbox"


def test_the_session_is_new_after_signing_in_and_dead_after_signing_out() -> None:
    email, client = give_password(ANNA), Client()
    client.get("/sign-in")
    client.post("/account/password/forgotten", {"email": email})
    come_in(email, client=client)
    inside = client.cookies["session"].value
    client.post("/sign-out")
    assert not Session.objects.filter(session_key=inside).exists()


def test_nobody_can_register() -> None:
    for path in ("/account/signup", "/account/signup/", "/accounts/signup/", "/sign-up"):
        assert Client().get(path).status_code == 404
        assert Client().post(path, {"email": "x@example.com", "password1": PASSWORD}).status_code == 404


def test_the_account_pages_ask_strangers_to_sign_in() -> None:
    for path in (
        "",
        "email",
        "password",
        "app",
        "codes",
        "passkeys",
        "passkeys/new",
        "proof",
        "second-factor",
    ):
        assert Client().get(f"/account/{path}")["Location"].startswith("/sign-in"), path


def test_a_session_ends_after_a_week_however_it_is_used() -> None:
    client = come_in(give_password(BRUNO))
    client.get("/", follow=True)
    session = client.session
    session["since"] -= 7 * 24 * 3600 + 1
    session.save()
    assert client.get("/seller/inbox")["Location"] == "/sign-in"
    assert client.get("/account/")["Location"] == "/sign-in"


def test_fields_say_what_password_managers_want_to_know() -> None:
    page = Client().get("/sign-in").content.decode()
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    page = come_in(give_password(EDDA)).get("/account/password").content.decode()
    assert page.count('autocomplete="new-password"') == 2


def test_a_form_from_another_site_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/sign-in", {"login": give_password(ANNA), "password": PASSWORD}).status_code == 403
