"""Second factors: asked for once they are set up, and needed to wear an administrator's hat."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connections
from django.test import Client
from pytest_django import Settings

from helpdesk.kernel.actor import Actor
from tests.cast import ANNA, EDDA
from tests.portal.account import code_of, come_in, give_password, secret_on
from tests.shops import Shops


@pytest.fixture(autouse=True)
def _production(shops: Shops, settings: Settings) -> None:
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": False})
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def set_up_app(client: Client) -> str:
    """The app's secret, once its first code was shown."""
    secret = secret_on(client.get("/account/app").content.decode())
    done = client.post("/account/app", {"code": code_of(secret)})
    assert done["Location"] == "/account/codes", done.content.decode()
    return secret


def with_app(actor: Actor) -> tuple[str, str]:
    """Address and secret of somebody who has an app, signed in nowhere."""
    email = give_password(actor)
    client = come_in(email)
    secret = set_up_app(client)
    client.post("/sign-out")
    cache.clear()  # the code of this half minute may be used again
    return email, secret


def test_an_administrator_without_one_is_led_to_set_one_up() -> None:
    client = come_in(give_password(EDDA))
    assert client.get("/")["Location"] == "/account/second-factor"
    assert client.get("/administrator/", follow=True).redirect_chain[-1][0] == "/account/second-factor"
    assert client.post("/acting-as", {"hat": "administrator"})["Location"] == "/account/second-factor"
    page = client.get("/account/second-factor").content.decode()
    assert "/account/app" in page
    assert "/account/passkeys/new" in page
    set_up_app(client)
    assert client.get("/")["Location"] == "/administrator/"
    assert client.get("/administrator/").status_code == 200


def test_the_second_step_comes_before_anything_else() -> None:
    email, secret = with_app(ANNA)
    client = come_in(email)
    for path in ("/", "/seller/inbox", "/account/"):
        assert client.get(path)["Location"].startswith("/sign-in"), path
    assert "not right" in client.post("/account/second-step", {"code": "000000"}).content.decode()
    assert client.post("/account/second-step", {"code": code_of(secret)})["Location"] == "/"
    assert client.get("/")["Location"] == "/seller/inbox"


def test_with_it_an_administrator_is_at_the_desk_at_once() -> None:
    email, secret = with_app(EDDA)
    client = come_in(email)
    client.post("/account/second-step", {"code": code_of(secret)})
    assert client.get("/")["Location"] == "/administrator/"


def test_a_code_works_once() -> None:
    email, secret = with_app(ANNA)
    code = code_of(secret)
    assert come_in(email).post("/account/second-step", {"code": code}).status_code == 302
    assert come_in(email).post("/account/second-step", {"code": code}).status_code == 200


def test_guessing_codes_ends() -> None:
    email, secret = with_app(ANNA)
    client = come_in(email)
    for _ in range(5):
        client.post("/account/second-step", {"code": "000000"})
    page = client.post("/account/second-step", {"code": code_of(secret)}).content.decode()
    assert "too many attempts" in page


def test_recovery_codes_open_once_each() -> None:
    email = give_password(ANNA)
    client = come_in(email)
    set_up_app(client)
    page = client.get("/account/codes").content.decode()
    file = client.get("/account/codes/file")
    assert file["Content-Type"].startswith("text/plain")
    codes = file.content.decode().split()[1:]
    assert len(codes) == 10
    assert all(code in page for code in codes)
    assert come_in(email).post("/account/second-step", {"code": codes[0]})["Location"] == "/"
    assert come_in(email).post("/account/second-step", {"code": codes[0]}).status_code == 200


def test_an_administrators_last_factor_stays() -> None:
    client = come_in(give_password(EDDA))
    set_up_app(client)
    assert "need a second factor" in client.post("/account/app/removal").content.decode()
    anna = come_in(give_password(ANNA))
    set_up_app(anna)
    assert anna.post("/account/app/removal")["Location"] == "/account/"
    assert [message.subject for message in mail.outbox if message.to == ["anna@example.com"]] == [
        "An app for codes was set up",
        "The app for codes was removed",
    ]


def test_secrets_lie_encrypted_in_the_database() -> None:
    client = come_in(give_password(ANNA))
    secret = set_up_app(client)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT string_agg(data::text, ' ') FROM mfa_authenticator")
        (data,) = cursor.fetchone()
    assert secret not in data


def test_what_protects_the_account_asks_once_more_after_a_while() -> None:
    client = come_in(give_password(ANNA))
    session = client.session
    for proof in session["account_authentication_methods"]:
        proof["at"] -= 601
    session.save()
    assert client.get("/account/app")["Location"].startswith("/account/proof")
    page = client.get("/account/proof?next=/account/app").content.decode()
    assert 'autocomplete="current-password"' in page


def test_the_picture_is_drawn_without_breaking_the_policy() -> None:
    page = come_in(give_password(ANNA)).get("/account/app").content.decode()
    assert "<svg" in page
    assert "data:image" not in page
