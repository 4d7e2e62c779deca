"""Language and market in the header: chosen independently, kept per person, back on the same page."""

import pytest
from django.test import Client

from helpdesk.accounts.models import Person
from helpdesk.archive.database.scope import acting
from helpdesk.marketplace.models import MarketChoice
from tests.cast import ANNA, CLARA, EDDA, PLATFORM
from tests.portal.conftest import SignIn
from tests.shops import Shops


def test_a_language_is_kept_with_the_person_and_one_is_back_on_the_same_page(sign_in: SignIn) -> None:
    anna = sign_in(ANNA)
    answer = anna.post("/preferences", {"language": "pl", "next": "/seller/inbox?later=1"})
    assert (answer.status_code, answer["Location"]) == (302, "/seller/inbox?later=1")
    page = anna.get("/seller/inbox")
    assert page["Content-Language"] == "pl"
    assert b'<html lang="pl">' in page.content
    assert sign_in(ANNA).get("/seller/inbox")["Content-Language"] == "pl"
    assert sign_in(CLARA).get("/buyer/orders")["Content-Language"] == "en"


def test_a_stranger_is_remembered_by_a_cookie(shops: Shops) -> None:
    stranger = Client(headers={"Accept-Language": "de"})
    assert stranger.get("/sign-in")["Content-Language"] == "de"
    stranger.post("/preferences", {"language": "fr", "next": "/sign-in"})
    assert stranger.get("/sign-in")["Content-Language"] == "fr"
    cookie = stranger.cookies["language"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_whoever_signs_out_goes_on_in_their_language(sign_in: SignIn) -> None:
    clara = sign_in(CLARA)
    clara.post("/preferences", {"language": "it"})
    clara.post("/sign-out")
    assert clara.get("/sign-in")["Content-Language"] == "it"


def test_every_language_says_its_own_name(shops: Shops) -> None:
    page = Client(headers={"Accept-Language": "de"}).get("/sign-in").content.decode()
    for code, name in (("en", "English"), ("pl", "Polski"), ("fr", "Français"), ("it", "Italiano")):
        assert f'value="{code}" lang="{code}" translate="no"' in page
        assert name in page
    assert 'value="de" lang="de" translate="no" aria-current="true"' in page


def test_language_and_market_do_not_move_each_other(sign_in: SignIn) -> None:
    clara = sign_in(CLARA)
    clara.post("/preferences", {"language": "pl"})
    page = clara.get("/buyer/orders").content.decode()
    assert "Niemcy" in page
    assert 'value="de" aria-current="true"' in page


def test_at_work_the_market_is_a_filter_and_all_markets_come_first(sign_in: SignIn) -> None:
    for actor, start in ((ANNA, "/seller/inbox"), (EDDA, "/administrator/files")):
        client = sign_in(actor)
        page = client.get(start).content.decode()
        assert 'value="" aria-current="true"' in page
        assert page.index('name="market" value=""') < page.index('name="market" value="de"')
        answer = client.post("/preferences", {"market": "pl", "next": start})
        assert answer["Location"] == start
        assert 'value="pl" aria-current="true"' in client.get(start).content.decode()
        client.post("/preferences", {"market": ""})
        assert 'value="" aria-current="true"' in client.get(start).content.decode()


def test_a_buyer_is_shown_first_what_changes(sign_in: SignIn) -> None:
    answer = sign_in(CLARA).post("/preferences", {"market": "pl", "next": "/buyer/orders"})
    assert answer["Location"] == "/buyer/market?to=pl&next=%2Fbuyer%2Forders"
    with acting(PLATFORM):
        assert not MarketChoice.objects.exists()


@pytest.mark.parametrize(
    "form", [{}, {"language": "xx"}, {"language": ""}, {"language": "es"}, {"language": "PL"}]
)
def test_what_is_not_offered_is_refused(sign_in: SignIn, form: dict[str, str]) -> None:
    for client in (Client(), sign_in(ANNA)):
        answer = client.post("/preferences", form)
        assert answer.status_code == 400
        assert "language" not in answer.cookies
    assert Person.objects.get(id=ANNA.person).language == "en"


@pytest.mark.parametrize("market", ["xx", "PL", "pl ", "\x00", "a" * 300])
def test_a_market_that_is_not_there_is_not_found(sign_in: SignIn, market: str) -> None:
    for actor in (ANNA, CLARA, EDDA):
        assert sign_in(actor).post("/preferences", {"market": market}).status_code == 404


def test_strangers_have_no_market(shops: Shops) -> None:
    assert Client().post("/preferences", {"market": "pl"}).status_code == 404
    assert b'name="market"' not in Client().get("/sign-in").content


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "x", "javascript:1"]
)
def test_it_leads_nowhere_else(shops: Shops, elsewhere: str) -> None:
    assert Client().post("/preferences", {"language": "de", "next": elsewhere})["Location"] == "/"


def test_only_a_form_of_ours_is_taken(sign_in: SignIn) -> None:
    assert sign_in(ANNA).get("/preferences").status_code == 405
    assert sign_in(ANNA, csrf=True).post("/preferences", {"language": "de"}).status_code == 403
    assert Person.objects.get(id=ANNA.person).language == "en"


def test_a_person_whose_language_is_not_offered_reads_what_their_browser_asks_for(sign_in: SignIn) -> None:
    clara = sign_in(CLARA)
    for own, read in (("es", "it"), ("de-AT", "de"), ("", "it")):
        Person.objects.filter(id=CLARA.person).update(language=own)
        page = clara.get("/buyer/orders", headers={"Accept-Language": "it"})
        assert page["Content-Language"] == read
