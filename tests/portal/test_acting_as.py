"""People who are several things: which hat is on, how it is changed, and that no other fits."""

import pytest
from django.test import Client
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.queries import sessions_for_system
from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.marketplace.models import Member
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRIS_SHOP, EDDA, PLATFORM
from tests.portal.account import come_in, give_password
from tests.portal.conftest import SignIn
from tests.shops import Shops


@pytest.fixture(autouse=True)
def _cheap(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def clara(shops: Shops) -> str:
    """Clara buys, helps in both shops, and supports the Platform; her address."""
    with acting(PLATFORM):
        for shop, role in ((ANNAS_SHOP, "agent"), (DMITRIS_SHOP, "reader")):
            Member.objects.create(
                seller_id=shop, external_id="clara", person_id=CLARA.person, name="Clara", role=role
            )
    accounts.grant_role(actor=SYSTEM, now=clock.now(), person_id=CLARA.person, role=Role.SUPPORT)
    return give_password(CLARA)


HATS = {
    "buyer": "/buyer/orders",
    f"seller:{ANNAS_SHOP}": "/seller/inbox",
    f"seller:{DMITRIS_SHOP}": "/seller/inbox",
}


def test_several_hats_are_a_choice(clara: str) -> None:
    client = come_in(clara)
    assert client.get("/")["Location"] == "/acting-as"
    page = client.get("/acting-as").content.decode()
    for word in (*HATS, "administrator"):
        assert f'value="{word}"' in page
    assert "Dmitri&#x27;s Lamps" in page


@pytest.mark.parametrize("word", HATS)
def test_the_one_worn_last_is_on_again(clara: str, word: str) -> None:
    client = come_in(clara)
    assert client.post("/acting-as", {"hat": word})["Location"] == HATS[word]
    client.post("/sign-out")
    assert come_in(clara).get("/")["Location"] == HATS[word]


def test_changing_over_is_a_new_session_that_keeps_its_place_in_the_list(clara: str) -> None:
    client = come_in(clara)
    client.post("/acting-as", {"hat": "buyer"})
    before = client.cookies["session"].value
    client.post("/acting-as", {"hat": f"seller:{ANNAS_SHOP}"})
    assert client.cookies["session"].value != before
    assert client.get("/buyer/orders").status_code == 404
    assert client.get("/seller/inbox").status_code == 200
    stranger = Client()
    stranger.cookies["session"] = before
    assert stranger.get("/seller/inbox")["Location"] == "/sign-in"
    assert len(sessions_for_system(person_id=CLARA.person, now=clock.now())) == 1


def test_a_hat_that_is_not_theirs_is_not_there(sign_in: SignIn) -> None:
    anna = sign_in(ANNA)
    for word in (f"seller:{DMITRIS_SHOP}", "administrator", "buyer", "", "seller:x", "platform", "x" * 5000):
        assert anna.post("/acting-as", {"hat": word}).status_code == 404, word
    assert anna.get("/seller/inbox").status_code == 200
    assert Client().post("/acting-as", {"hat": "buyer"})["Location"] == "/sign-in"


def test_the_header_says_who_and_offers_the_others(clara: str) -> None:
    client = come_in(clara)
    client.post("/acting-as", {"hat": f"seller:{ANNAS_SHOP}"})
    page = client.get("/seller/inbox").content.decode()
    assert "Anna&#x27;s Espresso Parts · Agent" in page
    assert page.count('name="hat"') == 3
    assert 'href="/account/"' in page


def test_a_role_that_was_revoked_is_gone_with_the_next_page(sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    assert edda.get("/administrator/files").status_code == 200
    for role in EDDA.roles:
        accounts.revoke_role(actor=SYSTEM, now=clock.now(), person_id=EDDA.person, role=role)
    assert edda.get("/administrator/files")["Location"] == "/sign-in"


def test_whoever_has_no_hat_is_told_so(shops: Shops) -> None:
    accounts.enrol_person(actor=SYSTEM, now=clock.now(), id=PLATFORM.person, display_name="P", language="en")
    client = come_in(give_password(PLATFORM))
    assert b"no role here" in client.get("/").content
    assert client.get("/seller/inbox")["Location"] == "/"


def test_sessions_are_seen_and_ended(clara: str) -> None:
    here, there = come_in(clara), come_in(clara)
    for client in (here, there):
        client.post(
            "/acting-as", {"hat": "buyer"}, headers={"User-Agent": "Mozilla/5.0 (Windows NT) Firefox/130"}
        )
    page = here.get("/account/").content.decode()
    assert page.count("Firefox · Windows") == 3  # the other one's button says it again
    other = next(
        s
        for s in sessions_for_system(person_id=CLARA.person, now=clock.now())
        if s.key != here.session.session_key
    )
    assert come_in(give_password(ANNA)).post(f"/account/sessions/{other.id}").status_code == 302
    assert there.get("/buyer/orders").status_code == 200
    here.post(f"/account/sessions/{other.id}")
    assert there.get("/buyer/orders")["Location"] == "/sign-in"
    third = come_in(clara)
    here.post("/account/sessions")
    assert third.get("/account/")["Location"] == "/sign-in"
    assert here.get("/buyer/orders").status_code == 200
