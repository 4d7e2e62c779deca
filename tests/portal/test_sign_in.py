"""Who comes in, as whom, and for how long."""

from django.core import signing
from django.test import Client
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.queries import ticket
from helpdesk.accounts.terms import Hat
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Side
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRIS_SHOP, EDDA, person
from tests.portal.conftest import SignIn
from tests.shops import Shops, open_shops

ANNAS_TICKET = Hat(person=ANNA.person, side=Side.SELLER, seller_id=ANNAS_SHOP)


def test_everybody_starts_at_their_work(sign_in: SignIn) -> None:
    for actor, start in ((ANNA, "seller/inbox"), (CLARA, "buyer/orders"), (EDDA, "administrator/")):
        answer = sign_in(actor).get("/", follow=True)
        assert answer.redirect_chain[-1][0].endswith(start)
        assert answer.status_code == 200


def test_nobody_is_sent_to_the_sign_in_page(shops: Shops) -> None:
    for path in ("/", "/seller/inbox", "/buyer/orders", "/administrator/files", "/acting-as"):
        assert Client().get(path)["Location"] == "/sign-in"
    assert b"Choose whom to be" in Client().get("/sign-in").content


def test_without_a_demo_there_are_no_links(shops: Shops, settings: Settings) -> None:
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": False})
    assert Client().get(f"/demo/sign-in/{ticket(hat=ANNAS_TICKET)}").status_code == 404
    page = Client().get("/sign-in").content
    assert b"demonstration" not in page
    assert b'autocomplete="current-password"' in page


def test_a_hat_that_is_not_theirs_fits_nobody(shops: Shops) -> None:
    for hat in (
        Hat(person=ANNA.person, side=Side.SELLER, seller_id=DMITRIS_SHOP),
        Hat(person=ANNA.person, side=Side.ADMINISTRATOR),
        Hat(person=ANNA.person, side=Side.BUYER),
        Hat(person=person("Nobody"), side=Side.BUYER),
    ):
        client = Client()
        assert client.get(f"/demo/sign-in/{ticket(hat=hat)}").status_code == 404
        assert client.get("/")["Location"] == "/sign-in"


def test_a_ticket_of_another_make_opens_nothing(shops: Shops) -> None:
    forged = signing.dumps([str(ANNA.person), "seller", ANNAS_SHOP], salt="another")
    for text in (forged, ticket(hat=ANNAS_TICKET)[:-1] + "x", "x", "%00", "a" * 5000):
        assert Client().get(f"/demo/sign-in/{text}").status_code in (400, 404), text


def test_a_disabled_person_is_out_with_the_next_click(sign_in: SignIn) -> None:
    clara = sign_in(CLARA)
    assert clara.get("/buyer/orders").status_code == 200
    accounts.disable_person(actor=SYSTEM, now=clock.now(), person_id=CLARA.person)
    assert clara.get("/buyer/orders")["Location"] == "/sign-in"
    hat = Hat(person=CLARA.person, side=Side.BUYER)
    assert Client().get(f"/demo/sign-in/{ticket(hat=hat)}").status_code == 404


def test_changing_over_and_signing_out_end_the_old_session(sign_in: SignIn) -> None:
    client = sign_in(ANNA)
    annas = client.cookies["session"].value
    hat = Hat(person=CLARA.person, side=Side.BUYER)
    client.get(f"/demo/sign-in/{ticket(hat=hat)}")
    claras = client.cookies["session"].value
    assert claras != annas
    assert client.get("/seller/inbox").status_code == 404
    assert client.post("/sign-out").status_code == 302
    for cookie in (annas, claras):
        stranger = Client()
        stranger.cookies["session"] = cookie
        assert stranger.get("/")["Location"] == "/sign-in"


def test_whoever_the_platform_knows_is_enrolled_on_the_first_sign_in(
    database: str, settings: Settings
) -> None:
    open_shops()
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": True})
    client = Client(headers={"Accept-Language": "it"})
    client.get(f"/demo/sign-in/{ticket(hat=ANNAS_TICKET)}")
    assert client.get("/seller/inbox")["Content-Language"] == "it"
